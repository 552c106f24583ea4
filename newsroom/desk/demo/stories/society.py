"""Giáo dục, Y tế, Pháp luật and Thể thao."""
# ruff: noqa: E501 -- prose, one paragraph a line

STORIES = [
    {
        "key": "co-lam-cho-sach",
        "section": "giao-duc",
        "genre": "nguoi_tot_viec_tot",
        "kicker": "Người tốt, việc tốt",
        "title": "Cô giáo về hưu và chiếc xe đạp chở sách ở Yên Đoài",
        "standfirst": "Bốn năm nay, mỗi tuần năm buổi chiều, cô giáo về hưu Hoàng Thị Lam lại buộc hai sọt sách lên xe đạp, đi khắp các thôn xã Yên Đoài. Trẻ con trong xã gọi chuyến xe ấy là “giờ của cô Lam”.",
        "body": """\
<p>Bốn giờ chiều, chiếc xe đạp sơn xanh dừng dưới gốc bàng đầu thôn Ngò. Cô Hoàng Thị Lam, 61 tuổi, chưa kịp gạt chân chống thì đã có hơn chục đứa trẻ quây lại. Hai sọt tre, mỗi sọt 30 cuốn, vơi đi rất nhanh. Em nào trả sách phải kể lại một điều mình thích; kể xong mới được chọn cuốn mới.</p>
<p>Cô Lam dạy tiểu học 36 năm. Nghỉ hưu, cô tiếc hai giá sách ở nhà nằm im, bèn nghĩ cách cho sách đi thăm học trò. Xã có năm thôn ở xa trường, mỗi thôn cô hẹn một buổi chiều cố định, mưa to mới nghỉ. Riêng tháng Mười vừa rồi, quyển sổ của cô ghi 1.150 lượt mượn.</p>
<p>Từ hơn trăm cuốn ban đầu, tủ sách nay có 1.460 cuốn: 820 cuốn truyện và sách thiếu nhi, 410 cuốn khoa học và kỹ thuật nhà nông, 230 cuốn lịch sử, văn hóa. Phần lớn do học trò cũ gửi về. Sách nông nghiệp vốn để dành cho người lớn, không ngờ mấy cậu lớp Năm mượn về đọc cho ông bà nghe nhiều nhất.</p>
<p>Bốn năm, sổ ghi mất 27 cuốn. Cô không bắt đền. Em nào làm mất sẽ chép tay một truyện ngắn tặng lại tủ sách. Những tập chép nắn nót ấy được cô đóng bìa, xếp riêng một ngăn, và luôn có người hỏi mượn.</p>
<p>Em Đỗ Minh Châu, học sinh lớp 4 ở thôn Ngò, đã đọc 63 cuốn trong năm nay. Em bảo thích nhất lúc xe cô rẽ vào ngõ: “Cháu nghe tiếng chuông là biết. Chuông xe cô kêu hai tiếng ngắn, một tiếng dài”.</p>
<p>Dịp 20/11 năm nay, một nhóm học trò cũ muốn tặng cô chiếc xe điện. Cô cảm ơn rồi xin đổi thành hai chiếc xe đạp và bốn cái sọt, giao cho hai thanh niên trong xã nhận thêm hai tuyến mới. “Xe điện đi nhanh quá, các cháu không kịp chạy theo”, cô nói vui.</p>""",
        "tags": ["văn hóa đọc", "nông thôn mới"],
        "byline": [("Thu Hà", "text")],
        "source": "",
        "state": "published",
        "age_hours": 54,
        "note": "",
        "photo": {
            "motif": "school",
            "caption": "Sân trường tiểu học ở xã Yên Đoài, nơi cô Lam từng đứng lớp.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Ngôi trường mái ngói có cột cờ giữa sân",
        },
    },
    {
        "key": "phong-benh-mua-lanh",
        "section": "y-te",
        "genre": "tin",
        "kicker": "",
        "title": "Trời lạnh ẩm, người cao tuổi và trẻ nhỏ cần chủ động phòng bệnh hô hấp",
        "standfirst": "Chênh lệch nhiệt độ giữa ngày và đêm cùng những đợt mưa kéo dài khiến bệnh hô hấp dễ gia tăng. Các bác sĩ khuyên mỗi gia đình giữ ấm đúng cách, tiêm phòng đầy đủ và không tự ý dùng kháng sinh.",
        "body": """\
<p>Cuối tháng 11, miền Bắc bước vào giai đoạn lạnh ẩm xen kẽ hanh khô. Đường thở phải làm việc nhiều hơn để làm ấm không khí, trong khi cửa nhà thường đóng kín, người trong nhà gần nhau lâu hơn. Đó là điều kiện thuận lợi cho các bệnh lây qua giọt bắn.</p>
<p>Để phòng bệnh, mỗi nhà nên làm mấy việc sau:</p>
<ul>
<li>Giữ ấm cổ, ngực và bàn chân, nhất là lúc sáng sớm; tránh mặc quá dày khiến trẻ ra mồ hôi rồi nhiễm lạnh.</li>
<li>Mở cửa cho thoáng phòng vài lần trong ngày, mỗi lần chừng mười lăm phút vào lúc ấm trời.</li>
<li>Rửa tay bằng xà phòng; che miệng khi ho; nghỉ ở nhà nếu sốt.</li>
<li>Tiêm phòng theo hướng dẫn của cơ sở y tế; người có bệnh nền nên hỏi bác sĩ về tiêm phòng cúm hằng năm.</li>
</ul>
<p>Với người cao tuổi mắc bệnh tim mạch, huyết áp, cần uống thuốc đều, không tập thể dục ngoài trời khi còn sương lạnh. Tuyệt đối không đốt than sưởi trong phòng kín vì nguy cơ ngộ độc khí CO.</p>
<p>Khi trẻ sốt cao khó hạ, thở nhanh, rút lõm lồng ngực, bỏ bú hoặc li bì, gia đình phải đưa đến cơ sở y tế ngay. Kháng sinh không có tác dụng với bệnh do vi rút và chỉ được dùng khi có chỉ định của bác sĩ.</p>""",
        "tags": ["phòng bệnh mùa đông", "thời tiết"],
        "byline": [],
        "source": "TTXVN",
        "state": "published",
        "age_hours": 20,
        "note": "",
        "photo": None,
    },
    {
        "key": "de-lac-vao-vuon",
        "section": "phap-luat",
        "genre": "tra_loi_ban_doc",
        "kicker": "Trả lời bạn đọc",
        "title": "Dê lạc vào vườn nhà mình, nuôi giữ và trả lại thế nào cho đúng luật?",
        "standfirst": "Ông Bùi Đình Thuận ở thôn Khe Gạo, xã Phú Lĩnh gửi thư hỏi: một con dê cái lạc vào vườn nhà ông đã gần ba tuần, vừa sinh hai con. Nếu chủ đến nhận, ông có được tính công nuôi hay không?",
        "body": """\
<p>Trường hợp ông hỏi được quy định tại Điều 231 Bộ luật Dân sự năm 2015 về xác lập quyền sở hữu đối với gia súc bị thất lạc. Việc đầu tiên ông cần làm là báo cho Ủy ban nhân dân xã nơi mình cư trú để thông báo công khai cho chủ sở hữu biết mà nhận lại; trong thời gian chờ, ông có trách nhiệm nuôi giữ đàn dê.</p>
<h2>Nếu chủ đến nhận lại</h2>
<p>Chủ dê phải thanh toán tiền công nuôi giữ và các chi phí khác cho ông. Luật không ấn định mức cụ thể nên hai bên tự thỏa thuận. Chẳng hạn, nuôi 20 ngày, thống nhất công và thức ăn 25.000 đồng mỗi ngày thì số tiền là 500.000 đồng; nếu có thuê thú y, ông giữ lại hóa đơn để tính thêm.</p>
<p>Về hai con dê mới sinh: gia súc sinh con trong thời gian nuôi giữ thì người bắt được hưởng một nửa số con sinh ra, hoặc 50% giá trị của chúng. Như vậy ông được nhận một con, hoặc nhận tiền bằng nửa giá trị của hai con. Ngược lại, nếu cố ý làm chết dê, người nuôi giữ phải bồi thường.</p>
<h2>Nếu không ai đến nhận</h2>
<p>Sau 6 tháng kể từ ngày thông báo công khai, quyền sở hữu đối với dê mẹ và số dê con sinh ra trong thời gian nuôi giữ thuộc về ông. Với gia súc thả rông theo tập quán, thời hạn này là 1 năm. Vì ở nhiều xã miền núi dê được chăn thả tự do, ông nên hỏi rõ cán bộ xã để xác định đúng thời hạn.</p>
<p>Ngoài ra, nếu dê phá hoa màu trong vườn, ông có quyền yêu cầu chủ sở hữu bồi thường theo Điều 603 của Bộ luật này. Nên chụp ảnh, mời trưởng thôn chứng kiến và lập biên bản ngay khi phát hiện. Theo kinh nghiệm hòa giải ở cơ sở, một tờ biên bản có đủ hai chữ ký thường giữ được cả con dê lẫn tình làng xóm.</p>""",
        "tags": ["hỏi đáp pháp luật", "dê núi"],
        "byline": [("Xuân Mai", "compiled")],
        "source": "",
        "state": "published",
        "age_hours": 97,
        "note": "",
        "photo": None,
    },
    {
        "key": "bong-chuyen-ven-song",
        "section": "the-thao",
        "genre": "tin",
        "kicker": "",
        "title": "Hoàng Khê vô địch giải bóng chuyền nam các xã ven sông",
        "standfirst": "Sau trận chung kết năm ván giằng co từng điểm, đội xã Hoàng Khê thắng Khánh Mai 3-2, lần đầu nâng cúp vô địch. Cộng cả năm ván, hai đội ghi số điểm bằng nhau, mỗi bên đúng 106 điểm.",
        "body": """\
<p>Giải quy tụ 8 đội của các xã ven sông Hoàng Long và vùng lân cận, chia làm hai bảng, thi đấu vòng tròn một lượt. Trong ba ngày, khán giả được xem 16 trận, gồm 12 trận vòng bảng, hai trận bán kết, trận tranh hạng ba và chung kết. Sân thể thao xã Hoàng Khê mỗi buổi đón chừng một nghìn người xem.</p>
<p>Trận chung kết mở đầu thuận lợi cho đội chủ nhà với tỷ số 25-21. Khánh Mai gỡ lại ván hai 25-22 nhờ những quả phát bóng xoáy của chủ công Lại Văn Tới. Hai đội tiếp tục chia nhau ván ba và ván tư: Hoàng Khê thắng 25-23, Khánh Mai thắng 25-19.</p>
<p>Ở ván quyết định, Khánh Mai dẫn 12-10. Đúng lúc ấy, huấn luyện viên Hoàng Khê xin hội ý và đưa Phùng Gia Hiệu, cầu thủ 18 tuổi, vào sân. Ba lần chắn bóng của Hiệu cùng hai pha bỏ nhỏ của đồng đội mang về năm điểm liền, khép lại ván đấu với tỷ số 15-12.</p>
<p>“Chúng tôi là những người làm ruộng, thợ xây, lái máy gặt, chỉ tập được sau bữa tối. Thua hay thắng, hôm sau vẫn ra đồng cùng nhau”, đội trưởng Hoàng Khê Trần Bá Lịch nói trong tiếng trống cổ vũ.</p>
<p>Ban tổ chức trao giải nhất 10 triệu đồng cho Hoàng Khê, giải nhì 6 triệu đồng cho Khánh Mai, giải ba 4 triệu đồng cho Đồng Trạch; tổng tiền thưởng 20 triệu đồng do các hộ kinh doanh trong vùng ủng hộ. Mùa sau, giải dự kiến có thêm nội dung dành cho nữ.</p>""",
        "tags": ["bóng chuyền", "sông Hoàng Long"],
        "byline": [("Anh Tuấn", "text")],
        "source": "",
        "state": "published",
        "age_hours": 146,
        "note": "",
        "photo": {
            "motif": "stadium",
            "caption": "Các trận đấu diễn ra trên sân thể thao xã Hoàng Khê.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Sân thể thao có khán đài đông người và những lá cờ màu",
        },
    },
]
