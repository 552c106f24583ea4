"""Old houses, caves and lanterns: more of Văn hóa and Du lịch."""
# ruff: noqa: E501 -- prose, one paragraph a line

STORIES = [
    {
        "key": "dinh-lang-ngoc-dong",
        "section": "van-hoa",
        "genre": "phong_su",
        "kicker": "Di sản",
        "title": "Hạ giải mái đình Ngọc Động: 11.200 viên ngói, mỗi viên một con số",
        "standfirst": "Muốn cứu bộ khung gỗ đã xiêu, làng Ngọc Động phải dỡ cả mái đình xuống. Suốt 40 ngày, từng viên ngói, từng con rường được đánh số, đo vẽ, rửa sạch, chờ ngày trở lại đúng chỗ cũ.",
        "body": """\
<p>Trên sân đình Ngọc Động, xã Ninh Đoài, ngói xếp thành hàng như người đi chợ ngồi nghỉ. Viên nào cũng có một con số viết bằng phấn than ở mặt dưới. Cụ Nguyễn Hữu Thoại, 79 tuổi, ngồi ghế mây trông ngói, tay cầm quyển vở học trò. Trẻ con chạy qua, cụ chỉ nhắc một câu: “Đi vòng, kẻo mái đình giẫm phải nhau”.</p>
<p>Ngôi đình năm gian hai chái đã đứng đó không ai nhớ rõ bao nhiêu đời. Mùa mưa năm ngoái, một cột quân lún hơn gang tay, mái võng xuống, nước dột đúng gian giữa. Làng họp bốn lần. Có người bàn thay bằng bê tông cho bền. Cuối cùng 187 trong 203 đại diện hộ giơ tay chọn cách khó hơn: hạ giải, giữ gỗ cũ, hỏng đâu vá đó.</p>
<h2>Bốn mươi ngày đánh số</h2>
<p>Kíp thợ của ông Kiều Văn Mộc có 16 người. Họ không bắt đầu bằng búa mà bằng bút. Mái đình được chia thành 28 ô, mỗi ô 400 viên, cộng là 11.200 viên ngói. Viên số 1 nằm ở góc đông bắc, viên cuối ở góc tây nam; dỡ xuống theo thứ tự, rửa bằng nước sạch, gõ nghe tiếng rồi mới xếp.</p>
<p>Gõ xong, 9.150 viên còn dùng được, 2.050 viên vỡ hoặc bở. Số phải bù đặt ở một lò ngói thủ công, nung thử bốn mẻ mới được màu gần với ngói cũ. “Gần thôi, không giống hẳn. Giống hẳn thì đời sau không biết đâu là cái mình thay”, ông Mộc nói.</p>
<h2>Nghe gỗ</h2>
<p>Bộ khung có 320 cấu kiện gỗ. Thợ soi đèn, gõ chày, dùi thử từng chân mộng. Kết quả được ghi lên một tấm bảng lớn dựng ngay cổng đình cho cả làng đọc:</p>
<ul>
<li>214 cấu kiện còn tốt, làm sạch rồi lắp lại.</li>
<li>81 cấu kiện hỏng một phần, nối vá bằng gỗ cùng loại.</li>
<li>25 cấu kiện mục rỗng, phải thay mới và ghi năm thay ở chỗ khuất.</li>
</ul>
<p>Cây cột quân lún hóa ra không mục. Chân tảng bên dưới bị hẫng vì một hang chuột cũ, đất sụt dần. Chỉ cần kê lại tảng, cột đứng thẳng. Cả kíp thợ cười, còn cụ Thoại thì thở dài: “Suýt nữa thì thay cả cái đình vì con chuột”.</p>
<h2>Tiền của làng</h2>
<p>Dự toán 2,6 tỷ đồng. Ngân sách hỗ trợ 1,3 tỷ đồng, con em xa quê góp 780 triệu đồng, dân làng góp 520 triệu đồng. Ngày công thì không tính: mỗi sáng có chừng mười người đến rửa ngói, nhóm bếp, đun nước chè.</p>
<p>Ban giám sát gồm bảy người do làng bầu, có hai thợ mộc và một cô giáo dạy toán. Cô giáo Trần Thị Hạnh cầm sổ kho, cuối ngày đếm lại số cấu kiện. Ba lần lệch, cả ba lần đều tìm ra trước bữa tối.</p>
<h2>Chờ ngày thượng lương</h2>
<p>Theo tiến độ, khung gỗ lắp xong trong tháng 12, mái lợp trước Rằm tháng Giêng. Hội làng năm nay thu nhỏ, tế ở nhà tạm, không rước. Các cụ bảo thánh cũng cần chỗ ngồi yên để nghe thợ làm.</p>
<p>Chiều muộn, lũ trẻ được phép vào giúp xếp ngói vỡ thành bồn hoa. Một cậu bé cầm viên số 4.317, hỏi cụ Thoại nó nằm ở đâu. Cụ lật vở, chỉ tay lên khoảng trời trống: “Kia, chỗ con chim sẻ đang bay”.</p>""",
        "tags": ["di sản", "mùa lễ hội"],
        "byline": [("Phương Thảo", "text"), ("Đăng Khoa", "graphics")],
        "source": "",
        "state": "published",
        "age_hours": 40,
        "note": "",
        "photo": {
            "motif": "gable",
            "caption": "Đình Ngọc Động trước ngày hạ giải mái.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Ngôi đình mái cong lợp ngói đỏ, hai cây lớn hai bên, ba người đứng trên sân",
        },
    },
    {
        "key": "tranh-theu-que-ngoai",
        "section": "van-hoa",
        "genre": "tin",
        "kicker": "Làng nghề",
        "title": "Bức thêu “Sen muộn” của tám thợ Hạ Trạo",
        "standfirst": "Tám người thợ thêu thôn Hạ Trạo, xã Ninh Đoài vừa hoàn thành bức tranh dài 2,4 m sau năm tháng thay nhau ngồi khung. Người già nhất 72 tuổi, người trẻ nhất vừa tròn 19.",
        "body": """\
<p>Bức tranh dài 2,4 m, cao 90 cm, dùng 46 màu chỉ. Tám thợ chia làm bốn cặp, một người già ngồi cùng một người trẻ, mỗi cặp nhận 60 cm nền lụa.</p>
<p>Bà Đặng Thị Nhuần kể khó nhất là chỗ giáp ranh giữa hai cặp: “Mũi của bà này ngắn, mũi cô kia dài, đứng gần không thấy, lùi ba bước là lộ. Chúng tôi phải tháo hai lần”.</p>
<p>Tổng cộng cả nhóm mất 1.260 giờ công. Tranh không bán; thôn đưa vào phòng trưng bày nhỏ ở nhà văn hóa, bên cạnh để sẵn một khung trống cho khách thử một mũi kim.</p>
<p>Sau hai tuần mở cửa, khung trống ấy đã có 318 mũi của khách. Mũi nào cũng được giữ nguyên.</p>""",
        "tags": ["làng nghề", "di sản"],
        "byline": [("Phương Thảo", "text")],
        "source": "",
        "state": "published",
        "age_hours": 302,
        "note": "",
        "photo": {
            "motif": "embroidery",
            "caption": "Khung thêu hoa sen ở thôn Hạ Trạo.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Khung thêu tròn căng vải trắng, bông sen đỏ thêu dở, bốn cuộn chỉ màu chung quanh",
        },
    },
    {
        "key": "sao-truc-lung-trau",
        "section": "van-hoa",
        "genre": "ghi_chep",
        "kicker": "",
        "title": "Tiếng sáo trên triền đê Yên Đoài",
        "standfirst": "Ông thợ cắt tóc dạy thổi sáo cho bọn trẻ chăn trâu, học phí là một câu chuyện. Lớp học không có phòng, không có bảng, chỉ có triền đê và những chiều lộng gió.",
        "body": """\
<p>Ông Vũ Đình Tấu, 66 tuổi, cắt tóc ở đầu chợ Yên Đoài. Bốn giờ chiều ông đóng hộp đồ, dắt xe lên đê. Ở đó đã có chín đứa trẻ, năm con trâu và một con chó vàng.</p>
<p>Sáo ông tự khoét, mỗi cây mất một buổi. Ai muốn học phải kể ông nghe một chuyện trong ngày: chuyện bị điểm kém, chuyện con trâu lội sang ruộng người ta, chuyện bà ngoại đau lưng. Ông nghe, rồi thổi lại câu chuyện ấy bằng sáo. Bọn trẻ đoán đoạn nào là con trâu.</p>
<p>“Nhạc là kể chuyện không cần lời. Cháu nào biết kể thì sẽ biết thổi”, ông bảo.</p>
<p>Sau hai mùa hè, sáu em thổi được trọn một bài dân ca. Em Lê Quốc Bảo, lớp 6, được chọn thổi mở đầu đêm hội trăng của xã. Hôm ấy em run, quên mất nốt thứ ba, bèn thổi tiếng trâu gọi nghé. Cả sân kho vỗ tay, chỉ có ông Tấu biết em thổi sai.</p>""",
        "tags": ["di sản"],
        "byline": [("Phương Thảo", "text")],
        "source": "",
        "state": "published",
        "age_hours": 522,
        "note": "",
        "photo": {
            "motif": "buffalo",
            "caption": "Chiều chăn trâu trên triền đê Yên Đoài.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Cậu bé áo đỏ ngồi lưng trâu thổi sáo giữa đồng cỏ",
        },
    },
    {
        "key": "cong-chua-dong-linh",
        "section": "van-hoa",
        "genre": "tin",
        "kicker": "",
        "title": "Cổng chùa Đồng Lĩnh mở lại sau ba tháng chống thấm",
        "standfirst": "Ba tháng sau khi được quây bạt, cổng tam quan chùa Đồng Lĩnh, xã Phú Lĩnh đã tháo giàn giáo. Lớp vôi mới giữ nguyên màu ngà cũ, hai bức chữ đắp nổi được làm sạch chứ không tô lại.",
        "body": """\
<p>Đợt sửa tập trung vào ba việc: chống thấm mái, gia cố vòm giữa và làm sạch tường. Tổng chi phí 310 triệu đồng, trong đó phần mái 140 triệu, phần vòm 95 triệu, phần tường 75 triệu, đều do phật tử và người dân quyên góp.</p>
<p>Nhóm thợ cạo thử bảy lớp vôi ở một góc khuất để tìm đúng màu ban đầu. Phần chữ đắp nổi chỉ dùng chổi lông và nước cất.</p>
<p>Nhà chùa đề nghị khách không dựng xe sát chân cổng và không dán giấy lên tường.</p>""",
        "tags": ["di sản", "mùa lễ hội"],
        "byline": [("Phương Thảo", "text")],
        "source": "",
        "state": "approved",
        "age_hours": None,
        "note": "",
        "photo": {
            "motif": "gate",
            "caption": "Cổng tam quan chùa Đồng Lĩnh dưới chân núi.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Cổng tam quan ba mái ngói đỏ trước núi đá, hai người đội nón đi vào",
        },
    },
    {
        "key": "hang-luon-nuoc",
        "section": "du-lich",
        "genre": "phong_su",
        "kicker": "Du lịch có trách nhiệm",
        "title": "Hang Luồn Nước chỉ đón 240 khách một ngày, và người làng chọn như thế",
        "standfirst": "Đẹp đến mức có thể bán vé gấp năm, nhưng hang Luồn Nước ở xã Phú Lĩnh mỗi ngày chỉ mở sáu giờ. Người dân thôn Khe Gạo đếm khách, đếm dơi, đếm cả số lần bật đèn, để hang còn là hang.",
        "body": """\
<p>Thuyền chui vào hang, mọi tiếng động lùi lại phía sau. Chị Bùi Thị Lụa gác mái chèo, để thuyền tự trôi. Trên đầu, nước nhỏ từ những nhũ đá, từng giọt, cách nhau lâu đến mức người ta kịp quên rồi lại giật mình. “Chỗ này em không nói. Ra ngoài em kể bù”, chị thì thầm.</p>
<p>Hang dài 420 m, nước quanh năm, mùa cạn sâu hơn một mét. Người thôn Khe Gạo biết hang từ đời ông bà, vẫn chèo thuyền qua lấy củi. Khách lạ tìm đến bốn năm trước, sau một tấm ảnh trên mạng.</p>
<h2>Năm đông nhất là năm buồn nhất</h2>
<p>Mùa hè đầu tiên, có ngày 900 người vào hang. Đèn pha chiếu suốt, loa hát, khách bẻ nhũ đá làm kỷ niệm. Đến cuối mùa, đàn dơi gần như bỏ đi, nước có váng dầu, ba nhà trong xóm giận nhau vì tranh khách.</p>
<p>“Tiền thì có, mà không dám nhìn vào hang. Tôi đưa đứa cháu vào, nó hỏi sao hang không có tiếng gì nữa”, ông Đinh Công Chiểu, người cao tuổi trong thôn, nhớ lại.</p>
<p>Thôn đóng hang tám tháng. Họ mời người hiểu biết về hang động đến nói chuyện, rồi tự họp để đặt luật. Bản luật dán ở bến, viết tay, chín điều, ai cũng thuộc.</p>
<h2>Luật của bến</h2>
<ul>
<li>Mỗi ngày mở từ 8 giờ đến 14 giờ, mỗi giờ 10 thuyền, mỗi thuyền 4 khách: 240 khách.</li>
<li>Không loa, không đèn pha; mỗi thuyền một đèn nhỏ, tắt ở vòm Dơi.</li>
<li>Không chạm vào đá. Ai bẻ nhũ đá thì cả thuyền quay ra.</li>
<li>Thứ Ba hằng tuần hang nghỉ.</li>
</ul>
<p>Bến có 30 thuyền của 30 hộ, chia ba tốp. Mỗi ngày hai tốp làm, một tốp nghỉ, nên mỗi thuyền chèo ba chuyến. Vé 120.000 đồng một khách; ngày kín khách thu 28,8 triệu đồng. Một phần mười để lại quỹ dọn hang, phần còn lại chia theo số chuyến.</p>
<h2>Đếm dơi</h2>
<p>Mỗi tháng một lần, lúc chạng vạng, năm người ngồi ở cửa hang đếm dơi bay ra. Cách đếm giản dị: mỗi người bấm một chiếc máy đếm, lấy số ở giữa. Tháng đầu sau khi mở lại, họ đếm được 310 con. Tháng Mười vừa rồi là 1.480 con.</p>
<p>Số khách thì ngược lại, giảm còn chưa bằng một phần ba năm đông nhất. Thế mà thu nhập mỗi hộ không giảm nhiều, vì khách ở lại lâu hơn. Mười một nhà có phòng nghỉ; bữa cơm có rau rừng, cá suối, thêm câu chuyện về hang.</p>
<blockquote><p>“Người ta hỏi sao không bán thêm vé. Tôi bảo, hang chỉ có bấy nhiêu im lặng, chia mỏng nữa thì hết”, chị Bùi Thị Lụa nói.</p></blockquote>
<p>Thuyền ra tới cửa hang. Ánh sáng ùa vào, xanh và ẩm. Chị Lụa bắt đầu kể bù như đã hứa: tên từng vòm, chuyện ông nội giấu thóc, chuyện con dơi bạc. Khách ngồi nghe, không ai giơ điện thoại.</p>""",
        "tags": ["hang động", "du lịch cộng đồng"],
        "byline": [("Phương Thảo", "text"), ("Đăng Khoa", "graphics")],
        "source": "",
        "state": "published",
        "age_hours": 64,
        "note": "",
        "photo": {
            "motif": "cave",
            "caption": "Thuyền ra tới cửa hang Luồn Nước, xã Phú Lĩnh.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Nhìn từ trong hang tối ra mặt nước sáng, chiếc thuyền nhỏ ở giữa cửa hang",
        },
    },
    {
        "key": "pho-den-van-khe",
        "section": "du-lich",
        "genre": "tin",
        "kicker": "Cuối tuần",
        "title": "Phố cổ Vân Khê treo 600 đèn lồng mỗi tối thứ Bảy",
        "standfirst": "Từ tuần này, đoạn phố cổ 350 m ở phường Vân Khê tắt đèn cao áp, thắp đèn lồng từ 18 giờ đến 21 giờ 30 phút. Người đi bộ được trọn lòng đường, xe máy gửi ở hai đầu phố.",
        "body": """\
<p>Đoạn phố có 75 nhà, mỗi nhà treo 8 đèn, cộng là 600 chiếc, dùng bóng tiết kiệm điện. Đèn do các em học sinh và hai cơ sở thủ công trong phường làm từ tre và giấy dầu.</p>
<p>Dọc phố có 22 gian hàng: bánh cuốn, cháo lươn, sách cũ, đồ gốm, tò he. Mỗi gian rộng không quá hai mét, không dùng loa. Người bán ký cam kết niêm yết giá.</p>
<p>Bà Ngô Thị Kim, 81 tuổi, ở nhà số 19, nói đã lâu mới lại nghe được tiếng guốc trong phố: “Bật đèn cao áp thì sáng mà không ai đi. Tắt bớt đi, người ta lại ra”.</p>
<p>Phường sẽ thử trong tám tối, sau đó lấy phiếu của toàn bộ 75 hộ rồi mới quyết định có làm lâu dài hay không.</p>
<figure data-embed="poll"><a href="{story_poll}">Theo bạn, phố cổ Vân Khê nên thắp đèn lồng vào những tối nào?</a></figure>""",
        "tags": ["du lịch cộng đồng", "phố đêm"],
        "byline": [("Phương Thảo", "text_photo")],
        "source": "",
        "state": "published",
        "age_hours": 17,
        "note": "",
        "photo": {
            "motif": "lanterns",
            "caption": "Đèn lồng thắp sáng đoạn phố cổ phường Vân Khê.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Dãy đèn lồng đỏ và vàng giăng ngang con phố tối, vài người đi bộ",
        },
    },
    {
        "key": "hoang-hon-dam-say",
        "section": "du-lich",
        "genre": "ghi_chep",
        "kicker": "",
        "title": "Bốn mươi phút cuối ngày trên đầm Sậy",
        "standfirst": "Mùa này mặt trời lặn sớm, đúng khe giữa hai ngọn núi, chỉ chừng bốn mươi phút. Người chèo đò đầm Sậy bảo đi xem hoàng hôn giống đi ăn cỗ: đến trước thì ngồi chờ, đến sau thì hết.",
        "body": """\
<p>Thuyền rời bến lúc bốn giờ rưỡi. Bà Lê Thị Vót, 58 tuổi, không hỏi khách muốn đi đâu; bà nhìn mây rồi chọn. Hôm mây dày thì vòng sang lạch Cò, hôm trời quang thì ra giữa đầm.</p>
<p>Nước chuyển từ xanh sang đồng, từ đồng sang tím. Đá đen dần, nhưng phía tây vẫn còn một vệt đỏ nằm dài trên nước, đứt quãng theo nhịp mái chèo. Không ai nói gì cho đến khi con bói cá cuối cùng bay về.</p>
<p>Vé thuyền 80.000 đồng một người, mỗi thuyền bốn khách. Nên mang áo ấm, đừng mang loa. Nếu trời mưa, bà Vót trả lại tiền và mời ngồi uống chè: “Hoàng hôn không ai hẹn trước được”.</p>""",
        "tags": ["Tam Cốc", "du lịch cộng đồng"],
        "byline": [("Phương Thảo", "text")],
        "source": "",
        "state": "published",
        "age_hours": 353,
        "note": "",
        "photo": {
            "motif": "dusk",
            "caption": "Hoàng hôn xuống giữa hai ngọn núi trên đầm Sậy.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Mặt trời đỏ lặn giữa các khối núi sẫm, một chiếc thuyền trên mặt đầm",
        },
    },
    {
        "key": "sen-muon-ho-van",
        "section": "du-lich",
        "genre": "ghi_chep",
        "kicker": "",
        "title": "Sen muộn hồ Vân",
        "standfirst": "Giữa tháng Mười một, hồ Vân vẫn còn mươi bông sen nở trái mùa. Người giữ hồ không bán vé, chỉ xin khách đi khẽ và đừng hái.",
        "body": """\
<p>Lá đã rách mép, gương sen khô gục xuống nước, thế mà sáng nào ông Đoàn Văn Hạt cũng đếm được thêm một bông. “Nó quên lịch”, ông bảo.</p>
<p>Khách đến hồ đi theo bờ đất dài chừng 700 m. Cuối bờ có chòi tre, ấm chè, một cuốn sổ. Trang gần nhất chỉ có một dòng: “Hôm nay bảy bông”.</p>
<p>[Cần thêm đường đi, giờ mở cửa; hỏi lại ông Hạt về số bông tuần này.]</p>""",
        "tags": ["du lịch cộng đồng"],
        "byline": [("Phương Thảo", "text")],
        "source": "",
        "state": "draft",
        "age_hours": None,
        "note": "",
        "photo": {
            "motif": "lotus",
            "caption": "Bông sen nở muộn trên hồ Vân.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Bông sen hồng nở giữa những lá sen trên mặt hồ, bên cạnh là gương sen và một nụ",
        },
    },
]
