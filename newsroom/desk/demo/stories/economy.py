"""Kinh tế and its child section Nông nghiệp."""
# ruff: noqa: E501 -- prose, one paragraph a line

STORIES = [
    {
        "key": "canh-dong-khanh-mai",
        "section": "nong-nghiep",
        "genre": "phong_su",
        "kicker": "Phóng sự",
        "title": "Khánh Mai, cánh đồng không nghỉ đông",
        "standfirst": "Gặt xong lúa mùa chưa đầy tuần, ruộng ở Khánh Mai đã lên luống trồng khoai. Máy móc, hợp đồng bao tiêu và một quyển sổ tay chung giúp vụ phụ ngày trước trở thành vụ cho lãi cao nhất năm.",
        "body": """\
<p>Bốn giờ rưỡi sáng, sương còn trắng mặt mương, cánh đồng Mả Vôi của xã Khánh Mai đã có ánh đèn pin. Bà Trịnh Thị Hợi đội nón, khoác thêm tấm áo mưa mỏng, đi dọc bảy sào khoai tây xem nước trong rãnh rút đến đâu. “Mưa muộn thế này, khoai sợ nhất là ngâm chân. Ra sớm một giờ, khơi được cái rãnh, là giữ được cả luống”, bà nói.</p>
<p>Mươi năm trước, giờ này cánh đồng chỉ có gốc rạ và trâu thả. Vụ đông khi ấy là việc làm thêm của mấy nhà chịu khó, trồng vài luống rau ăn Tết. Năm nay, Khánh Mai phủ xanh 220 ha, liền vùng liền thửa từ chân đê về tới đầu làng.</p>
<h2>Chạy đua với nửa tháng</h2>
<p>Cái khó của vụ đông ở đất này là thời gian. Lúa mùa gặt rộ đến giữa tháng Mười, mà khoai tây phải xuống giống xong trong khoảng từ 20/10 đến 5/11 thì củ mới kịp lớn trước đợt rét đậm. Trước đây, một người khỏe cuốc cả ngày chỉ lên luống được nửa sào. Gặt xong, nghỉ lấy sức, nhìn lại đã hết thời vụ.</p>
<p>Ba năm nay, Hợp tác xã Nông nghiệp Đông Mai có sáu máy lên luống, mỗi giờ một máy làm được 2 sào. Tổ máy mười hai người, chạy theo lịch dán ở cổng kho: thửa nào gặt trước, máy vào trước; không ai được chen ngang, kể cả nhà giám đốc. “Năm đầu có người giận. Sang năm thứ hai thì chẳng ai hỏi nữa, cứ nhìn lịch mà ra đồng”, anh Vũ Đức Luyện, tổ trưởng tổ máy cười.</p>
<h2>Bán trước khi trồng</h2>
<p>Ông Đoàn Văn Thiệu, Giám đốc hợp tác xã, giở cho chúng tôi xem bản kế hoạch vụ đông. Ông bảo bảng này chỉ có bốn dòng nhưng bàn mất ba buổi tối, bởi mỗi dòng đều phải trả lời câu hỏi: làm ra thì ai mua.</p>
<table>
<thead>
<tr><th>Cây trồng</th><th>Diện tích (ha)</th><th>Năng suất dự kiến (tạ/ha)</th><th>Sản lượng dự kiến (tấn)</th></tr>
</thead>
<tbody>
<tr><td>Khoai tây</td><td>85</td><td>160</td><td>1.360</td></tr>
<tr><td>Bí xanh</td><td>40</td><td>280</td><td>1.120</td></tr>
<tr><td>Ngô nếp bán bắp tươi</td><td>60</td><td>90</td><td>540</td></tr>
<tr><td>Rau ăn lá</td><td>35</td><td>200</td><td>700</td></tr>
<tr><td><strong>Cộng</strong></td><td><strong>220</strong></td><td></td><td><strong>3.720</strong></td></tr>
</tbody>
</table>
<p>Chắc chân nhất là khoai tây. Hợp tác xã ký hợp đồng bao tiêu cho 50 ha, tương đương 800 tấn, với giá sàn 8.200 đồng/kg; nếu đúng sản lượng, riêng khoản này mang về 6,56 tỷ đồng. Giá thị trường lên thì hai bên tính lại, giá xuống thì bên mua vẫn phải trả mức sàn. Đổi lại, nông dân trồng cùng một giống, bón phân theo cùng một lịch và ngừng phun thuốc đúng số ngày quy định trước khi thu hoạch.</p>
<p>Với bảy sào của bà Hợi, bài toán cũng rõ ràng. Một sào 360 m² cho chừng 576 kg củ, bán giá sàn được hơn 4,7 triệu đồng; trừ 2,4 triệu đồng tiền giống, phân, máy và thuê người dỡ củ, còn lãi khoảng 2,3 triệu đồng. Cả ruộng, sau chưa đầy ba tháng, bà sẽ để ra được hơn 16 triệu đồng. “Đủ sắm Tết, đủ tiền học kỳ hai cho thằng cháu, lại còn giống cho vụ sau”, bà nhẩm.</p>
<h2>Quyển sổ tay bìa xanh</h2>
<p>Trong túi áo bà Hợi lúc nào cũng có quyển sổ bìa xanh do hợp tác xã phát. Mỗi trang là một tuần: ngày bón, ngày tưới, tên thuốc, lượng dùng, người làm. Lúc đầu, nhiều người lớn tuổi ngại chữ, nhờ con cháu ghi hộ rồi để quên. Tổ kỹ thuật nghĩ ra cách in sẵn hình bao phân, bình phun, giọt nước; làm việc gì thì khoanh vào hình ấy.</p>
<p>Nhờ quyển sổ, trong đợt mưa vừa rồi, chỉ một buổi sáng tổ kỹ thuật đã biết thửa nào vừa bón thúc, thửa nào mới xuống giống để ưu tiên bơm nước. Toàn xã có 9 ha khoai và rau bị ngập chân luống, nay đã thoát nước hết; diện tích phải dặm lại chưa đến 2 ha.</p>
<p>Chúng tôi rời cánh đồng Mả Vôi khi nắng lên, mặt luống se lại, hơi đất ấm và ngai ngái. Phía cuối mương, tốp thợ trẻ đang chữa chiếc máy bơm, gọi nhau í ới. Ông Thiệu nói Khánh Mai không đặt mục tiêu mở thêm diện tích vào vụ đông sang năm. Điều ông muốn là mười người trồng thì cả mười người biết trước mình sẽ bán cho ai.</p>""",
        "tags": ["vụ đông", "hợp tác xã", "nông thôn mới"],
        "byline": [("Ngọc Sơn", "text")],
        "source": "",
        "state": "published",
        "age_hours": 26,
        "note": "",
        "photo": {
            "motif": "field",
            "caption": "Những luống khoai tây vụ đông trên cánh đồng Mả Vôi, xã Khánh Mai.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Những luống cây xanh chạy thẳng hàng tới chân trời",
        },
    },
    {
        "key": "de-nui-phu-linh",
        "section": "kinh-te",
        "genre": "phan_anh",
        "kicker": "",
        "title": "Dê núi Phú Lĩnh có đầu ra trước Tết Đinh Mùi",
        "standfirst": "Ba hợp đồng ký giữa tháng 11 giúp hợp tác xã chăn nuôi ở Phú Lĩnh biết chắc nơi bán 850 con dê trong vụ Tết. Người nuôi bớt lo ép giá, còn người mua yên tâm về nguồn gốc từng con.",
        "body": """\
<p>Hợp tác xã Chăn nuôi Phú Lĩnh hiện có 34 hộ thành viên, chăn thả tổng đàn 2.150 con dê dưới chân dãy núi đá phía tây xã. Năm nào cũng vậy, cứ sang tháng Chạp, thương lái về gom hàng, giá lên xuống theo từng buổi chợ. Có hộ bán sớm một tuần đã thiệt vài triệu đồng.</p>
<p>Năm nay, hợp tác xã chào hàng từ tháng Chín. Kết quả, ba đơn vị chế biến và bếp ăn đã đặt mua lần lượt 420, 260 và 170 con, tổng cộng 850 con. Với trọng lượng bình quân 32 kg mỗi con, sản lượng giao là 27,2 tấn hơi; giá thống nhất 155.000 đồng/kg, tổng giá trị gần 4,22 tỷ đồng. Bên mua ứng trước 20%.</p>
<p>Chị Bùi Thị Sen, Giám đốc hợp tác xã cho biết, điều khách hàng hỏi nhiều nhất không phải là giá. “Họ hỏi con dê này của nhà ai, tiêm phòng ngày nào, có đúng là thả núi không. Chúng tôi bấm thẻ tai cho cả đàn xuất bán, mỗi thẻ một số, tra ra được chủ hộ và ngày tiêm”, chị nói.</p>
<p>Để giữ lời hứa “thả núi”, các hộ thống nhất dê phải được chăn thả ít nhất sáu giờ mỗi ngày, chỉ ăn thêm thân ngô, lá sắn vào những hôm mưa rét. Hợp tác xã cử hai người đi kiểm tra chéo, mỗi tháng một lượt. Hộ nào vi phạm hai lần thì không được giao hàng theo hợp đồng chung.</p>
<p>Anh Đinh Văn Kiền, người nuôi 96 con dê ở thôn Khe Gạo, đăng ký giao 40 con trong đợt đầu. Khoản tiền ứng trước anh dùng để lợp lại mái chuồng và dự trữ thức ăn. “Biết trước bán được bao nhiêu thì mình mới dám giữ lại con giống tốt, không phải vét cả đàn cho kịp Tết”, anh chia sẻ.</p>
<p>Theo kế hoạch, dê được giao làm bốn đợt từ giữa tháng 12 đến hết tháng 1. Phần còn lại của đàn, hợp tác xã giữ làm giống và bán lẻ cho khách du lịch trong mùa lễ hội đầu xuân.</p>""",
        "tags": ["dê núi", "hợp tác xã", "thị trường Tết"],
        "byline": [("Hương Lan", "text")],
        "source": "",
        "state": "published",
        "age_hours": 33,
        "note": "",
        "photo": {
            "motif": "karst",
            "caption": "Dãy núi đá vôi phía tây xã Phú Lĩnh, nơi các hộ chăn thả đàn dê.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Những ngọn núi đá vôi xanh thẫm nối nhau trong sương sớm",
        },
    },
    {
        "key": "niem-yet-gia-cho-van-khe",
        "section": "kinh-te",
        "genre": "tin",
        "kicker": "",
        "title": "162 quầy ở chợ Vân Khê treo bảng giá hàng Tết",
        "standfirst": "Ban quản lý chợ Vân Khê, phường Vân Khê vừa hoàn thành đợt vận động niêm yết giá đầu tiên. Ba phần tư số quầy đã treo bảng, đặt thêm hai cân đối chứng để người mua tự kiểm tra ngay tại chợ.",
        "body": """\
<p>Chợ Vân Khê có 216 quầy kinh doanh thường xuyên. Sau ba tuần vận động, 162 quầy đã treo bảng giá, đạt 75%. Trong 54 quầy chưa treo có 38 quầy rau và thực phẩm tươi sống, 16 quầy hàng khô.</p>
<p>Theo ông Nguyễn Khắc Vinh, Trưởng ban quản lý chợ, các quầy rau ngại treo bảng vì giá đổi theo từng buổi. Ban quản lý phát cho mỗi quầy một tấm bảng đen nhỏ và phấn để ghi lại mỗi sáng, thay cho bảng in cố định.</p>
<p>Hai cân đối chứng được đặt ở cổng chính và khu thực phẩm tươi sống. Trong tuần đầu, có 130 lượt người mua mang hàng đến cân lại; ba trường hợp thiếu so với số cân của người bán, đều được bù ngay và nhắc nhở bằng văn bản.</p>
<p>Chị Lưu Thị Mận, bán gạo nếp và đỗ xanh gần 20 năm ở chợ, cho rằng niêm yết giá có lợi cho chính người bán: “Khách nhìn bảng là biết, không phải mặc cả từng nghìn. Ai mua nhiều tôi bớt, nhưng bớt từ cái giá đã ghi”.</p>
<p>Đợt vận động thứ hai diễn ra trong nửa đầu tháng 12, mục tiêu phủ kín toàn bộ quầy trước khi chợ vào vụ hàng Tết.</p>""",
        "tags": ["thị trường Tết", "chợ quê"],
        "byline": [("Hương Lan", "text")],
        "source": "",
        "state": "submitted",
        "age_hours": None,
        "note": "",
        "photo": {
            "motif": "market",
            "caption": "Chợ Vân Khê vào buổi sáng, khi các quầy bắt đầu ghi bảng giá.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Dãy quầy hàng có mái che nhiều màu trong buổi chợ sáng",
        },
    },
    {
        "key": "tha-ca-dong-trach",
        "section": "nong-nghiep",
        "genre": "tin",
        "kicker": "",
        "title": "Đồng Trạch thả cá trên 92 ha ruộng trũng sau vụ mùa",
        "standfirst": "Gặt xong lúa mùa, 46 hộ dân xã Đồng Trạch be bờ, giữ nước, thả cá giống trên ruộng trũng. Mô hình một vụ lúa, một vụ cá giúp đất khó cày cấy có thêm nguồn thu trước mùa xuân.",
        "body": """\
<p>Toàn xã Đồng Trạch có 92 ha ruộng trũng không trồng được cây vụ đông. Năm nay, 46 hộ nhận toàn bộ diện tích này để thả cá, bình quân mỗi hộ 2 ha. Mật độ thả 1.500 con/ha, tổng cộng 138.000 con, chủ yếu là trắm cỏ, chép và trôi.</p>
<p>Ông Phùng Đình Chắt, Giám đốc Hợp tác xã Thủy sản Đồng Trạch cho biết, cá giống được ương từ tháng Tám trong ao làng, đạt cỡ 80 đến 100 g mỗi con mới đưa ra ruộng nên ít hao hụt. Gốc rạ và lúa chét là nguồn thức ăn sẵn có trong tháng đầu.</p>
<p>Các hộ góp công đắp 3,4 km bờ vùng, cắm lưới chắn ở sáu cửa cống. Trận mưa đầu tháng, một đoạn lưới dài 20 m bị rác kéo đổ đã được dựng lại trong ngày.</p>
<p>Dự kiến cá được thu tỉa từ cuối tháng 1 và tháo cạn vào giữa tháng 2 để kịp làm đất cấy lúa xuân.</p>""",
        "tags": ["vụ đông", "hợp tác xã"],
        "byline": [("Hoàng Đan", "text_photo")],
        "source": "",
        "state": "withdrawn",
        "age_hours": 190,
        "note": "Gỡ bài: xã báo lại số cá giống gộp lẫn hai đợt thả, hợp tác xã chưa tách được. Giữ nguyên bản lưu để đối chiếu; phóng viên lấy xác nhận bằng văn bản của xã rồi mới xem xét đăng lại.",
        "photo": None,
    },
]
