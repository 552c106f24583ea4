"""Mediation and matches: more of Pháp luật and Thể thao."""
# ruff: noqa: E501 -- prose, one paragraph a line

STORIES = [
    {
        "key": "phien-toa-gia-dinh",
        "section": "phap-luat",
        "genre": "phan_anh",
        "kicker": "Pháp luật và đời sống",
        "title": "Phiên tòa giả định giữa sân trường: vụ chiếc xe đạp mượn rồi mất",
        "standfirst": "Bốn mươi học sinh Vân Khê đóng vai thẩm phán, luật sư, nhân chứng trong một phiên tòa giả định. Vụ án hư cấu, nhưng ba tiếng tranh luận khiến cả sân trường hiểu thế nào là chứng cứ.",
        "body": """\
<p>Nội dung vụ việc do giáo viên và hai luật sư tình nguyện soạn: một bạn mượn xe đạp, dựng ngoài cổng, quên khóa, xe mất. Chủ xe đòi đền 2,4 triệu đồng; người mượn cho rằng xe cũ, chỉ đáng 1,5 triệu.</p>
<p>Mỗi bên có năm em bàn bạc trong hai tuần. Khó nhất là tìm chứng cứ: hóa đơn đã thất lạc, chỉ còn một tấm ảnh chụp ngày mua và lời kể của bác gửi xe.</p>
<p>Trong phần tranh luận, em Lê Bảo Ngân, đóng vai luật sư bên bị, hỏi nhân chứng có nhớ ngày ấy trời mưa không. Nhân chứng lúng túng; cả sân ồ lên. Thẩm phán 14 tuổi phải gõ búa hai lần.</p>
<p>Sau nửa giờ nghị án, hội đồng gợi ý hai bên thỏa thuận: đền 2,8 triệu đồng, trả làm ba lần, mỗi lần 600.000 đồng, kèm một lời xin lỗi. Cả hai đồng ý.</p>
<p>Luật sư Trịnh Hoài Nam, người hướng dẫn, nói mục đích không phải dạy các em thắng: “Hôm nay các em học được rằng nói điều gì thì phải chỉ ra căn cứ, và người bên kia cũng có lý của họ”.</p>
<p>Trường dự kiến mỗi học kỳ tổ chức một phiên, lần tới bàn về lời nói trên mạng.</p>""",
        "tags": ["hỏi đáp pháp luật", "giáo dục pháp luật"],
        "byline": [("Xuân Mai", "text")],
        "source": "",
        "state": "published",
        "age_hours": 36,
        "note": "",
        "photo": {
            "motif": "scales",
            "caption": "Chiếc cân, hình ảnh quen thuộc của lẽ công bằng.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Chiếc cân hai đĩa màu đỏ dựng trước bậc thềm tòa nhà có hàng cột trắng",
        },
    },
    {
        "key": "bo-kich-dien",
        "section": "phap-luat",
        "genre": "tin",
        "kicker": "",
        "title": "Mười chín bộ kích điện được giao nộp, bến sông Hoàng Khê trở lại với vó, lưới và những đêm ngủ yên",
        "standfirst": "Sau một tháng vận động, 19 người đánh cá ở ba thôn ven sông Hoàng Khê tự nguyện giao nộp bộ kích điện. Mỗi người được cho vay không lãi để mua lưới mới và ký cam kết không tái phạm.",
        "body": """\
<p>Dùng kích điện để bắt cá là hành vi bị cấm, vừa tận diệt con cá nhỏ vừa nguy hiểm cho người. Xã Hoàng Khê chọn cách đến từng nhà, nói trước, thu sau.</p>
<p>Trong 19 bộ có 8 bộ ở thôn Kênh Hạ, 6 bộ ở thôn Bến Cát, 5 bộ ở thôn Đoài Thượng. Quỹ cộng đồng cho mỗi hộ vay 3 triệu đồng, tổng 57 triệu đồng, trả trong 12 tháng.</p>
<p>Anh Mai Văn Cự, một trong những người giao nộp đầu tiên, nay cất vó ở khúc cua: “Đêm được ít hơn, nhưng ngủ yên. Con tôi hỏi bố làm nghề gì, tôi trả lời được”.</p>
<p>Tổ tự quản 12 người sẽ tuần sông ba đêm một tuần trong mùa cá về.</p>""",
        "tags": ["sông Hoàng Long", "giáo dục pháp luật"],
        "byline": [("Xuân Mai", "text")],
        "source": "",
        "state": "published",
        "age_hours": 212,
        "note": "",
        "photo": {
            "motif": "net",
            "caption": "Vó cất trên khúc sông Hoàng Khê lúc tinh mơ.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Chiếc vó lớn treo trên cần tre, người đánh cá đứng trên bờ, mặt trời mới lên",
        },
    },
    {
        "key": "phan-hoi-bo-kich-dien",
        "section": "phap-luat",
        "genre": "tra_loi_ban_doc",
        "kicker": "Phản hồi",
        "title": "Đại diện ba thôn ven sông Hoàng Khê nói thêm về việc giao nộp bộ kích điện",
        "standfirst": "Trưởng ba thôn cho biết tiền vay mua lưới đến tay các hộ chậm hơn dự kiến, và đề nghị báo ghi rõ điều đó. Tòa soạn đăng nguyên ý kiến.",
        "body": """\
<p>Chúng tôi cảm ơn báo đã viết về việc làm của bà con. Tuy nhiên, bài báo để bạn đọc hiểu rằng cả 19 hộ đã nhận đủ tiền vay. Đến ngày gửi thư này mới có 11 hộ nhận, 8 hộ còn lại được hẹn sang tháng.</p>
<p>Bà con vẫn giữ cam kết. Nhưng nghề vó cần lưới ngay trong mùa nước, chậm một tháng là lỡ một vụ. Chúng tôi mong quỹ cộng đồng giải ngân sớm, và mong báo trở lại vào mùa cá tới.</p>
<p>Đại diện ba thôn Kênh Hạ, Bến Cát, Đoài Thượng.</p>""",
        "tags": ["sông Hoàng Long"],
        "byline": [],
        "source": "Thư bạn đọc",
        "replies_to": "bo-kich-dien",
        "state": "published",
        "age_hours": 60,
        "note": "",
        "photo": None,
    },
    {
        "key": "canh-cay-sang-vuon",
        "section": "phap-luat",
        "genre": "tra_loi_ban_doc",
        "kicker": "Trả lời bạn đọc",
        "title": "Cành nhãn nhà hàng xóm vươn sang sân, tôi có được tự chặt không?",
        "standfirst": "Bà Vũ Thị Hảo ở xã Yên Đoài hỏi: cành nhãn nhà bên vươn sang sân nhà bà, lá rụng đầy máng nước. Bà đã nhắc hai lần mà chưa thấy tỉa. Bà nên làm gì để khỏi mất tình làng nghĩa xóm?",
        "body": """\
<p>Theo Bộ luật Dân sự năm 2015, người sử dụng đất chỉ được trồng cây trong khuôn viên đất của mình. Nếu cành, rễ vượt quá ranh giới thì phải cắt, tỉa, xén phần vượt quá, trừ khi hai bên có thỏa thuận khác. Như vậy, việc tỉa cành trước hết thuộc về chủ cây.</p>
<p>Bà không nên tự ý chặt, nhất là khi phải trèo sang phần đất nhà bên hoặc làm hỏng cả cây. Bà có thể đề nghị bằng lời một lần nữa, hẹn rõ ngày, và đề xuất cùng làm: nhà bên tỉa, nhà bà góp công dọn.</p>
<p>Nếu vẫn không được, bà nhờ tổ hòa giải ở thôn. Nên chụp ảnh cành cây, máng nước bị tắc, ghi lại ngày giờ. Hòa giải không thành thì mới tính đến cách khác theo quy định của pháp luật.</p>
<p>Theo kinh nghiệm của nhiều tổ hòa giải, mùa nhãn chín là lúc dễ nói chuyện nhất: chủ cây biếu một rổ nhãn, người bên này cho mượn cái thang.</p>""",
        "tags": ["hỏi đáp pháp luật"],
        "byline": [("Xuân Mai", "compiled")],
        "source": "",
        "state": "published",
        "age_hours": 443,
        "note": "",
        "photo": None,
    },
    {
        "key": "dua-thuyen-hoang-long",
        "section": "the-thao",
        "genre": "tin",
        "kicker": "Hội sông",
        "title": "Thuyền Gia Lĩnh về nhất, hơn thuyền thứ nhì đúng một mũi chèo",
        "standfirst": "Chặng nước rút 200 m cuối cùng của giải đua thuyền truyền thống các xã ven sông kết thúc bằng ảnh chụp. Thuyền Gia Lĩnh cán đích sau 6 phút 42 giây, hơn Hoàng Khê ba phần mười giây.",
        "body": """\
<p>Giải có 10 thuyền, mỗi thuyền 22 người gồm 20 tay chèo, một người lái và một người đánh trống, cộng 220 vận động viên. Đường đua dài 2.000 m, xuôi nước một nửa, ngược nước một nửa.</p>
<p>Hoàng Khê dẫn đầu ở cọc quay. Vào nước ngược, Gia Lĩnh giữ nhịp chậm hơn nhưng kéo dài mái chèo, rồi vượt lên trong 200 m cuối. Kết quả: Gia Lĩnh 6 phút 42 giây, Hoàng Khê 6 phút 42 giây 3, Khánh Mai 6 phút 55 giây.</p>
<p>Ông Lê Đình Phớt, người lái đò ở bến Sậy, cầm lái thuyền vô địch ở tuổi 59. “Hai mươi bảy năm chở khách ngược nước, hôm nay mới có người trao giải”, ông nói.</p>
<p>Giải thưởng gồm một con lợn, một lá cờ và 12 triệu đồng. Con lợn được mổ ngay chiều ấy, mời cả thuyền về nhì.</p>""",
        "tags": ["đua thuyền", "sông Hoàng Long"],
        "byline": [("Anh Tuấn", "text_photo")],
        "source": "",
        "state": "published",
        "age_hours": 289,
        "note": "",
        "photo": {
            "motif": "race",
            "caption": "Hai thuyền đua nước rút ở giải đua thuyền các xã ven sông.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Hai thuyền rồng dài chở đầy tay chèo áo đỏ và vàng đua trên sông",
        },
    },
    {
        "key": "bong-chuyen-nu-yen-doai",
        "section": "the-thao",
        "genre": "tin",
        "kicker": "",
        "title": "Đội nữ Yên Đoài thắng trận đầu ở tuổi trung bình 41",
        "standfirst": "Mới lập bảy tháng, đội bóng chuyền nữ Yên Đoài thắng đội trẻ phường Vân Khê 2-1. Người lớn tuổi nhất đội 53 tuổi, người trẻ nhất 24, tập ba tối một tuần ở sân kho.",
        "body": """\
<p>Đội có 12 người, tuổi trung bình 41: chín người làm ruộng, hai cô giáo, một người bán vải. Trận giao hữu kết thúc với các ván 25-22, 19-25 và 15-13.</p>
<p>Chị Mai Thị Thúy, 53 tuổi, ghi điểm cuối bằng một quả phát bóng sát lưới. “Tay cấy quen rồi, quả bóng còn nhẹ hơn bó mạ”, chị đùa.</p>
<p>Sau trận, hai đội hẹn đấu lượt về vào giữa tháng 12; đội khách xin thêm một điều kiện: được học cách phát bóng ấy.</p>""",
        "tags": ["bóng chuyền"],
        "byline": [("Anh Tuấn", "text")],
        "source": "",
        "state": "published",
        "age_hours": 19,
        "note": "",
        "photo": {
            "motif": "volleyball",
            "caption": "Pha tranh bóng trên lưới ở sân Yên Đoài.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Hai người bật nhảy tranh bóng trên lưới, dân làng đứng xem phía sau",
        },
    },
    {
        "key": "lop-boi-ao-lang",
        "section": "the-thao",
        "genre": "phong_van",
        "kicker": "Trò chuyện",
        "title": "“Dạy bơi là dạy các cháu biết sợ cho đúng”",
        "standfirst": "Ba mùa hè liền, thầy giáo thể dục Cao Xuân Thủy dạy bơi miễn phí cho trẻ em Đồng Trạch ở ao làng được quây lưới. Lớp năm nay có 84 em biết bơi.",
        "body": """\
<p><strong>PV: Thưa thầy, vì sao lại chọn ao làng?</strong></p>
<p><strong>Thầy Cao Xuân Thủy:</strong> Vì trẻ con ở đây lớn lên cạnh ao chứ không cạnh bể bơi. Ao được nạo, quây lưới, chia ba ô sâu 60 cm, 90 cm và 1,2 m. Nước được thay và kiểm tra trước mỗi đợt.</p>
<p><strong>PV: Kết quả ba năm thế nào?</strong></p>
<p><strong>Thầy Cao Xuân Thủy:</strong> Năm đầu 35 em, năm sau 61 em, năm nay 84 em, cộng là 180. Em nào cũng phải bơi được 25 m và nổi tại chỗ hai phút mới gọi là biết.</p>
<p><strong>PV: Điều gì khó nhất?</strong></p>
<p><strong>Thầy Cao Xuân Thủy:</strong> Là dạy các cháu biết sợ cho đúng. Biết bơi rồi thì dễ liều. Nên buổi cuối cùng tôi không dạy bơi mà dạy cách đứng trên bờ ném dây, ném can nhựa, gọi người lớn. Cứu người mà không nhảy xuống, đó mới là bài khó.</p>""",
        "tags": ["bơi an toàn"],
        "byline": [("Anh Tuấn", "text")],
        "source": "",
        "state": "published",
        "age_hours": 698,
        "note": "",
        "photo": None,
    },
    {
        "key": "giai-chay-quanh-nui",
        "section": "the-thao",
        "genre": "tin",
        "kicker": "",
        "title": "Gần năm trăm người chạy quanh núi Đồng Lĩnh",
        "standfirst": "Giải chạy phong trào vòng quanh núi Đồng Lĩnh, xã Phú Lĩnh thu hút đông người tham gia ở hai cự ly 5 km và 10 km. Không có tiền thưởng, ai về đích cũng được một cây giống.",
        "body": """\
<p>Giải có 486 người đăng ký, trong đó 310 người chạy 5 km và 176 người chạy 10 km. Người cao tuổi nhất 71 tuổi, người nhỏ nhất 9 tuổi chạy cùng mẹ.</p>
<p>Đường chạy đi qua hai thôn, có sáu điểm nước do dân đặt trước ngõ. Không dùng cốc nhựa; mỗi người đeo một chiếc cốc ở thắt lưng.</p>
<p>Sau giải, người chạy trồng số cây được tặng dọc đoạn đường trống ở chân núi.</p>""",
        "tags": ["chạy bộ"],
        "byline": [("Anh Tuấn", "text")],
        "source": "",
        "state": "withdrawn",
        "age_hours": 236,
        "note": "Gỡ bài: ban tổ chức báo số người về đích và số cây đã trồng chưa khớp. Chờ biên bản tổng kết rồi sửa và đăng lại.",
        "photo": None,
    },
]
