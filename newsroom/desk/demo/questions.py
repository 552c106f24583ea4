"""Polls of the demonstration beside those of `paper`: one of each kind. Questions and answers are invented.

`key` names a poll for those who look for it. `ballots` says how many readers filled in the ballot so: the places of
their choices, most liked first in a ranking. `opened` days ago, `closes` in days (past where it is negative); `crowd`
came within the hour from one network.
"""

from polls.workflow import Kind, Visibility

POLLS = [
    {
        "key": "run-off",
        "question": "Cầu mới qua sông Vân Khê nên mang tên gì?",
        "intro": "Hội đồng đặt tên đường phố xin ý kiến bạn đọc trước khi trình. Hãy xếp từ tên bạn thích nhất.",
        "fields": {"kind": Kind.RANKING, "is_shuffled": True},
        "choices": ["Cầu Vân Khê", "Cầu Bến Đá", "Cầu Đồng Chiêm", "Cầu Mùa Gặt"],
        "ballots": [((0, 1, 2), 31), ((1, 2, 0), 27), ((2, 1), 16), ((3, 1, 0), 12), ((0,), 7), ((1,), 5)],
        "opened": 35,
        "closes": -7,
    },
    {
        "key": "several",
        "question": "Bạn muốn báo viết nhiều hơn về những chuyện gì?",
        "intro": "Chọn những chuyện gần với nhà bạn nhất. Tòa soạn dùng kết quả để xếp lịch đề tài cho quý tới.",
        "fields": {"kind": Kind.SEVERAL, "max_choices": 3},
        "choices": [
            "Giá nông sản và mùa vụ",
            "Đường sá, nước sạch, rác thải",
            "Trường học và học phí",
            "Khám bệnh, bảo hiểm y tế",
            "Lễ hội, làng nghề, di tích",
            "Thể thao phong trào",
        ],
        "ballots": [((0, 1, 3), 34), ((1, 2), 22), ((2, 3), 18), ((0, 4), 15), ((4, 5), 9), ((1,), 13), ((0, 2, 5), 6)],
        "crowd": ((5,), 36),
        "opened": 5,
        "closes": 9,
    },
    {
        "key": "ranking",
        "question": "Khoảnh đất trống cạnh nhà văn hóa phường nên làm gì trước?",
        "intro": "Phường chỉ đủ tiền làm một việc trong năm tới. Hãy xếp thứ tự, việc cần nhất đứng đầu.",
        "fields": {"kind": Kind.RANKING, "show_results": Visibility.AFTER_VOTE},
        "choices": ["Sân chơi cho trẻ em", "Vườn cây có ghế đá", "Chỗ để xe", "Phòng đọc sách"],
        "ballots": [((0, 1, 3), 26), ((1, 0), 21), ((2, 0, 1), 14), ((3, 0), 10), ((0,), 6)],
        "opened": 4,
        "closes": 12,
    },
    {
        "key": "scale",
        "question": "Xe buýt tuyến 7 chạy theo giờ mới: bạn thấy tiện đến đâu?",
        "intro": "Từ đầu tháng, chuyến đầu rời bến lúc 5 giờ, chuyến cuối lúc 19 giờ 30.",
        "fields": {
            "kind": Kind.SCALE,
            "low_label": "Bất tiện hơn trước",
            "high_label": "Tiện hơn hẳn",
            "asks_reason": True,
            "may_change": True,
        },
        "choices": [],
        "ballots": [((0,), 6), ((1,), 9), ((2,), 17), ((3,), 29), ((4,), 24)],
        "reasons": [
            "Chuyến 5 giờ vừa kịp ca sáng ở khu công nghiệp.",
            "Buổi tối con tôi học thêm về vẫn không còn xe.",
            "Giờ thì tốt, nhưng trạm ở cổng chợ chưa có mái che.",
        ],
        "opened": 3,
        "closes": 10,
    },
    {
        "key": "sealed",
        "question": "Bức tranh nào xứng đáng lên bìa báo Xuân?",
        "intro": "Ba bức vào vòng cuối. Kết quả công bố khi cuộc bình chọn đóng, để không ai chọn theo số đông.",
        "fields": {"show_results": Visibility.AFTER_CLOSE, "is_shuffled": True},
        "choices": ["Đò sớm trên bến sông", "Chợ hoa ngày giáp Tết", "Gặt lúa ven núi đá"],
        "pictures": ["boat", "market", "harvest"],
        "ballots": [((0,), 33), ((1,), 28), ((2,), 19)],
        "opened": 2,
        "closes": 5,
    },
]

# Not published: people without an account are shown it by a link.
DRAFT = {
    "question": "Cổng làng Đồng Chiêm nên giữ hay dựng lại?",
    "intro": "Cổng gạch hơn trăm tuổi đã nghiêng. Xã đang lấy ý kiến hai phương án.",
    "choices": ["Giữ nguyên, chống nghiêng và chống dột", "Dựng lại theo ảnh cũ"],
}
