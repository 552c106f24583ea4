"""The season's news: more of Thời sự and Xây dựng Đảng."""
# ruff: noqa: E501 -- prose, one paragraph a line

STORIES = [
    {
        "key": "cau-ben-say",
        "section": "thoi-su",
        "genre": "tin",
        "kicker": "Giao thông nông thôn",
        "title": "Cầu Bến Sậy thông xe, đường từ Gia Lĩnh sang Hoàng Khê rút ngắn từ chín cây số rưỡi còn hai cây số",
        "standfirst": "Sau 14 tháng thi công, cây cầu vòm ba nhịp nối hai bờ sông ở bến Sậy đã cho người và xe dưới 8 tấn qua lại. Chuyến đò ngang cuối cùng cập bến ngay trong buổi sáng thông xe.",
        "body": """\
<p>Cầu Bến Sậy dài 186 m, gồm nhịp giữa 70 m và hai nhịp bên, mỗi nhịp 58 m; mặt cầu rộng 7 m, có lề dành cho người đi bộ. Từ sáng nay, xe máy, xe thô sơ và ô tô dưới 8 tấn được lưu thông; xe tải nặng hơn vẫn đi đường vòng cho tới khi hoàn thành 400 m đường dẫn phía Hoàng Khê.</p>
<p>Trước đây, muốn sang trường hoặc chợ bên kia sông, người dân bốn thôn ven bãi phải chờ đò hoặc đi vòng 9,5 km. Nay quãng đường còn 2 km. Theo khảo sát của hai xã, mỗi ngày có khoảng 620 lượt người qua sông, trong đó 140 lượt là học sinh.</p>
<p>Ông Lê Đình Phớt, người lái đò ở bến Sậy 27 năm, chở chuyến cuối lúc 6 giờ sáng với đúng sáu hành khách, rồi buộc đò vào gốc sanh. “Tôi không buồn. Bao nhiêu năm cứ nổi gió là thót tim vì đò đầy trẻ con”, ông nói. Hai xã đã nhận ông vào tổ bảo vệ cầu.</p>
<p>Trong ba tháng đầu, tổ bảo vệ gồm 6 người chia ba ca đếm xe, ghi mực nước và nhắc người dân không phơi rơm, họp chợ trên cầu.</p>""",
        "tags": ["giao thông nông thôn", "sông Hoàng Long"],
        "byline": [("Trường Yên", "text")],
        "source": "",
        "state": "published",
        "age_hours": 5,
        "note": "",
        "photo": {
            "motif": "bridge",
            "caption": "Cầu Bến Sậy trong buổi sáng đầu tiên thông xe.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Cây cầu vòm ba nhịp bắc qua sông, người đội nón đi trên cầu, phía sau là núi đá",
        },
    },
    {
        "key": "dem-mua-xom-bai",
        "section": "thoi-su",
        "genre": "phong_su",
        "kicker": "Phóng sự",
        "title": "Đêm mưa ở xóm Bãi",
        "standfirst": "Nước lên giữa đêm, 96 người ở xóm Bãi, xã Gia Lĩnh rời nhà trong hai giờ mà không ai bị bỏ lại. Không có phép lạ nào cả: họ đã tập việc ấy từ giữa mùa hè, với một chiếc kẻng và một tờ danh sách.",
        "body": """\
<p>Kẻng xóm Bãi điểm lúc 22 giờ 40 phút. Ba tiếng, nghỉ, rồi ba tiếng: hiệu lệnh chuẩn bị. Bà Tạ Thị Khuyên tắt bếp, lay hai đứa cháu dậy, với túi vải treo sẵn sau cửa. Trong túi có giấy tờ, thuốc huyết áp, hai bộ quần áo trẻ con và một cái đèn pin. Túi ấy bà chuẩn bị từ tháng Bảy.</p>
<p>Xóm Bãi nằm ngoài đê, có 48 hộ. Mười bảy hộ đã tôn nền cao hơn mặt đê; 31 hộ còn lại ở nền thấp, cứ nước sông quá vạch sơn đỏ trên trụ bơm là phải đi. Đêm ấy, lúc 22 giờ 30 phút, nước còn cách vạch 20 cm và mỗi giờ dâng thêm chừng 10 cm.</p>
<h2>Tờ danh sách sau cánh cửa</h2>
<p>Anh Trịnh Quốc Lãm, trưởng xóm, không cần gọi điện cho ai. Sau cánh cửa mỗi nhà đều dán một tờ giấy bọc ni lông: nhà có mấy người, ai cần cõng, đi với nhóm nào, tới đâu. Cả xóm chia làm sáu nhóm, mỗi nhóm có một chiếc xuồng hoặc một xe kéo và hai thanh niên.</p>
<p>Trong 31 hộ nền thấp có 96 người; 12 người già yếu hoặc khuyết tật và 19 trẻ dưới sáu tuổi được đưa đi trước. Đúng 23 giờ, kẻng điểm liên hồi. Nhóm một xuất phát.</p>
<p>“Tập ban ngày thì vui, có người còn quay phim. Đến lúc đi thật, mưa quất vào mặt, mới thấy cái buổi tập ấy đáng giá”, chị Hà Thị Thơm, tổ phó phụ nữ, nói. Chị cầm sổ đứng ở chân dốc đê, ai qua thì gạch tên.</p>
<h2>Người cuối cùng là một con trâu</h2>
<p>Tới 0 giờ 50 phút, sổ của chị Thơm còn một dòng chưa gạch: ông Bùi Văn Xoan, 68 tuổi, không chịu đi vì con trâu cái sắp đẻ. Hai thanh niên nhóm bốn quay lại. Họ không tranh cãi; một người dắt trâu, một người cầm đèn, ông Xoan đi giữa. Một giờ mười phút sáng, dòng cuối cùng được gạch.</p>
<p>Năm mươi tám người ngủ ở nhà văn hóa thôn, 38 người ngủ ở hai phòng học của trường tiểu học. Chăn chiếu do các hộ trong đê mang đến. Bếp nhà văn hóa nấu một nồi cháo đỗ, hai nồi nước gừng.</p>
<blockquote><p>“Nước lên thì nhà ướt. Nhà ướt còn lau được. Tôi chỉ sợ thiếu một cái tên trong sổ”, chị Hà Thị Thơm nói.</p></blockquote>
<h2>Khi nước rút</h2>
<p>Gần trưa hôm sau, nước đứng ở mức quá vạch đỏ 35 cm rồi rút chậm. Kiểm lại, 9 nhà vào nước, sâu nhất ngang đầu gối; mất 140 con gà, hỏng 6 tủ lạnh và gần 2 mẫu rau. Không ai bị thương. Con trâu của ông Xoan đẻ con nghé đực ngay bên bờ đê.</p>
<p>Buổi chiều, sáu nhóm trưởng họp rút kinh nghiệm dưới mái hiên nhà văn hóa. Có ba điều phải sửa: dây kéo xuồng ngắn quá, đèn ở chân dốc hỏng, và tờ danh sách cần thêm một cột ghi vật nuôi lớn. Anh Lãm ghi cả ba vào sổ, đề bên cạnh tên người phải làm và ngày phải xong.</p>
<p>Xã đang tính việc hỗ trợ 31 hộ tôn nền trong hai năm. Trong lúc chờ, chiếc kẻng vẫn treo ở gốc gạo, và chiếc túi vải lại được treo về chỗ cũ sau cửa nhà bà Khuyên.</p>""",
        "tags": ["thời tiết", "sông Hoàng Long"],
        "byline": [("Trường Yên", "text")],
        "source": "",
        "state": "published",
        "age_hours": 51,
        "note": "",
        "photo": {
            "motif": "rain",
            "caption": "Mưa trắng trời trên những mái nhà xóm Bãi, xã Gia Lĩnh.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Mưa xiên trên những mái ngói đỏ chen nhau, giữa các ngọn cau",
        },
    },
    {
        "key": "nuoc-sach-gia-linh",
        "section": "thoi-su",
        "genre": "tin",
        "kicker": "",
        "title": "Gia Lĩnh súc rửa 214 bể nước sau mưa",
        "standfirst": "Ba tổ thanh niên cùng cán bộ y tế xã Gia Lĩnh đã đến từng nhà giúp dân thau rửa bể, khử trùng giếng. Đến chiều qua, hơn bốn phần năm số bể bị nước đục tràn vào đã dùng lại được.",
        "body": """\
<p>Sau đợt mưa, Gia Lĩnh có 260 bể và giếng bị nước đục tràn vào. Đến chiều qua, 214 chỗ đã được thau rửa và khử trùng, đạt hơn 82%; 46 chỗ còn lại ở hai ngõ trũng sẽ làm xong trong ba ngày tới.</p>
<p>Mỗi tổ gồm 8 người mang theo máy bơm, chổi cọ và bột khử trùng do trạm y tế chia sẵn theo dung tích bể. Chủ nhà ký vào phiếu ghi giờ khử trùng và giờ được dùng nước trở lại.</p>
<p>Trong lúc chờ, xã đặt bốn bồn nước sạch, mỗi bồn 2.000 lít, ở cổng nhà văn hóa các thôn. Người dân được khuyên đun sôi nước trước khi uống và không lấy nước kênh rửa rau.</p>""",
        "tags": ["thời tiết", "nông thôn mới"],
        "byline": [("Nhóm PV", "text")],
        "source": "",
        "state": "published",
        "age_hours": 14,
        "note": "",
        "photo": None,
    },
    {
        "key": "chi-bo-nam-gio-sang",
        "section": "xay-dung-dang",
        "genre": "phan_anh",
        "kicker": "Chuyện ở chi bộ",
        "title": "Chi bộ thôn Kênh Hạ họp lúc năm giờ sáng",
        "standfirst": "Phần lớn đảng viên làm nghề sông nước, tối đi lưới, sáng bán cá, nên chi bộ thôn Kênh Hạ, xã Hoàng Khê chọn họp lúc năm giờ. Cuộc họp ngắn lại còn 70 phút, việc bàn ra lại nhiều hơn trước.",
        "body": """\
<p>Năm giờ kém mười, nhà văn hóa thôn Kênh Hạ đã sáng đèn. Ngoài bến, những chiếc thuyền vừa về còn ướt mạn. Người vào họp mang theo mùi nước sông, tay cầm cốc chè nóng. Đúng năm giờ, bà Nguyễn Thị Vạn, Bí thư chi bộ, bấm chiếc đồng hồ để giữa bàn.</p>
<p>Chi bộ Kênh Hạ có 29 đảng viên, trong đó 18 người làm nghề chài lưới và chở đò, 6 người buôn bán, 5 người đã nghỉ hưu. Trước kia họp tối, tháng nào cũng thiếu gần nửa. Có tháng biên bản ghi 15 người có mặt, mà hai người ngồi gật.</p>
<h2>Đổi giờ, rồi đổi cách</h2>
<p>Đề nghị họp sớm do anh Mai Văn Lượt, một đảng viên chài lưới, nêu ra hồi đầu năm. Ban đầu nhiều người cười. Chi bộ biểu quyết làm thử ba tháng: tháng thứ nhất 24 người dự, tháng thứ hai 27 người, tháng thứ ba đủ 29. Từ đó thành nếp.</p>
<p>Giờ họp sớm buộc phải họp gọn, vì đến sáu giờ rưỡi chợ cá vào phiên. Bà Vạn gửi nội dung trước ba ngày vào nhóm tin nhắn, in thêm bảy tờ chữ to cho các cụ. Vào họp không đọc lại nữa. Bảy mươi phút được chia thế này:</p>
<ul>
<li>10 phút: việc tháng trước đã hứa, ai làm, xong chưa.</li>
<li>40 phút: một việc chính, chỉ một, bàn đến khi biểu quyết được.</li>
<li>15 phút: điều dân hỏi, ghi tên người trả lời và ngày trả lời.</li>
<li>5 phút: đọc lại kết luận, ký biên bản.</li>
</ul>
<h2>Việc chính của tháng Mười một</h2>
<p>Việc chính tháng này là bến cá. Mỗi sáng có chừng 40 thuyền về, đậu chen nhau, rác lưới vứt trôi theo nước. Tổ khảo sát ba người đã đếm trong mười sáng, vẽ sơ đồ, đề nghị chia bến làm bốn ô và đặt tám giỏ thu lưới hỏng.</p>
<p>Ông Đặng Văn Chài, 70 tuổi, phản đối: thuyền lớn đậu ô ngoài thì người già lên bờ khó. Cả phòng im một lúc. Chị Bùi Thị Nhiễu, bán cá, đề nghị đổi: ô trong cùng dành cho thuyền của người trên 60 tuổi, bất kể to nhỏ. Biểu quyết: 26 người đồng ý, 3 người không.</p>
<p>Ba người không đồng ý được mời nói lý do, ghi đủ vào biên bản. “Không tán thành thì cũng phải ghi cho đàng hoàng. Sau này nếu họ đúng, mình còn biết mà sửa”, bà Vạn giải thích.</p>
<h2>Cuốn sổ dân hỏi</h2>
<p>Từ đầu năm đến nay, cuốn sổ dân hỏi của chi bộ ghi 52 điều. Trong đó 41 điều đã trả lời xong, 8 điều đang chờ xã, 3 điều chi bộ nhận là không làm được và nói rõ vì sao. Trang sổ được chụp lại, dán ở bảng tin đầu bến.</p>
<p>Sáu giờ mười phút, bà Vạn đọc lại bốn kết luận. Có tiếng máy thuyền nổ ngoài bến. Anh Lượt ký biên bản xong thì xắn quần chạy ra, kịp phiên chợ. Trên bàn còn lại hai mươi chín chiếc cốc, mấy vảy cá bạc và chiếc đồng hồ đã dừng đúng ở con số bảy mươi.</p>""",
        "tags": ["chi bộ thôn", "sông Hoàng Long"],
        "byline": [("Đào Duy", "text")],
        "source": "",
        "state": "published",
        "age_hours": 29,
        "note": "",
        "photo": {
            "motif": "hall",
            "caption": "Nhà văn hóa thôn Kênh Hạ, nơi chi bộ họp từ năm giờ sáng.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Nhà văn hóa thôn mái ngói đỏ, vài người đứng trò chuyện trước sân",
        },
    },
    {
        "key": "muoi-hai-dang-vien-tre",
        "section": "xay-dung-dang",
        "genre": "tin",
        "kicker": "",
        "title": "Mười hai đảng viên trẻ Khánh Mai nhận kèm 36 hộ làm thủ tục qua mạng",
        "standfirst": "Mỗi đảng viên trẻ giúp ba hộ có người cao tuổi hoặc ít dùng điện thoại thông minh. Sau sáu tuần, 29 hộ đã tự nộp được hồ sơ đơn giản mà không phải nhờ người khác bấm hộ.",
        "body": """\
<p>Nhóm có 12 người, đều dưới 30 tuổi, mỗi người nhận ba hộ, cộng là 36 hộ. Mỗi tuần họ đến nhà một buổi tối, lần nào cũng chỉ dạy một việc: đăng nhập, chụp giấy tờ, điền tờ khai, tra xem hồ sơ đến đâu.</p>
<p>Điều cấm duy nhất trong nhóm là cầm điện thoại của người học. “Bấm hộ thì hai phút, nhưng tháng sau lại phải đến. Chúng tôi chỉ tay, các bác bấm”, chị Vũ Thị Hằng Nga, nhóm trưởng, cho biết.</p>
<p>Đến nay, 29 hộ tự nộp được ít nhất một hồ sơ; 7 hộ còn cần kèm thêm. Chi bộ sẽ chấm kết quả theo số hộ tự làm được chứ không theo số buổi đã đi.</p>
<p>Từ tháng 12, nhóm in một tập hướng dẫn khổ nhỏ, chữ cỡ lớn, có hình chụp từng bước, để ở quầy một cửa và nhà văn hóa các thôn.</p>""",
        "tags": ["chi bộ thôn", "nông thôn mới"],
        "byline": [("Đào Duy", "text")],
        "source": "",
        "state": "published",
        "age_hours": 112,
        "note": "",
        "photo": None,
    },
    {
        "key": "nghe-cho-het-cau",
        "section": "xay-dung-dang",
        "genre": "binh_luan",
        "kicker": "Bình luận",
        "title": "Nghe cho hết câu",
        "standfirst": "Trong cuộc họp dân, người ta dễ nhận ra ai đang nghe và ai chỉ chờ đến lượt nói. Nghe hết câu là phép lịch sự, nhưng với người làm việc dân, đó trước hết là một kỹ năng nghề nghiệp.",
        "body": """\
<p>Có một chi tiết nhỏ trong cuộc họp thôn tôi dự cuối tháng trước. Một bà cụ nói về chuyện mương tắc, kể từ ngày làm dâu, qua chuyện ông nhà, chuyện con lợn nái, mất chừng bốn phút mới tới cái mương. Người chủ tọa không nhìn đồng hồ. Đến câu cuối, bà cụ nói: cái cống ấy đặt ngược. Cả phòng ngẩng lên.</p>
<p>Hóa ra điều đáng nghe nhất nằm ở cuối câu chuyện dài nhất. Nếu bị cắt lời ở phút thứ hai, bà cụ sẽ ngồi xuống, mương vẫn tắc, và biên bản vẫn ghi rằng nhân dân nhất trí cao.</p>
<p>Người dân không quen trình bày theo đề mục. Họ kể. Trong lời kể có thời gian, có nguyên nhân, có tên người, có cả cách sửa; chỉ có điều không xếp sẵn. Việc xếp lại là của người nghe. Đó là lao động, và như mọi lao động, nó cần tập.</p>
<p>Cách tập không khó. Ghi lại nguyên văn một câu. Hỏi thêm một câu. Nhắc lại điều mình hiểu để người nói sửa cho đúng. Ba việc ấy thêm vài phút cho mỗi ý kiến, nhưng thường bớt được cả một cuộc họp sau này.</p>
<p>Còn cái cống ở thôn ấy, tuần sau người ta đào lên. Nó đặt ngược thật.</p>""",
        "tags": ["chi bộ thôn"],
        "byline": [("Trường Yên", "text")],
        "source": "",
        "state": "published",
        "age_hours": 203,
        "note": "",
        "photo": None,
    },
]
