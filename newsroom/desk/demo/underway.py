"""What lies half done on the invented desk: earlier versions, a change handed in, text that nobody saved. Plain data.

Stories are named by their keys. A passage is a pair: the words that stand there, and those that are to stand in place
of them.
"""
# ruff: noqa: E501 -- prose, one paragraph a line

# Of one draft, the saves after its first: who, the note on the version, and the passages by field.
VERSIONS = {
    "story": "sen-muon-ho-van",
    "saves": [
        (
            "phongvien",
            "Thêm số bông đếm được theo từng ngày",
            {
                "body": [
                    (
                        "Trang gần nhất chỉ có một dòng: “Hôm nay bảy bông”.",
                        "Ba trang gần nhất, mỗi trang một dòng: “Hôm nay bảy bông”, “Hôm nay chín bông”, “Mưa, không đếm”.",
                    )
                ]
            },
        ),
        (
            "bientap",
            "Rút gọn sapo, sửa tít cho rõ chuyện",
            {
                "title": [("Sen muộn hồ Vân", "Sen muộn hồ Vân và người đếm từng bông")],
                "standfirst": [
                    (
                        "Người giữ hồ không bán vé, chỉ xin khách đi khẽ và đừng hái.",
                        "Người giữ hồ không bán vé, chỉ xin khách đi khẽ.",
                    )
                ],
            },
        ),
        (
            "phongvien",
            "Đã hỏi lại ông Hạt, thay chỗ còn trống",
            {
                "body": [
                    (
                        "[Cần thêm đường đi, giờ mở cửa; hỏi lại ông Hạt về số bông tuần này.]",
                        "Hồ cách trung tâm xã Ninh Đoài 4 km, đi xe đạp theo đường đê chừng 20 phút. Ông Hạt mở cổng từ 5 giờ 30 đến 17 giờ, ngày nào cũng vậy, trừ hôm gió to.",
                    )
                ]
            },
        ),
    ],
}

# A published story and the change of it that waits for an editor.
COPY = {
    "story": "cau-ben-say",
    "by": "phongvien",
    "note": "Cập nhật giờ cấm xe tải và số lượt người qua cầu ngày đầu",
    "passages": {
        "standfirst": [("dưới 8 tấn qua lại", "dưới 8 tấn qua lại, trừ giờ học sinh tới trường với xe tải")],
        "body": [
            (
                "Theo khảo sát của hai xã, mỗi ngày có khoảng 620 lượt người qua sông, trong đó 140 lượt là học sinh.",
                "Ngày đầu tiên, tổ bảo vệ đếm được 1.150 lượt người qua cầu, gần gấp đôi con số 620 lượt mỗi ngày mà hai xã khảo sát trước đó; 140 lượt là học sinh.",
            )
        ],
    },
}

# What somebody typed beside a saved story and left without saving it.
UNSAVED = {
    "story": "duong-de-gia-linh",
    "by": "phongvien",
    "passages": {
        "title": [("có ba điểm sụt lún", "có ba điểm sụt lún, xã hẹn vá xong trước Tết")],
        "body": [
            (
                "Người dân mong sớm có biển cảnh báo",
                "Trả lời sáng thứ Tư, Ủy ban nhân dân xã Gia Lĩnh cho biết đã báo đơn vị quản lý đê, hẹn cắm biển trong tuần này và vá mặt đường trước ngày 20 tháng Chạp. Người dân mong sớm có biển cảnh báo",
            )
        ],
    },
}
