"""Thời sự and Xây dựng Đảng."""
# ruff: noqa: E501 -- prose, one paragraph a line

STORIES = [
    {
        "key": "tieu-ung-hoang-long",
        "section": "thoi-su",
        "genre": "tin",
        "kicker": "",
        "title": "Mưa muộn làm ngập 111 ha cây vụ đông, các xã ven sông Hoàng Long dồn sức tiêu úng",
        "standfirst": "Hai ngày mưa lớn trái mùa khiến nhiều ruộng rau màu ở Hoàng Khê, Gia Lĩnh và Đồng Trạch chìm trong nước. Nhờ vận hành máy bơm suốt đêm, đến nay hai phần ba diện tích ngập đã lộ mặt luống.",
        "body": """\
<p>Theo số liệu tổng hợp từ ba xã, đợt mưa vừa qua làm ngập 111 ha cây vụ đông, trong đó Hoàng Khê 46 ha, Gia Lĩnh 38 ha và Đồng Trạch 27 ha. Phần lớn là ngô nếp, bí xanh và rau ăn lá mới bén rễ. Thùng đo đặt tại trạm bơm Cống Vạc, xã Hoàng Khê ghi được 96 mm nước trong hai ngày.</p>
<p>Ngay khi mưa ngớt, trạm bơm Cống Vạc chạy cả 5 máy, mỗi máy 4.000 m³/giờ. Sau 16 giờ liên tục, khoảng 320.000 m³ nước đã được đẩy ra sông. Tới lúc này, 74 ha đã rút hết nước mặt ruộng; 37 ha còn lại nằm ở các chân trũng, phải đặt thêm máy bơm dã chiến.</p>
<p>Ông Lương Đình Kỷ, tổ trưởng tổ vận hành trạm bơm Cống Vạc cho biết: “Mực nước sông đang xuống nên bơm rất thuận. Anh em chia làm hai ca, mỗi ca 4 người, trông máy và vớt bèo ở cửa hút. Nếu trời tạnh, chỉ một ngày nữa là chân ruộng trũng nhất cũng cạn”.</p>
<p>Trên những thửa đã cạn, bà con tranh thủ khơi rãnh, vun lại luống và nhặt bỏ cây dập. Bà Phạm Thị Nụ ở thôn Bến Đáy, xã Gia Lĩnh có 3 sào bí xanh thì hỏng gần 1 sào. Bà đã gieo sẵn hai khay bầu để dặm lại ngay khi đất ráo.</p>
<p>Cán bộ khuyến nông các xã khuyên bà con không vội bón đạm khi rễ còn yếu; chờ mặt luống se lại, xới nhẹ phá váng rồi mới tưới phân loãng. Với rau ăn lá bị ngập quá hai ngày, nên cày lật, làm đất gieo lứa khác cho kịp phiên chợ cuối năm.</p>""",
        "tags": ["vụ đông", "thời tiết", "sông Hoàng Long"],
        "byline": [("Nhóm PV", "text")],
        "source": "",
        "state": "published",
        "age_hours": 2,
        "note": "",
        "photo": {
            "motif": "river",
            "caption": "Mực nước sông Hoàng Long xuống dần, thuận lợi cho việc tiêu úng nội đồng.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Dòng sông uốn quanh những bãi ruộng xanh dưới bầu trời nhiều mây",
        },
    },
    {
        "key": "duong-thon-doai-thuong",
        "section": "xay-dung-dang",
        "genre": "phan_anh",
        "kicker": "Chuyện ở chi bộ",
        "title": "Chi bộ thôn Đoài Thượng bàn từng mét đường với dân",
        "standfirst": "Mở một con đường dài hơn cây số qua giữa làng, chi bộ thôn Đoài Thượng, xã Hoàng Khê đã họp bảy lần, gõ cửa 57 nhà và nắn mép đường để giữ một gốc nhãn. Đường xong mà không nhà nào phải cưỡng chế.",
        "body": """\
<p>Đường trục thôn Đoài Thượng dài 1.240 m, trước chỉ rộng 3 m, xe gặt vào đến đầu làng là phải dừng. Đầu năm nay, chi bộ đưa việc mở đường ra bàn. Muốn rộng 5,5 m, suốt chiều dài phải lấy thêm 3.100 m² đất; trừ 984 m² đất công hai bên lề, còn 2.116 m² là vườn, là sân, là chân tường của 57 hộ.</p>
<p>“Con số ấy đọc lên ai cũng ngại. Nhưng chúng tôi thống nhất với nhau: chưa đi hết 57 nhà thì chưa cắm một cọc nào”, ông Phạm Văn Khiết, Bí thư chi bộ thôn nhớ lại buổi họp tháng Hai.</p>
<h2>Năm tổ đảng viên, năm ngõ xóm</h2>
<p>Chi bộ có 41 đảng viên, chia thành năm tổ theo năm ngõ: bốn tổ mỗi tổ 8 người, riêng tổ ngõ Đình đông nhà hơn nên 9 người. Mỗi tổ nhận một tờ sơ đồ vẽ tay, ghi tên từng hộ, số mét đất dự kiến lùi vào, cây nào phải chặt, tường nào phải phá. Việc đầu tiên của tổ không phải là vận động, mà là đo lại cùng chủ nhà.</p>
<p>Đo xong mới biết sơ đồ cũ sai ở 11 chỗ, có nhà bị tính thừa đến 6 m². Những sai sót ấy được sửa ngay trước mặt chủ hộ và đọc lại ở hội nghị thôn. Theo ông Khiết, đó là lúc không khí đổi khác: “Người ta thấy mình đo cho đúng chứ không phải đo cho được, nên từ chỗ đứng ngoài nghe, bà con vào cầm thước cùng”.</p>
<p>Trong 57 hộ, có 31 hộ hiến đất vườn với 1.480 m², 26 hộ lùi vào đất ở với 636 m². Chín đảng viên có đất trong số ấy đều tháo dỡ tường rào trong tuần đầu. Nhà ông Khiết lùi 1,4 m, mất luôn giàn mướp và chuồng gà.</p>
<h2>Cây nhãn trước ngõ bà Nhẫn</h2>
<p>Chỗ khó nhất không nằm ở mét đất nào, mà ở một gốc nhãn. Bà Lê Thị Nhẫn, 74 tuổi, sống một mình ở ngõ Giếng. Cây nhãn trước cổng do chồng bà trồng năm ông đi bộ đội về, nay một người ôm không xuể. Tổ đảng viên đến ba lần, bà đều rót nước mời, rồi im lặng.</p>
<p>Lần thứ tư, anh Đinh Quang Hạp, tổ trưởng, không nói chuyện hiến đất nữa. Anh xin bà cho đo khoảng cách từ gốc cây ra mương. Tối ấy tổ họp, đề nghị nắn mép đường lệch về phía mương 60 cm trên một đoạn 18 m, kè thêm bờ mương cho chắc. Phần kè phát sinh 14 triệu đồng, lấy từ khoản đóng góp của con em xa quê.</p>
<blockquote><p>“Tôi có tiếc đất đâu. Tôi chỉ mong người ta hỏi xem cái cây ấy là của ai”, bà Nhẫn nói. Hôm đổ bê tông qua cổng, bà nấu một nồi chè đỗ đen mang ra cho cả tốp thợ.</p></blockquote>
<h2>Sổ thu chi treo ở nhà văn hóa</h2>
<p>Toàn tuyến hết 1 tỷ 860 triệu đồng. Xã hỗ trợ xi măng và ống cống trị giá 720 triệu đồng; con em xa quê và doanh nghiệp ủng hộ 600 triệu đồng; nhân dân trong thôn góp 540 triệu đồng. Thôn có 268 hộ, chi bộ và ban công tác mặt trận thống nhất miễn cho 18 hộ khó khăn; 250 hộ còn lại mỗi hộ 2,16 triệu đồng, nộp làm ba lần. Ngoài tiền, bà con góp 860 ngày công.</p>
<p>Cứ chiều thứ Sáu, tổ giám sát cộng đồng lại treo bảng thu chi trong tuần ở nhà văn hóa, kèm ảnh chụp từng hóa đơn. Ông Tống Văn Điểm, một người dân có nghề xây, được mời vào tổ giám sát vì hay hỏi khó. Ông từng yêu cầu dừng đổ một mẻ bê tông do lẫn nhiều bùn. Mẻ ấy bị trả lại, nhà thầu nhận lỗi ngay tại chỗ.</p>
<p>Cuối tháng Mười, chuyến xe gặt đầu tiên chạy thẳng từ đường xã vào tận cánh đồng sau làng. Chi bộ đang bàn tiếp việc trồng hoa ven đường và lắp 42 bóng đèn. Cách làm vẫn thế: đo từng đoạn, hỏi từng nhà, ghi rõ từng khoản rồi mới biểu quyết.</p>""",
        "tags": ["chi bộ thôn", "giao thông nông thôn", "nông thôn mới"],
        "byline": [("Đào Duy", "text")],
        "source": "",
        "state": "published",
        "age_hours": 7,
        "note": "",
        "photo": None,
    },
    {
        "key": "loi-hua-hoi-truong-thon",
        "section": "xay-dung-dang",
        "genre": "binh_luan",
        "kicker": "Bình luận",
        "title": "Lời hứa ở hội trường thôn",
        "standfirst": "Người dân nhớ lời hứa lâu hơn người hứa vẫn nghĩ. Giữ được một quyển sổ ghi đủ việc đã nhận, việc đã xong và việc chưa làm được là cách giản dị nhất để cán bộ cơ sở giữ lấy niềm tin.",
        "body": """\
<p>Ở một xã ven sông, kỳ đối thoại đầu năm ghi được 23 kiến nghị. Đến trung tuần tháng 11, đối chiếu lại, 14 việc đã xong, 6 việc đang làm, còn 3 việc chưa có câu trả lời. Tính ra, hơn sáu phần mười số việc đã xong, một kết quả không tồi. Nhưng trong buổi gặp dân mới đây, ba việc chưa trả lời mới là ba việc được hỏi nhiều nhất.</p>
<p>Không phải vì đó là việc lớn. Một cái cống nghẹt, một bóng đèn đầu ngõ, một lối ra đồng bị rào. Điều làm bà con phiền lòng là không ai nói cho họ biết vì sao chưa làm, vướng ở đâu, bao giờ tháo được. Im lặng lâu ngày khiến việc nhỏ hóa thành chuyện lòng tin.</p>
<p>Hứa nhiều chưa chắc là gần dân. Có khi ngược lại: hứa là cách nhanh nhất để kết thúc một cuộc họp. Người cán bộ cẩn trọng sẽ nói được ba câu: việc này làm được, hẹn ngày này; việc này phải hỏi cấp trên, tuần sau trả lời; việc này không làm được, vì lẽ này. Câu thứ ba khó nói nhất, và cũng đáng trọng nhất.</p>
<p>Một quyển sổ đặt ngay cửa nhà văn hóa, ai cũng giở ra xem được, có lẽ nói được nhiều hơn một bản báo cáo dài. Cột đầu ghi việc, cột sau ghi người nhận, cột cuối ghi ngày xong. Chỗ nào còn trống, người dân nhìn thấy, và chính người nhận việc cũng nhìn thấy mỗi lần đi họp.</p>""",
        "tags": ["chi bộ thôn", "nông thôn mới"],
        "byline": [("Đào Duy", "text")],
        "source": "",
        "state": "draft",
        "age_hours": None,
        "note": "",
        "photo": None,
    },
    {
        "key": "duong-de-gia-linh",
        "section": "thoi-su",
        "genre": "phan_anh",
        "kicker": "",
        "title": "Sau mưa, đường đê qua Gia Lĩnh có ba điểm sụt lún",
        "standfirst": "Chỉ trên một quãng đường đê qua thôn Bến Đáy, xã Gia Lĩnh, người dân đếm được ba chỗ mặt đường nứt và sụt sau đợt mưa vừa qua. Học sinh và người đi chợ sớm qua đây đều phải dắt xe.",
        "body": """\
<p>Theo phản ánh của người dân thôn Bến Đáy, xã Gia Lĩnh, sau đợt mưa muộn, mép đường đê phía đồng xuất hiện ba điểm sụt lún, dài lần lượt 12 m, 8 m và 15 m, cộng lại 35 m. Chỗ sâu nhất, mặt bê tông thụt xuống chừng một gang tay.</p>
<p>“Sáng nào tôi cũng chở rau ra chợ từ bốn rưỡi. Trời còn tối, không có biển báo nên mấy hôm đầu suýt ngã”, chị Tạ Thị Ngoan, người trồng rau trong thôn cho biết. Hiện bà con đã chặt cành tre, buộc mảnh vải đỏ cắm tạm ở hai đầu mỗi điểm lún.</p>
<p>Đường này là lối tới trường của hơn 40 học sinh trong thôn. Ông Quách Văn Thư, có hai cháu học tiểu học, kể mấy hôm nay nhà nào cũng cử người lớn đưa các cháu đi sát mép trong, qua khỏi đoạn nứt mới cho lên xe.</p>
<p>Người dân mong sớm có biển cảnh báo, đèn chiếu sáng ban đêm và lịch sửa chữa cụ thể, vì chỉ ít tuần nữa xe chở nông sản Tết sẽ qua lại nhiều hơn.</p>""",
        "tags": ["giao thông nông thôn", "thời tiết", "sông Hoàng Long"],
        "byline": [("Trường Yên", "text")],
        "source": "",
        "state": "sent_back",
        "age_hours": None,
        "note": "Bài mới có tiếng nói một phía. Cần hỏi thêm UBND xã và đơn vị quản lý tuyến đê: đã kiểm tra chưa, ai cắm biển, bao giờ sửa. Ghi rõ vị trí từng điểm sụt và ngày đi thực tế. Có ảnh hiện trường thì gửi kèm.",
        "photo": None,
    },
    {
        "key": "dem-xe-qua-cau",
        "section": "thoi-su",
        "genre": "tin",
        "kicker": "",
        "title": "Một buổi sáng đếm xe qua cầu Bến Đáy",
        "standfirst": "Từ 6 giờ đến 8 giờ sáng thứ Ba, 412 lượt xe qua cây cầu hẹp nối hai bờ sông ở xã Gia Lĩnh.",
        "body": """\
<p>Người viết đứng ở đầu cầu Bến Đáy từ 6 giờ đến 8 giờ sáng thứ Ba, đếm được 268 xe máy, 117 xe đạp và 27 ô tô, tổng cộng 412 lượt. Đông nhất là quãng 6 giờ 30 đến 7 giờ, khi học sinh tới trường.</p>
<p>Mặt cầu rộng 3,2 m, hai ô tô không tránh được nhau. Sáng ấy có năm lần xe phải lùi xuống dốc nhường đường.</p>""",
        "tags": ["giao thông nông thôn"],
        "byline": [("Đào Duy", "text")],
        "source": "",
        "state": "binned",
        "age_hours": None,
        "note": "Gộp số liệu này vào bài về đường đê Gia Lĩnh.",
        "photo": None,
    },
]
