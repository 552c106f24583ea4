"""Pupils and patients: more of Giáo dục and Y tế."""
# ruff: noqa: E501 -- prose, one paragraph a line

STORIES = [
    {
        "key": "duong-de-toi-truong",
        "section": "giao-duc",
        "genre": "phong_su",
        "kicker": "Đường tới trường",
        "title": "Hàng một trên mặt đê",
        "standfirst": "Sáu giờ mười lăm mỗi sáng, 43 học trò thôn Bến Đáy xếp hàng một đi bộ trên mặt đê tới trường. “Chuyến xe buýt bằng chân” do phụ huynh tổ chức đã chạy được hai tháng, chưa sáng nào lỡ chuyến.",
        "body": """\
<p>Đoàn đi bộ khởi hành ở gốc đa đầu thôn. Đi đầu là chị Lường Thị Hiên, khoác áo phản quang, tay cầm lá cờ đuôi nheo màu vàng. Đi cuối là ông Quách Văn Thư, có hai cháu trong đoàn. Ở giữa, 43 đứa trẻ nối nhau, em lớn dắt em nhỏ, cặp sách đập vào lưng theo nhịp bước.</p>
<p>Đoạn đường dài 1,6 km, đi mất 28 phút. Có ba bến: gốc đa, cống Ba, lò gạch cũ. Em nào ở gần bến nào thì chờ ở bến ấy. Sáu giờ mười lăm rời bến một, sáu giờ hai lăm tới bến hai, sáu giờ ba hai tới bến ba, sáu giờ bốn ba vào cổng trường.</p>
<h2>Bắt đầu từ một cú ngã</h2>
<p>Hồi đầu năm học, một em lớp Ba đi xe đạp ngã ở chỗ mặt đê nứt, gãy tay. Tuần sau, nhà nào cũng chở con bằng xe máy. Mặt đê rộng chưa đầy bốn mét, 40 chiếc xe máy dồn trong mười lăm phút, va quệt thành cơm bữa.</p>
<p>Cô Phan Thị Dịu, Hiệu trưởng trường tiểu học, mời phụ huynh đến, vẽ lên bảng một phép tính: 43 em đi bộ thành hàng dài chừng 40 m, bằng chỗ của bảy chiếc xe máy đi nối đuôi. “Cả phòng im lặng. Rồi có người hỏi: thế ai dắt?”, cô kể.</p>
<h2>Lịch của mười phụ huynh</h2>
<p>Mười phụ huynh nhận việc, chia thành năm cặp, mỗi cặp một buổi sáng trong tuần, người đi đầu và người đi cuối. Buổi trưa về cũng vậy, do các ông bà đã nghỉ hưu đảm nhận. Trường mua 45 áo phản quang cỡ nhỏ và mười áo cỡ lớn, hết 2,75 triệu đồng, mỗi chiếc 50.000 đồng.</p>
<p>Luật của đoàn có bốn điều, các em tự viết:</p>
<ul>
<li>Đi hàng một, mép trong.</li>
<li>Nói chuyện được, chạy thì không.</li>
<li>Thấy xe lớn, người đi đầu hô “nép”, cả đoàn đứng lại.</li>
<li>Ai buồn thì đi cạnh ông Thư.</li>
</ul>
<p>Điều thứ tư là của em Đỗ Gia Hân, lớp 2. Bố mẹ em đi làm xa, sáng nào em cũng đi cạnh ông. Ông Thư biết hết tên các con mèo nhà em.</p>
<h2>Sau hai tháng</h2>
<p>Sổ của đoàn ghi 41 buổi sáng, không buổi nào bỏ, kể cả bốn hôm mưa. Số lần đi muộn của học sinh Bến Đáy giảm từ 36 lượt trong tháng Chín xuống còn 5 lượt trong tháng Mười một. Thầy cô nhận ra một điều không định trước: các em vào lớp tỉnh táo hơn.</p>
<p>“Ngồi sau xe máy, con tôi ngủ gật. Đi bộ thì nó kể chuyện. Có hôm về nhà tôi mới biết nó sợ nhất môn chính tả”, anh Tạ Văn Dũng, phụ huynh, nói.</p>
<p>Cái khó còn lại là mặt đê. Ba chỗ sụt được rào tạm, đoàn phải đi vòng xuống bờ ruộng chừng 60 m. Trời mưa, đoạn ấy trơn. Thanh niên trong thôn đã lót gạch vỡ và đóng một hàng cọc tre có dây.</p>
<p>Sáng thứ Sáu tuần trước, sương dày, lá cờ vàng đi trước chỉ còn là một đốm mờ. Em đầu hàng cất tiếng đếm, em sau đếm tiếp, cứ thế đến hết đoàn: bốn mươi ba. Ông Thư đi cuối hô thêm một tiếng “đủ”, và hàng một lại bước.</p>""",
        "tags": ["đường tới trường", "giao thông nông thôn"],
        "byline": [("Thu Hà", "text")],
        "source": "",
        "state": "published",
        "age_hours": 23,
        "note": "",
        "photo": {
            "motif": "dyke",
            "caption": "Học sinh thôn Bến Đáy đi bộ tới trường trên mặt đê.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Hàng học sinh áo trắng khăn đỏ đi trên mặt đê xanh, phía sau là sông và núi",
        },
    },
    {
        "key": "tiet-hoc-que-minh",
        "section": "giao-duc",
        "genre": "tin",
        "kicker": "",
        "title": "Tiết học “Quê mình” mời thợ cói, lái đò đứng lớp",
        "standfirst": "Mỗi tháng một lần, một trường trung học cơ sở ở Kim Lạc nhường bục giảng cho người làng. Học sinh ghi chép, đặt câu hỏi, rồi viết một trang kể lại nghề ấy bằng lời của mình.",
        "body": """\
<p>Từ tháng Chín đến nay, trường đã mời ba người: thợ dệt chiếu, người lái đò và thợ đóng cối. Mỗi tiết 45 phút, trong đó 20 phút kể, 10 phút làm thử, 15 phút trả lời câu hỏi.</p>
<p>Thầy Mai Đức Cảnh, dạy ngữ văn, cho biết 156 học sinh khối 8 đã nộp 151 bài viết. Nhiều em vốn ngại văn lại viết dài, vì “có chuyện để kể”.</p>
<p>Bà Phạm Thị Thoa, thợ dệt, thú nhận đêm trước không ngủ được. Bà mang theo khung nhỏ, để học trò dập thử. Em nào cũng dập lệch. Bà bảo: “Lệch là đúng, tôi cũng lệch mất hai năm”.</p>
<p>Cuối học kỳ, trường chọn 30 bài đóng thành tập, để ở thư viện và tặng lại người đã đứng lớp.</p>""",
        "tags": ["văn hóa đọc", "nghề cói"],
        "byline": [("Thu Hà", "text")],
        "source": "",
        "state": "published",
        "age_hours": 131,
        "note": "",
        "photo": {
            "motif": "classroom",
            "caption": "Một tiết học “Quê mình” ở Kim Lạc.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Lớp học nhìn từ cuối phòng, cô giáo mặc áo dài chỉ lên bảng",
        },
    },
    {
        "key": "may-do-am-luong-rau",
        "section": "giao-duc",
        "genre": "tin",
        "kicker": "Sáng tạo học trò",
        "title": "Ba học sinh lớp 9 làm máy báo ẩm cho luống rau của bà, giá 85.000 đồng",
        "standfirst": "Chiếc hộp nhựa cũ, hai que kẽm và một đèn báo giúp người trồng rau biết lúc nào cần tưới. Nhóm học sinh Khánh Mai làm 20 chiếc đầu tiên để tặng các hộ cao tuổi.",
        "body": """\
<p>Nguyễn Tiến Lực, Đoàn Thị Minh Anh và Vũ Hải Sơn bắt đầu từ luống rau của bà Lực, người hay quên mình đã tưới hay chưa. Que kẽm cắm xuống đất; đất khô thì đèn đỏ sáng, đất ẩm thì đèn xanh.</p>
<p>Mỗi máy hết 85.000 đồng linh kiện, 20 chiếc là 1,7 triệu đồng, lấy từ tiền bán giấy vụn của lớp. Nhóm thử trên ba loại đất trong bốn tuần, phải thay que sắt bằng que kẽm vì sắt gỉ nhanh.</p>
<p>Thầy giáo hướng dẫn nhận xét điều đáng khen nhất là quyển nhật ký thử nghiệm 28 trang, ghi cả những lần sai.</p>""",
        "tags": ["vụ đông", "sáng tạo trẻ"],
        "byline": [("Thu Hà", "text")],
        "source": "",
        "state": "published",
        "age_hours": 483,
        "note": "",
        "photo": None,
    },
    {
        "key": "tram-y-te-phu-linh",
        "section": "y-te",
        "genre": "phong_su",
        "kicker": "Y tế cơ sở",
        "title": "Một ngày ở trạm y tế chân núi",
        "standfirst": "Trạm y tế Phú Lĩnh có bảy cán bộ, phục vụ 6.300 dân sống rải theo bốn thung. Ngày phiên, trạm đông như chợ; ngày thường, họ gùi túi thuốc đi vào thung, đo huyết áp ngay trên bậc cửa.",
        "body": """\
<p>Bảy giờ kém mười lăm, y sĩ Lò Thị Mỵ mở cửa sổ trạm. Ngoài hiên đã có bảy người ngồi chờ, ba người già, một bà mẹ bế con, ba người khám sức khỏe. Chị rót nước, phát số, hỏi từng người đã ăn sáng chưa.</p>
<p>Thứ Ba là ngày khám cho người bệnh mạn tính. Trạm quản lý 412 người tăng huyết áp và 138 người đái tháo đường; trong đó 55 người mắc cả hai bệnh, nên tính theo đầu người là 495. Mỗi người có một thẻ màu, ghi ngày hẹn.</p>
<h2>Thẻ xanh, thẻ vàng, thẻ đỏ</h2>
<p>Cách phát thẻ do điều dưỡng Hoàng Văn Pha nghĩ ra. Thẻ xanh: chỉ số ổn, hai tháng khám một lần. Thẻ vàng: mỗi tháng một lần. Thẻ đỏ: hai tuần một lần và có người đến nhà nhắc thuốc. Đầu năm có 96 thẻ đỏ, nay còn 41.</p>
<p>“Người ta không sợ lời dặn, nhưng ngại cầm thẻ đỏ trước mặt hàng xóm”, anh Pha nói, rồi vội thêm: thẻ có bìa che, ai muốn giấu thì giấu.</p>
<p>Trong buổi sáng, trạm khám 38 lượt: 26 lượt mạn tính, 7 lượt trẻ em, 5 lượt bệnh khác. Một cụ ông được gửi lên tuyến trên vì mạch không đều. Xe máy của trạm chở cụ ra đường lớn, chị Mỵ gọi điện báo trước nơi nhận.</p>
<h2>Chiều vào thung</h2>
<p>Một giờ rưỡi, hai người lên đường vào thung Vầu. Túi thuốc nặng chừng năm ký: máy đo huyết áp, bông băng, thuốc bôi, ống nghe và một gói kẹo. Đường đá 1,8 km đi mất bốn mươi phút.</p>
<p>Thung Vầu có 11 nhà, cả chiều họ ghé được tám. Ở mỗi nhà, việc đầu tiên không phải là khám mà là nhìn: bếp có khói không, chum nước có đậy không, vỉ thuốc vơi đúng ngày không. Bà Đinh Thị Sắn, 77 tuổi, khoe vỉ thuốc hết đúng hôm nay. Chị Mỵ khen, rồi lẳng lặng đếm lại.</p>
<blockquote><p>“Ở đây, khám một lần thì dễ. Khó là làm sao để lần sau họ vẫn còn muốn mở cửa cho mình”, y sĩ Lò Thị Mỵ nói.</p></blockquote>
<h2>Điều còn thiếu</h2>
<p>Trạm thiếu một máy điện tim tốt; máy đang dùng hay nhòe giấy. Thiếu cả chỗ ngồi chờ, ngày phiên người bệnh phải đứng ra sân. Xã đã có kế hoạch nối dài mái hiên 24 m², làm xong trước Tết.</p>
<p>Còn thiếu một thứ không mua được: người trẻ. Trong bảy cán bộ, bốn người trên 50 tuổi. Trạm đang kèm hai cô gái trong xã học điều dưỡng, ngày nghỉ về làm quen với sổ sách, quen cả những lối mòn vào thung.</p>
<p>Năm giờ rưỡi, trời sập tối sau vách núi. Chị Mỵ ghi nốt tám dòng vào sổ, khóa tủ thuốc. Điện thoại rung: bà Sắn gọi, hỏi hai người đã ra khỏi dốc chưa.</p>""",
        "tags": ["y tế cơ sở"],
        "byline": [("Thu Hà", "text")],
        "source": "",
        "state": "published",
        "age_hours": 48,
        "note": "",
        "photo": {
            "motif": "clinic",
            "caption": "Khám cho người cao tuổi ở trạm y tế Phú Lĩnh.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Người điều dưỡng áo trắng khám cho một cụ già ngồi ghế, ngoài cửa sổ là núi",
        },
    },
    {
        "key": "hien-mau-yen-doai",
        "section": "y-te",
        "genre": "tin",
        "kicker": "",
        "title": "Ngày hiến máu Yên Đoài nhận 214 đơn vị",
        "standfirst": "Trong 251 người đăng ký, 214 người đủ điều kiện và đã hiến máu. Gần một nửa là người lần đầu, nhiều cặp vợ chồng rủ nhau cùng đến sau buổi làm đồng.",
        "body": """\
<p>Có 251 người đến đăng ký; sau khi khám sàng lọc, 37 người được khuyên hẹn dịp khác. Trong 214 người hiến có 101 người hiến lần đầu và 113 người đã hiến từ hai lần trở lên.</p>
<p>Anh Hoàng Văn Thực, thợ nề, hiến lần thứ mười một, mang theo một phích nước đường tự pha cho người mới: “Lần đầu ai cũng sợ cái kim. Uống ngụm nước, nói dăm câu là quên”.</p>
<p>Ban tổ chức nhắc người hiến nghỉ ngơi ít nhất nửa giờ, uống nhiều nước và không làm việc nặng trong ngày.</p>""",
        "tags": ["hiến máu"],
        "byline": [("Thu Hà", "text")],
        "source": "",
        "state": "published",
        "age_hours": 162,
        "note": "",
        "photo": None,
    },
    {
        "key": "bep-an-truong-hoc",
        "section": "y-te",
        "genre": "phan_anh",
        "kicker": "An toàn thực phẩm",
        "title": "Bếp bán trú treo camera, phụ huynh xem được rau từ lúc rửa",
        "standfirst": "Năm bếp bán trú ở Vân Khê cho phụ huynh thay nhau vào kiểm tra mỗi sáng, không báo trước. Sau một tháng, chuyện cãi vã về bữa ăn giảm hẳn, còn số suất bỏ dở cũng bớt đi.",
        "body": """\
<p>Năm bếp nấu mỗi ngày 1.850 suất. Mỗi bếp lắp hai camera ở khu rửa và khu chia, phụ huynh xem được từ 6 giờ đến 11 giờ. Nhóm kiểm tra gồm hai phụ huynh bốc thăm, vào bếp không cần hẹn.</p>
<p>Trong tháng đầu có 100 lượt kiểm tra, phát hiện 14 lỗi nhỏ: thớt để lẫn, sổ lưu mẫu ghi muộn, tủ lạnh chưa đủ lạnh. Mười ba lỗi sửa ngay trong ngày, một lỗi phải thay tủ.</p>
<p>Chị Lại Thị Thuần, phụ huynh, nói vào bếp rồi mới thương người nấu: “Bốn giờ sáng các cô đã nhặt rau. Tôi về không ca cẩm chuyện canh nhạt nữa”.</p>
<p>Cô nuôi đề nghị thêm một điều: phụ huynh xem thì góp cả thực đơn. Từ tháng 12, mỗi tuần sẽ có một bữa do lớp chọn.</p>""",
        "tags": ["an toàn thực phẩm"],
        "byline": [("Thu Hà", "text")],
        "source": "",
        "state": "published",
        "age_hours": 641,
        "note": "",
        "photo": None,
    },
]
