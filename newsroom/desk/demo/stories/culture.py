"""Văn hóa and its child section Du lịch."""
# ruff: noqa: E501 -- prose, one paragraph a line

STORIES = [
    {
        "key": "soi-coi-kim-lac",
        "section": "van-hoa",
        "genre": "ghi_chep",
        "kicker": "Đất và nghề",
        "title": "Sợi cói Kim Lạc qua ba đời thợ",
        "standfirst": "Ở xóm Cồn, xã Kim Lạc, trong vùng cói Kim Sơn, ba thế hệ một nhà cùng ngồi quanh một bó cói. Bà dệt chiếu, mẹ đan túi, cháu bán hàng, mỗi người giữ nghề theo một cách của riêng mình.",
        "body": """\
<p>Mùi cói khô đón khách từ đầu xóm Cồn. Đó là thứ mùi vừa ngọt vừa chát, giống mùi rơm nhưng có thêm chút mằn mặn của đất bồi. Những hôm mưa dầm, cói phải cất lên gác, cả nhà chen nhau ngồi trong mùi hương ấy, tay làm, miệng kể chuyện.</p>
<p>Nhà bà Phạm Thị Thoa nằm sát bờ kênh. Năm nay 71 tuổi, bà vẫn ngồi khung dệt mỗi sáng hai tiếng. Bà gọi đó là “tập thể dục cho mười đầu ngón tay”.</p>
<h2>Người chọn sợi</h2>
<p>Cói cắt hai vụ, nhưng theo bà Thoa, sợi vụ mùa mới là sợi để làm chiếu tốt: thân nhỏ, dẻo, nước da óng. Cắt về phải chẻ ngay trong ngày, phơi đủ nắng thì sợi trắng xanh; gặp mưa giữa chừng, sợi thâm lại, chỉ còn dùng bện thừng.</p>
<p>Bà chọn cói bằng tay, gần như không nhìn. Sợi trượt qua kẽ ngón, bà bỏ sang ba đống: dài, vừa, ngắn. Một đôi chiếu khổ mét sáu, hai người dệt cật lực mất trọn một ngày rưỡi. Có bận bà tháo cả gang chiếu chỉ vì một sợi lên màu không đều. “Người nằm lên chiếu không thấy, nhưng tôi thì thấy”, bà bảo.</p>
<h2>Người đổi dáng</h2>
<p>Chị Mai Thị Hường, con dâu bà, về làm dâu đúng lúc chiếu cói ế ẩm nhất. Khung dệt xếp xó, cả xóm rủ nhau đi làm xa. Chị ở lại vì con nhỏ, thử lấy phần cói ngắn mẹ chồng bỏ ra đan thành túi, thành hộp đựng giấy, đem gửi bán ở quầy tạp hóa ven đường. Tháng đầu bán được bốn chiếc, trong đó hai chiếc do người nhà mua.</p>
<p>Nay tổ đan do chị làm tổ trưởng có 24 thợ. Đơn hàng cuối năm đặt 3.600 chiếc túi và 1.200 chiếc hộp, cộng là 4.800 sản phẩm, làm trong 50 ngày. Chia đều, mỗi người 200 chiếc, mỗi ngày 4 chiếc; tiền công 45.000 đồng một chiếc, thành 180.000 đồng một ngày, làm ngay tại nhà, tranh thủ được cả bữa cơm và đón con. Với phụ nữ trong xóm, đó là khoản thu đáng kể lúc nông nhàn.</p>
<p>Điều chị Hường tự hào không phải là số lượng. Chị mở tủ lấy ra một chiếc túi cũ sờn quai, cái đầu tiên chị đan. “Tôi giữ lại để nhắc tổ: hàng giao đi phải đẹp hơn cái này, nhưng đường đan phải thật thà như cái này”.</p>
<h2>Người kể chuyện</h2>
<p>Trần Gia Bách, cháu nội bà Thoa, 22 tuổi, vừa học xong nghề thiết kế và trở về xóm hồi đầu hè. Cậu không biết dệt, đan thì vụng, bù lại có chiếc điện thoại và tính tò mò. Bách quay bàn tay bà chọn sợi, quay mẹ nhuộm cói trong chảo gang, đọc tên từng công đoạn bằng tiếng làng rồi đưa lên mạng.</p>
<p>Đoạn phim được xem nhiều nhất không có lời nào, chỉ có tiếng go dập đều đều suốt một phút. Từ đoạn phim ấy, một cửa hàng ở xa đặt 60 đôi chiếu, bằng số ba năm trước cả xóm phải nửa năm mới bán hết. Bà Thoa phải gọi thêm bốn người bạn già mang khung ra lau lại. Mỗi đôi chiếu giao đi có kèm tấm thẻ nhỏ ghi tên hai người dệt.</p>
<p>Chiều xuống, ba người ngồi bó hàng trước hiên. Tôi hỏi Bách có định ở lại hẳn không. Cậu cười, chưa trả lời, chỉ cúi xuống nhặt một sợi cói rơi, vuốt thẳng rồi đặt vào đống sợi dài. Bà Thoa liếc sang, khẽ gật đầu: cậu đã bỏ đúng chỗ.</p>""",
        "tags": ["nghề cói", "làng nghề"],
        "byline": [("Phương Thảo", "text_photo")],
        "source": "",
        "state": "published",
        "age_hours": 46,
        "note": "",
        "photo": {
            "motif": "weaving",
            "caption": "Sợi cói nhuộm màu được dệt thành hoa văn trên khung dệt ở xóm Cồn.",
            "ai_label": "altered",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Hoa văn đan chéo của những sợi cói nhiều màu",
        },
    },
    {
        "key": "lop-theu-ha-trao",
        "section": "van-hoa",
        "genre": "tin",
        "kicker": "",
        "title": "Mười hai buổi tối học thêu ren ở thôn Hạ Trạo",
        "standfirst": "Lớp thêu ren miễn phí do các thợ lâu năm ở thôn Hạ Trạo, xã Ninh Đoài đứng ra mở vừa kết thúc khóa đầu tiên. Trong 28 học viên có 19 bạn trẻ dưới 25 tuổi, nhiều em mới lần đầu cầm kim.",
        "body": """\
<p>Lớp học diễn ra tại nhà văn hóa thôn, mỗi tuần ba tối, mỗi tối hai giờ, trong bốn tuần liền. Sau 12 buổi, tương đương 24 giờ học, mỗi học viên hoàn thành một chiếc khăn tay thêu bông sen hoặc cành trúc.</p>
<p>Lớp có 28 người, gồm 19 bạn dưới 25 tuổi và 9 người ở tuổi trung niên. Bốn thợ giỏi trong thôn thay nhau đứng lớp, mỗi người phụ trách một nhóm 7 học viên. Khung, chỉ và vải do các gia đình làm nghề góp.</p>
<p>Bà Đặng Thị Nhuần, người có 45 năm theo nghề, nói rằng dạy thêu trước hết là dạy ngồi yên. “Buổi đầu, các cháu đặt điện thoại bên cạnh khung, cứ vài phút lại liếc. Đến buổi thứ năm thì cháu nào cũng quên mất nó nằm ở đâu”, bà kể.</p>
<p>Kết thúc khóa, 11 học viên đăng ký học tiếp kỹ thuật rua và nối ren. Ban tổ chức dự kiến mở lớp nâng cao vào tháng 12, đồng thời chọn 20 chiếc khăn đẹp nhất trưng bày ở nhà văn hóa trong dịp hội làng đầu xuân.</p>""",
        "tags": ["làng nghề", "mùa lễ hội"],
        "byline": [("Phương Thảo", "text")],
        "source": "",
        "state": "approved",
        "age_hours": None,
        "note": "",
        "photo": {
            "motif": "weaving",
            "caption": "Mẫu hoa văn dùng để tập đếm sợi trong những buổi học đầu tiên.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Mẫu hoa văn hình thoi xếp đều trên nền vải",
        },
    },
    {
        "key": "ben-do-van-tra",
        "section": "du-lich",
        "genre": "phong_van",
        "kicker": "Trò chuyện",
        "title": "Bến đò Vạn Trà chuẩn bị mùa lễ hội: “Chở ít chuyến mà trọn chuyến”",
        "standfirst": "Còn hơn hai tháng nữa mới đến hội xuân, 64 người chèo đò ở bến Vạn Trà đã sửa thuyền, thay áo phao, học lại cách đón khách. Bà Đỗ Thị Miên, tổ trưởng tổ đò, kể chuyện chuẩn bị với phóng viên.",
        "body": """\
<p>Bến Vạn Trà nằm ở một khúc sông nhỏ lặng nước trong vùng Tam Cốc, hai bên là núi đá. Tổ đò của bến có 64 thuyền, 64 người chèo, trong đó 48 phụ nữ và 16 nam giới. Bà Đỗ Thị Miên theo nghề từ năm mười chín tuổi, được bầu làm tổ trưởng đã sáu năm.</p>
<h2>Sửa thuyền, thay áo phao</h2>
<p><strong>PV: Thưa bà, việc gì được tổ đò làm trước tiên khi mùa lễ hội đến gần?</strong></p>
<p><strong>Bà Đỗ Thị Miên:</strong> Kéo thuyền lên bờ, lật úp mà xem đáy. Năm nay 64 thuyền thì 17 chiếc phải vá, 5 chiếc phải thay ván. Mỗi thuyền chở nhiều nhất 4 khách, cộng người chèo là 5, nên phải đủ 5 áo phao. Cả bến cần 320 chiếc; chúng tôi kiểm tra từng chiếc, loại 90 chiếc cũ, mua bù đúng 90 chiếc mới.</p>
<p><strong>PV: Khách thường ngại mặc áo phao vì muốn chụp ảnh đẹp. Bà xử trí ra sao?</strong></p>
<p><strong>Bà Đỗ Thị Miên:</strong> Không mặc thì thuyền không rời bến, nói nhẹ nhàng nhưng không nhân nhượng. Chúng tôi chọn loại áo gọn, màu nâu đỏ, lên ảnh cũng hợp với màu nước. Khách thấy người chèo mặc trước thì khách mặc theo.</p>
<h2>Ba chuyến một ngày là đủ</h2>
<p><strong>PV: Những ngày cao điểm, bến đón được bao nhiêu khách?</strong></p>
<p><strong>Bà Đỗ Thị Miên:</strong> Mỗi thuyền nhiều nhất ba chuyến một ngày. Cứ 64 thuyền, ba chuyến, mỗi chuyến 4 khách, thế là 768 lượt. Đủ số ấy thì bến treo biển hết thuyền, ai đến muộn chúng tôi mời đăng ký hôm khác.</p>
<p><strong>PV: Có người tiếc doanh thu không, thưa bà?</strong></p>
<p><strong>Bà Đỗ Thị Miên:</strong> Có chứ. Ba năm trước, có hôm chạy năm chuyến, tối về tay không cầm nổi bát cơm. Khách thì bị giục lên giục xuống, hang đẹp mà lướt qua như đi chợ. Họp cả tổ, bàn hai buổi, cuối cùng 51 phiếu thuận, 13 phiếu không. Từ bấy chúng tôi chở ít chuyến mà trọn chuyến. Khách quay lại nhiều hơn, nên tính cả năm, thu nhập không kém đi.</p>
<h2>Học nói, học cả cách lặng im</h2>
<p><strong>PV: Tổ đò vừa học xong lớp thuyết minh. Mọi người học những gì?</strong></p>
<p><strong>Bà Đỗ Thị Miên:</strong> Sáu buổi tối, học tên cây, tên chim, sự tích ngọn núi, vài câu chào tiếng nước ngoài. Cô giáo dặn một điều tôi nhớ mãi: qua hang thì đừng nói, để khách nghe tiếng nước nhỏ. Làm nghề này hơn ba chục năm, bây giờ tôi mới học cách lặng im.</p>
<p><strong>PV: Bà muốn nhắn gì tới du khách?</strong></p>
<p><strong>Bà Đỗ Thị Miên:</strong> Mang theo chai nước thì mang cái vỏ về. Đừng bứt hoa súng, đừng bỏ thêm tiền ép người chèo đi nhanh. Mùa này nước trong, trời lạnh, nên mặc ấm và đến sớm. Bảy giờ sáng, sương chưa tan, là lúc khúc sông này đẹp nhất.</p>
<p><strong>PV: Xin cảm ơn bà.</strong></p>""",
        "tags": ["mùa lễ hội", "Tam Cốc"],
        "byline": [("Phương Thảo", "text")],
        "source": "",
        "state": "published",
        "age_hours": 68,
        "note": "",
        "photo": {
            "motif": "boat",
            "caption": "Thuyền nan đưa khách qua khúc sông lặng ở bến Vạn Trà.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Chiếc thuyền nhỏ có người chèo trên mặt nước phẳng, phía sau là núi",
        },
    },
    {
        "key": "ba-cung-duong-tam-coc",
        "section": "du-lich",
        "genre": "ghi_chep",
        "kicker": "Gợi ý cuối tuần",
        "title": "Ba cung đường ngắn quanh Tam Cốc cho một ngày đầu đông",
        "standfirst": "Trời se lạnh, khách thưa, ruộng đã gặt để lộ những mảng nước soi bóng núi. Một ngày ở vùng Tam Cốc lúc này đủ cho ba cung đường, tổng cộng 26 km, vừa đi bộ vừa thong thả đạp xe.",
        "body": """\
<p>Đầu đông là mùa của người thích yên tĩnh. Lúa mùa gặt xong, mặt ruộng loáng nước, đàn cò đậu trắng trên gốc rạ. Nắng lên muộn, đến tám giờ sương mới rời chân núi. Bạn không cần kế hoạch cầu kỳ, chỉ cần giày êm, áo gió và một chiếc xe đạp thuê ở đầu làng.</p>
<ul>
<li><strong>Sáng sớm, 5 km đi bộ:</strong> men theo bờ ruộng ven núi, qua hai xóm nhỏ rồi vòng về. Đường đất bằng, đi chậm chừng một giờ rưỡi.</li>
<li><strong>Giữa buổi, 12 km đạp xe:</strong> theo đường nhánh dọc bờ sông, dừng ở quán nước dưới gốc gạo, ăn bát bún nóng rồi đi tiếp.</li>
<li><strong>Chiều, 9 km đạp xe và dắt bộ:</strong> qua thung nhỏ có đàn dê gặm cỏ, cuối đường là gò đất cao nhìn được cả cánh đồng.</li>
</ul>
<p>Cả ba cung đều bắt đầu và kết thúc ở đầu làng, nên lỡ mệt, bạn bỏ bớt một cung cũng không sao. Giá thuê xe đạp khoảng 40.000 đồng một ngày; nhớ thử phanh và bơm căng lốp trước khi đi.</p>
<p>Cung buổi chiều có hai đoạn dốc ngắn trơn rêu, sau mưa nên xuống dắt xe. Anh Nguyễn Hữu Trại, chủ một nhà trọ nhỏ trong xóm, thường nhắc khách quay đầu trước bốn rưỡi: “Núi che, trời tối nhanh lắm, đi tiếc thêm mười phút là phải soi đèn”.</p>
<p>Đừng quên xin phép trước khi đi qua bờ ruộng nhà người ta, khép lại cổng tre nếu bạn là người mở nó. Vùng đất này đẹp vì vẫn có người cày cấy; đi khẽ một chút là cách cảm ơn giản dị nhất.</p>""",
        "tags": ["Tam Cốc", "dê núi"],
        "byline": [("Phương Thảo", "text"), ("Đăng Khoa", "graphics")],
        "source": "",
        "state": "scheduled",
        "age_hours": None,
        "note": "",
        "photo": {
            "motif": "karst",
            "caption": "Núi đá vôi soi bóng trên mặt ruộng đã gặt ở vùng Tam Cốc.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Các đỉnh núi đá vôi nhiều lớp mờ dần về phía xa",
        },
    },
    {
        "key": "gui-anh-san-phoi",
        "section": "van-hoa",
        "genre": "tin",
        "kicker": "Mời tham gia",
        "title": "Mời bạn đọc gửi ảnh “Sân phơi ngày mùa”",
        "standfirst": "Tòa soạn nhận ảnh chụp sân phơi, bờ ruộng và bữa cơm ngày gặt của bạn đọc đến hết tuần. Tin này tự rời trang khi hạn nhận ảnh kết thúc.",
        "body": """\
<p>Mỗi bạn đọc gửi tối đa 3 ảnh chụp trong vụ mùa năm nay, kèm một câu kể ảnh chụp ở đâu và ai có mặt trong ảnh. Ảnh chụp bằng điện thoại được nhận như ảnh chụp bằng máy.</p>
<p>Người có mặt trong ảnh cần biết và đồng ý cho đăng. Tòa soạn không nhận ảnh cắt ghép, ảnh tạo bằng máy, ảnh đã đăng ở nơi khác.</p>
<p>Ảnh được chọn sẽ in thành một trang riêng, ghi tên người chụp. Hạn nhận ảnh hết vào tối Chủ nhật; sau đó tin mời này không còn trên trang báo.</p>""",
        "tags": ["lúa mùa", "nông thôn mới"],
        "byline": [("Nhóm PV", "text")],
        "source": "",
        "state": "expired",
        "age_hours": 190,
        "note": "",
        "photo": None,
    },
]
