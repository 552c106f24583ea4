"""The invented paper of the demonstration: sections, people, pen names, polls. None of these people exists."""

SECTIONS = [
    {"slug": "thoi-su", "name": "Thời sự"},
    {"slug": "xay-dung-dang", "name": "Xây dựng Đảng"},
    {"slug": "kinh-te", "name": "Kinh tế"},
    {"slug": "nong-nghiep", "name": "Nông nghiệp", "parent": "kinh-te"},
    {"slug": "van-hoa", "name": "Văn hóa"},
    {"slug": "du-lich", "name": "Du lịch", "parent": "van-hoa"},
    {"slug": "giao-duc", "name": "Giáo dục"},
    {"slug": "y-te", "name": "Y tế"},
    {"slug": "phap-luat", "name": "Pháp luật"},
    {"slug": "the-thao", "name": "Thể thao"},
]

# key → full name of the person behind the pen names; private to the desk.
PERSONS = {
    "duy": "Đào Văn Duy",
    "lan": "Phạm Thị Hương Lan",
    "son": "Vũ Ngọc Sơn",
    "thao": "Đinh Thị Phương Thảo",
    "ha": "Trịnh Thu Hà",
    "tuan": "Bùi Anh Tuấn",
    "mai": "Nguyễn Thị Xuân Mai",
    "khoa": "Tạ Đăng Khoa",
}

# pen name, person (None: a collective name), a line about the author
PEN_NAMES = [
    ("Đào Duy", "duy", "Phóng viên phòng Xây dựng Đảng - Nội chính."),
    ("Trường Yên", "duy", ""),
    ("Hương Lan", "lan", "Theo dõi mảng kinh tế, thị trường và doanh nghiệp."),
    ("Ngọc Sơn", "son", "Viết về nông nghiệp và nông thôn."),
    ("Hoàng Đan", "son", ""),
    ("Phương Thảo", "thao", "Phóng viên văn hóa, du lịch."),
    ("Thu Hà", "ha", "Theo dõi giáo dục và y tế."),
    ("Anh Tuấn", "tuan", "Phóng viên thể thao."),
    ("Xuân Mai", "mai", "Phóng viên pháp luật và bạn đọc."),
    ("Đăng Khoa", "khoa", "Họa sĩ, làm đồ họa và minh họa."),
    ("Nhóm PV", None, ""),
]

# Stands in a story, not on the front page.
STORY_POLL = {
    "question": "Theo bạn, phố cổ Vân Khê nên thắp đèn lồng vào những tối nào?",
    "intro": "Phường đang thử thắp đèn vào tối thứ Bảy.",
    "choices": [
        ("Chỉ tối thứ Bảy, như đang thử", 23),
        ("Thứ Sáu và thứ Bảy", 31),
        ("Cả ba tối cuối tuần", 44),
        ("Không nên thắp", 5),
    ],
    "open": True,
    "on_front": False,
}

POLLS = [
    {
        "question": "Nhận xét về giao diện mới của báo Ninh Bình",
        "intro": "Ý kiến của bạn giúp tòa soạn hoàn thiện trang báo trong những tuần tới.",
        "choices": [
            ("Đẹp và thân thiện, dễ đọc", 41),
            ("Đẹp nhưng chưa thân thiện", 17),
            ("Chưa đẹp nhưng khá thân thiện", 12),
            ("Xấu và không thân thiện", 6),
        ],
        "open": True,
    },
    {
        "question": "Bạn thường đọc báo Ninh Bình vào lúc nào?",
        "intro": "Tòa soạn hỏi để chọn giờ đăng bài hợp với bạn đọc hơn.",
        "choices": [
            ("Sáng sớm, trước giờ làm", 38),
            ("Nghỉ trưa", 21),
            ("Buổi tối, sau bữa cơm", 33),
            ("Bất cứ lúc nào có tin báo về", 9),
        ],
        "open": False,
    },
]
