"""Kilns, crops and flocks: more of Kinh tế and Nông nghiệp."""
# ruff: noqa: E501 -- prose, one paragraph a line

STORIES = [
    {
        "key": "lo-gom-bo-khe",
        "section": "kinh-te",
        "genre": "phong_su",
        "kicker": "Làng nghề",
        "title": "Lò gốm Bồ Khê đỏ lửa lại sau mười một năm",
        "standfirst": "Từng tắt hẳn vì chum vại nhựa, làng gốm Bồ Khê nhóm lại lò bằng một hợp đồng chậu cảnh và bảy người thợ già. Sau ba mùa, làng có bốn lò, 62 thợ, và một bài toán mới: không đủ đất sét.",
        "body": """\
<p>Mẻ lò thứ bảy trong năm của ông Phan Văn Tạc ra vào lúc trời vừa sẩm tối. Cửa lò mở, hơi nóng phả ra như có người đẩy vào ngực. Người ta đứng dạt sang hai bên, không ai nói gì, nghe chum vại nguội đi kêu lách tách như pháo tép. Ông Tạc nghiêng đầu đếm. “Kêu đều là lành. Có tiếng trầm là nứt”, ông bảo.</p>
<p>Mẻ ấy xếp 480 sản phẩm, ra lò 451 chiếc lành, 29 chiếc nứt, hao chừng 6%. Ba năm trước, mẻ đầu tiên hao gần một nửa.</p>
<h2>Cái lò không ai nỡ phá</h2>
<p>Bồ Khê từng có hai mươi lò. Đồ nhựa về, chum vại không ai mua, lò lần lượt phá lấy gạch. Đến khi lò cuối cùng tắt, cả làng chỉ còn một vòm lò của nhà ông Tạc, giữ lại để làm chỗ chất rơm.</p>
<p>Người gọi lửa về là chị Lương Thị Gấm, cháu họ ông, làm nghề trồng cây cảnh. Chị cần chậu thô, dáng thấp, thoát nước tốt, mua ở đâu cũng không vừa ý. Chị đặt ông 200 chiếc, trả trước một nửa tiền. Ông Tạc đi gọi bảy người bạn thợ, người trẻ nhất 63 tuổi. Họ tháo rơm, đắp lại vòm, và cãi nhau suốt một tuần về tỷ lệ đất.</p>
<p>“Cãi nhau là vì ai cũng nhớ, mà mỗi người nhớ một khác. Rốt cuộc phải nung thử chín mẻ nhỏ mới biết ai đúng”, bà Đinh Thị Sành, thợ chuốt, kể.</p>
<h2>Bốn lò, sáu mươi hai thợ</h2>
<p>Nay Bồ Khê có bốn lò thuộc một hợp tác xã. Trong 62 thợ có 40 người học nghề từ sau ngày nhóm lại. Mười tháng đầu năm, hợp tác xã bán 21.500 sản phẩm, thu gần 2,8 tỷ đồng.</p>
<table>
<thead>
<tr><th>Mặt hàng</th><th>Số lượng (chiếc)</th><th>Giá bình quân (đồng)</th><th>Doanh thu (triệu đồng)</th></tr>
</thead>
<tbody>
<tr><td>Chậu cảnh</td><td>12.000</td><td>120.000</td><td>1.440</td></tr>
<tr><td>Chum ngâm, chum tương</td><td>2.500</td><td>320.000</td><td>800</td></tr>
<tr><td>Ấm, bát, đồ gia dụng</td><td>7.000</td><td>80.000</td><td>560</td></tr>
<tr><td><strong>Cộng</strong></td><td><strong>21.500</strong></td><td></td><td><strong>2.800</strong></td></tr>
</tbody>
</table>
<p>Một nửa doanh thu là tiền công, chừng 1,4 tỷ đồng. Thợ chính được khoảng 9 triệu đồng một tháng vào vụ, thợ học việc 4,5 triệu đồng. Chưa cao, nhưng đã có mười một người thôi đi làm xa để trở về.</p>
<h2>Đất sét đi đâu</h2>
<p>Khó nhất bây giờ lại là nguyên liệu. Đất sét tốt nằm dưới lớp đất ruộng, lấy không khéo thì hỏng ruộng, lấy bừa thì phạm luật. Hợp tác xã chỉ mua đất đào từ ao, mương của các công trình đã được phép, có giấy chuyển từng xe.</p>
<p>Cách ấy đủ cho chừng ba phần tư nhu cầu. Phần còn lại, nhóm thợ trẻ đang thử nghiền mảnh vỡ trộn lại vào đất. Anh Tạ Minh Khương, 27 tuổi, cho chúng tôi xem mấy chiếc bát làm bằng đất pha hai phần mười mảnh nghiền: thành dày hơn một chút, men ăn không đều, gõ vẫn kêu.</p>
<p>“Chưa đẹp, nhưng không bỏ đi thứ gì”, anh nói. Ông Tạc cầm một chiếc, xoay ba vòng trên tay, không khen. Ông chỉ bảo cậu cháu lấy cho mình thêm ba chiếc nữa để tối về ăn cơm thử.</p>""",
        "tags": ["làng nghề", "hợp tác xã"],
        "byline": [("Hương Lan", "text")],
        "source": "",
        "state": "published",
        "age_hours": 11,
        "note": "",
        "photo": {
            "motif": "kiln",
            "caption": "Lò nung ở Bồ Khê vào buổi chiều ra mẻ chum mới.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Vòm lò gốm đỏ lửa, bên cạnh xếp những chiếc chum nâu, một người thợ đứng trông",
        },
    },
    {
        "key": "gia-nep-cai",
        "section": "kinh-te",
        "genre": "tin",
        "kicker": "",
        "title": "Gạo nếp đầu vụ nhích giá, thương lái đặt cọc sớm",
        "standfirst": "Nhu cầu làm bánh cuối năm khiến nếp mới ở các chợ quê tăng thêm từ 1.000 đến 1.500 đồng mỗi ký so với đầu tháng. Người bán khuyên nhau giữ lại một phần thóc, đừng bán hết ngay tại ruộng.",
        "body": """\
<p>Khảo sát của phóng viên ở ba chợ quê trong tuần cho thấy nếp mới loại ngon bán lẻ 31.000 đồng/kg, tăng 1.500 đồng so với đầu tháng; loại thường 26.000 đồng/kg, tăng 1.000 đồng. Gạo tẻ gần như đứng giá.</p>
<figure data-embed="frozen"><a href="/gia-ca-thi-truong/lua-bac-thom/">Lúa Bắc thơm số 7</a></figure>
<p>Chị Hoàng Thị Tấm, chủ một cơ sở xay xát nhỏ ở Khánh Mai, cho biết đã nhận cọc 18 tấn nếp giao trong tháng Chạp, nhiều hơn năm ngoái 4 tấn. Khách chủ yếu là các nhà làm bánh chưng, bánh gai.</p>
<p>Theo kinh nghiệm của bà con, thóc nếp phơi đủ nắng, cất nơi khô thoáng có thể để vài tháng mà không mất thơm. Hợp tác xã trong xã cho mượn kho, thu phí 120 đồng mỗi ký một tháng.</p>
<figure data-embed="price"><a href="/gia-ca-thi-truong/gao-bac-thom/">Gạo Bắc thơm</a></figure>
<figure data-embed="chart"><a href="/gia-ca-thi-truong/lua-bac-thom/">Lúa Bắc thơm số 7</a></figure>""",
        "tags": ["thị trường Tết", "chợ quê"],
        "byline": [("Hương Lan", "text")],
        "source": "",
        "state": "published",
        "age_hours": 76,
        "note": "",
        "photo": None,
    },
    {
        "key": "tho-gom-ban-hang",
        "section": "kinh-te",
        "genre": "phan_anh",
        "kicker": "Khởi nghiệp",
        "title": "Ba thợ trẻ mở bàn xoay cho khách tự nặn",
        "standfirst": "Xưởng nhỏ của nhóm thợ trẻ Bồ Khê mỗi cuối tuần đón chừng 60 khách tới ngồi bàn xoay. Tiền vé chỉ đủ trả điện và đất, nhưng khách về nhà rồi mới là lúc đơn hàng đến.",
        "body": """\
<p>Xưởng có tám bàn xoay kê trong một gian nhà kho cũ. Mỗi buổi một giờ rưỡi, nhận nhiều nhất 15 khách; thứ Bảy hai buổi, Chủ nhật hai buổi, cộng là 60 khách một cuối tuần. Vé 90.000 đồng gồm một cân đất, công nung và gói gửi.</p>
<p>Tạ Minh Khương, Lương Gia Huy và Đinh Thị Vy mở xưởng hồi tháng Tám, vốn chung 96 triệu đồng, mỗi người góp 32 triệu. Sau mười hai tuần, họ đón 640 khách, thu 57,6 triệu đồng tiền vé, gần đủ chi phí.</p>
<p>Lãi nằm ở chỗ khác. Chừng một phần tư số khách quay lại đặt bộ bát, bộ ấm khắc tên. “Ngồi bàn xoay một buổi, người ta hiểu vì sao cái bát thủ công đắt hơn, nên không mặc cả nữa”, Vy nói.</p>
<p>Nhóm dành buổi chiều thứ Tư mở cửa miễn phí cho học sinh trong xã. Những món các em nặn được xếp riêng một kệ, có món méo đến mức ai vào cũng bật cười, và không ai nỡ bỏ đi.</p>""",
        "tags": ["làng nghề", "khởi nghiệp"],
        "byline": [("Hương Lan", "text_photo")],
        "source": "",
        "state": "published",
        "age_hours": 262,
        "note": "",
        "photo": {
            "motif": "potter",
            "caption": "Đôi tay vuốt chum trên bàn xoay ở xưởng gốm Bồ Khê.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Hai bàn tay vuốt chiếc chum đất trên bàn xoay, phía sau là kệ gốm",
        },
    },
    {
        "key": "thu-hoach-lua-mua",
        "section": "nong-nghiep",
        "genre": "phan_anh",
        "kicker": "Vụ mùa 2026",
        "title": "Gặt xong trước mưa: bốn xã ven sông tính lại sổ lúa mùa",
        "standfirst": "Nhờ dồn máy gặt theo lịch chung, bốn xã ven sông Hoàng Long thu xong 2.400 ha lúa mùa trước đợt mưa muộn. Năng suất nhỉnh hơn năm ngoái, song phần lãi của người trồng lúa vẫn mỏng.",
        "body": """\
<p>Thửa lúa cuối cùng của xã Hoàng Khê gặt xong lúc năm giờ chiều một ngày cuối tháng Mười, nắng còn vàng trên ngọn tre. Hai hôm sau trời đổ mưa. “Năm nào cũng lo đúng cái khúc ấy. Năm nay thì thở được”, bà Trần Thị Mơ, trồng tám sào nếp và tẻ ở thôn Đoài Thượng, nói.</p>
<p>Bốn xã Hoàng Khê, Gia Lĩnh, Đồng Trạch và Khánh Mai cấy 2.400 ha lúa mùa. Theo số liệu các hợp tác xã tổng hợp, sản lượng đạt 13.500 tấn, năng suất bình quân 56,25 tạ/ha, hơn năm ngoái 1,25 tạ.</p>
<table>
<thead>
<tr><th>Xã</th><th>Diện tích (ha)</th><th>Năng suất (tạ/ha)</th><th>Sản lượng (tấn)</th></tr>
</thead>
<tbody>
<tr><td>Hoàng Khê</td><td>700</td><td>58</td><td>4.060</td></tr>
<tr><td>Gia Lĩnh</td><td>500</td><td>54</td><td>2.700</td></tr>
<tr><td>Đồng Trạch</td><td>400</td><td>51</td><td>2.040</td></tr>
<tr><td>Khánh Mai</td><td>800</td><td>58,75</td><td>4.700</td></tr>
<tr><td><strong>Cộng</strong></td><td><strong>2.400</strong></td><td><strong>56,25</strong></td><td><strong>13.500</strong></td></tr>
</tbody>
</table>
<h2>Một lịch máy cho bốn xã</h2>
<p>Những năm trước, máy gặt tập trung nơi ruộng to, trả tiền cao; ruộng nhỏ phải chờ, có khi lúa rũ xuống bùn. Năm nay, bốn hợp tác xã ngồi lại lập một lịch chung cho 48 máy: đồng nào chín trước gặt trước, giá công thống nhất 130.000 đồng một sào.</p>
<p>Bốn mươi tám máy, mỗi máy một ngày gặt 4 ha, nên mười hai ngày rưỡi là hết 2.400 ha. Trên thực tế mất 16 ngày vì ba ngày rưỡi mưa rào và hỏng máy. Anh Cao Văn Điền, điều phối tổ máy, giữ một bản đồ giấy to bằng mặt chiếu, thửa nào gặt xong thì tô vàng.</p>
<h2>Lãi ở đâu</h2>
<p>Bà Mơ đưa chúng tôi xem sổ. Một sào thu 205 kg thóc, bán tại ruộng 7.800 đồng/kg, được 1.599.000 đồng. Chi phí giống, phân, thuốc, làm đất, công gặt hết 1.040.000 đồng. Còn 559.000 đồng một sào, chưa tính công chăm hơn ba tháng.</p>
<p>Chỗ có thể bớt là phân và thuốc. Nhóm 26 hộ ở Khánh Mai làm theo lịch chung giảm được hai lần phun, tiết kiệm 85.000 đồng một sào. Nhóm này còn góp thóc bán cùng một lần 180 tấn, giá hơn bán lẻ 300 đồng mỗi ký; riêng khoản ấy đem về thêm 54 triệu đồng.</p>
<blockquote><p>“Hạt thóc thì vẫn thế. Cái khác là ta bán một mình hay bán cùng nhau”, ông Đoàn Văn Thiệu, Giám đốc Hợp tác xã Nông nghiệp Đông Mai, nói.</p></blockquote>
<h2>Rơm không đốt nữa</h2>
<p>Năm nay khói đồng cũng ít hẳn. Sáu máy cuộn rơm chạy theo sau máy gặt, thu được chừng 52.000 cuộn; một nửa bán cho người trồng nấm và nuôi bò, một nửa ủ làm phân. Mỗi cuộn chủ ruộng được 5.000 đồng, không nhiều, nhưng đường làng không còn cay mắt.</p>
<p>Trên đồng Hoàng Khê, gốc rạ vừa lật, luống đông đã lên. Bà Mơ giữ lại sáu bao thóc ngon nhất. Hai bao làm giống, hai bao để ăn, hai bao phần các con ở xa: “Gạo nhà thì chúng nó ở đâu cũng nhận ra mùi”.</p>""",
        "tags": ["lúa mùa", "hợp tác xã", "sông Hoàng Long"],
        "byline": [("Ngọc Sơn", "text")],
        "source": "",
        "state": "published",
        "age_hours": 424,
        "note": "",
        "photo": {
            "motif": "harvest",
            "caption": "Những sào lúa cuối cùng được gặt trên đồng Hoàng Khê.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Người gặt cúi mình trên đồng lúa vàng, một người gánh lúa đi về",
        },
    },
    {
        "key": "vit-chay-dong",
        "section": "nong-nghiep",
        "genre": "tin",
        "kicker": "",
        "title": "Vịt chạy đồng nhặt thóc rơi, dọn luôn ốc bươu",
        "standfirst": "Sau gặt, 14 hộ nuôi vịt ở Đồng Trạch thả đàn theo lịch trên từng cánh đồng. Vịt có thức ăn, ruộng bớt ốc, còn người giữ đồng thì yên tâm vì không ai thả lấn sang luống vụ đông.",
        "body": """\
<p>Đồng Trạch có 14 hộ nuôi vịt chạy đồng với 16.800 con, bình quân 1.200 con mỗi hộ. Từ cuối tháng Mười, hợp tác xã phát cho mỗi hộ một lá cờ đánh số và lịch thả theo xứ đồng, mỗi xứ không quá ba ngày.</p>
<p>Trên ruộng vịt đi qua, đếm thử ở mười ô mẫu, số ốc bươu vàng giảm từ bình quân 11 con xuống còn 3 con mỗi mét vuông. Người trồng lúa đỡ hẳn một lần nhặt ốc đầu vụ xuân.</p>
<p>Ông Đỗ Văn Vạc, theo vịt từ năm 20 tuổi, bảo cái khó của nghề bây giờ là đường ra đồng nhiều xe. Mỗi lần chuyển đồng, ông phải nhờ hai cháu cầm cờ đứng hai đầu ngõ.</p>
<p>Toàn bộ đàn vịt đã tiêm phòng đợt hai; hộ nào chưa có phiếu tiêm thì không được nhận cờ.</p>""",
        "tags": ["chăn nuôi", "vụ đông"],
        "byline": [("Hoàng Đan", "text_photo")],
        "source": "",
        "state": "published",
        "age_hours": 90,
        "note": "",
        "photo": {
            "motif": "ducks",
            "caption": "Đàn vịt chạy đồng trên chân ruộng vừa gặt ở Đồng Trạch.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Đàn vịt trắng bơi trên vũng nước giữa ruộng rạ, người chăn cầm sào đứng bên",
        },
    },
    {
        "key": "may-bom-da-chien",
        "section": "nong-nghiep",
        "genre": "tin",
        "kicker": "Sau mưa",
        "title": "Chín máy bơm của ba xã bạn về Đồng Trạch, hút cạn những thửa ruộng trũng cuối cùng còn ngập sau mưa",
        "standfirst": "Ba xã bạn cho Đồng Trạch mượn máy bơm dầu để hút cạn những thửa cuối cùng còn ngập. Người có máy không lấy tiền thuê, người có ruộng lo dầu và cơm cho thợ.",
        "body": """\
<p>Sáng nay, chín máy bơm dầu được đặt trên bờ vùng xứ đồng Cửa Chùa, trong đó Khánh Mai cho mượn 4 máy, Hoàng Khê 3 máy, Gia Lĩnh 2 máy. Mỗi máy hút chừng 180 m³ một giờ, cả chín máy được 1.620 m³.</p>
<p>Theo ông Phùng Đình Chắt, giám đốc hợp tác xã địa phương, nước mặt ruộng còn sâu bình quân 15 cm. Nếu chạy đủ giờ và trời không mưa thêm, chiều mai sẽ lộ luống.</p>
<p>Anh Lã Đình Vững, chủ một máy bơm từ Khánh Mai sang, cười: “Năm kia đồng nhà tôi ngập, bên này cho mượn hai máy. Giờ tôi trả cả vốn lẫn lãi bằng bốn máy”.</p>""",
        "tags": ["vụ đông", "thời tiết"],
        "byline": [("Ngọc Sơn", "text")],
        "source": "",
        "state": "published",
        "age_hours": 3,
        "note": "",
        "photo": {
            "motif": "flood",
            "caption": "Máy bơm dầu hút nước trên bờ vùng xứ đồng Cửa Chùa.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Máy bơm đỏ đặt trên bờ ruộng ngập nước, hai người đang trông máy",
        },
    },
    {
        "key": "chuoi-tay-ven-song",
        "section": "nong-nghiep",
        "genre": "tin",
        "kicker": "",
        "title": "Chuối bãi Gia Lĩnh vào vụ Tết, nhà vườn bọc từng buồng",
        "standfirst": "Mưa muộn không làm đổ chuối, nhưng gió mùa có thể làm sạm vỏ. Hơn trăm nhà vườn ở bãi Gia Lĩnh đang bọc buồng, chống thân để giữ nải đẹp cho mâm ngũ quả.",
        "body": """\
<p>Bãi bồi Gia Lĩnh có 64 ha chuối của 128 hộ, bình quân mỗi hộ nửa héc ta. Ước chừng 38.000 buồng sẽ cắt trong tháng Chạp, trong đó một phần ba đủ đẹp để bán nải bày Tết.</p>
<p>Chị Phạm Thị Bãi, trồng 9 sào, bọc mỗi buồng một túi giấy dầu, buộc thêm hai cọc tre. Chi phí chừng 6.500 đồng một buồng. Bù lại, nải bày Tết bán được gấp ba nải thường.</p>
<p>Năm nay nhà vườn chia lứa để khỏi cắt dồn: lứa đầu vào mồng mười tháng Chạp, lứa cuối hai mươi lăm.</p>""",
        "tags": ["thị trường Tết", "vụ đông"],
        "byline": [("Hoàng Đan", "text")],
        "source": "",
        "state": "submitted",
        "age_hours": None,
        "note": "",
        "photo": {
            "motif": "bananas",
            "caption": "Vườn chuối trên bãi bồi Gia Lĩnh đang trổ buồng.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Hàng chuối lá to trĩu buồng vàng, một người đội nón đứng giữa vườn",
        },
    },
    {
        "key": "duong-len-thung-de",
        "section": "kinh-te",
        "genre": "phan_anh",
        "kicker": "",
        "title": "Người nuôi dê Phú Lĩnh xin một con đường lên thung",
        "standfirst": "Đàn dê đã có đầu ra, song con đường duy nhất lên thung Vầu vẫn là lối đá gồ ghề. Mỗi chuyến đưa dê xuống núi mất nửa ngày, con nào trượt chân là mất luôn phần lãi.",
        "body": """\
<p>Từ chân núi lên thung Vầu dài 1,8 km, chỗ rộng nhất hai mét. Mười một hộ chăn dê trên thung, tổng đàn 640 con, hằng ngày gùi nước và thức ăn lên bằng vai.</p>
<p>Anh Đinh Văn Kiền cho biết riêng tháng trước ba con dê trượt đá gãy chân, thiệt gần 15 triệu đồng. “Chúng tôi không xin đường ô tô. Chỉ mong san phẳng, có bậc ở hai đoạn dốc”, anh nói.</p>
<p>Các hộ đã bàn góp 150 ngày công và xin xã hỗ trợ vật liệu.</p>""",
        "tags": ["dê núi", "giao thông nông thôn"],
        "byline": [("Hoàng Đan", "text")],
        "source": "",
        "state": "sent_back",
        "age_hours": None,
        "note": "Số tiền thiệt hại cần nói rõ cách tính: ba con, mỗi con bao nhiêu cân, giá nào. Hỏi xã đã nhận đơn chưa. Thêm một đoạn về cách các thung khác đã làm.",
        "photo": {
            "motif": "goats",
            "caption": "Đàn dê trên vách đá thung Vầu, xã Phú Lĩnh.",
            "credit": "Minh họa: Đăng Khoa",
            "alt": "Bốn con dê đứng trên những mỏm đá, mặt trời đỏ phía sau",
        },
    },
]
