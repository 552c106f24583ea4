"""What the invented desk says to itself: notes on stories that are under way, and ideas given out. Plain data.

Of a note: `story` (key), `by` (account), `text`; with `quote` it stands on that passage; `answers` are pairs of
account and text; `settled` names who settled it. Of an assignment: `hours` from now to its deadline (less than none: it
was given in time and is overdue), `to` (account, or None: open to all), `accepted`.
"""

NOTES = [
    {
        "story": "duong-de-gia-linh",
        "by": "bientap",
        "quote": "dài lần lượt 12 m, 8 m và 15 m, cộng lại 35 m",
        "text": "Số này anh tự đo hay xã cung cấp? Ghi rõ nguồn, và ngày đo.",
        "answers": [
            ("phongvien", "Tôi đo bằng thước dây sáng thứ Ba, có anh trưởng thôn đi cùng. Sẽ thêm vào bài. @bientap")
        ],
        "settled": None,
    },
    {
        "story": "duong-de-gia-linh",
        "by": "thuky",
        "text": "Trùng đề tài với tin cầu Bến Đáy, @phongvien gộp số xe đếm được vào bài này nhé.",
        "answers": [],
        "settled": "phongvien",
    },
    {
        "story": "loi-hua-hoi-truong-thon",
        "by": "phongvien",
        "text": "Nhờ @thuky xem giúp con số 23 kiến nghị có cần xin phép xã trước khi nêu không.",
        "answers": [],
        "settled": None,
    },
    {
        "story": "niem-yet-gia-cho-van-khe",
        "by": "bientap",
        "quote": "ba trường hợp thiếu so với số cân của người bán",
        "text": "Thiếu bao nhiêu? Một câu về mức chênh sẽ thuyết phục hơn.",
        "answers": [],
        "settled": None,
    },
]

ASSIGNMENTS = [
    {
        "idea": "Bến đò Vạn Trà một tuần trước ngày khai hội",
        "brief": "Bài chân dung bến đò: người lái, chuyến sớm nhất, chuyện an toàn. Chừng 900 chữ, 3 ảnh.",
        "section": "van-hoa",
        "genre": "phan_anh",
        "by": "bientap",
        "to": "phongvien",
        "hours": 26,
        "accepted": False,
    },
    {
        "idea": "Sau mưa, ai trả tiền vá mặt đê?",
        "brief": "Nối tiếp bài ba điểm sụt lún: hỏi xã, hỏi đơn vị quản lý đê, hỏi mốc thời gian.",
        "section": "thoi-su",
        "genre": "phan_anh",
        "by": "bientap",
        "to": "phongvien",
        "hours": -3,
        "accepted": True,
    },
    {
        "idea": "Tủ thuốc thôn mùa lạnh có gì, thiếu gì",
        "brief": "Đi hai thôn, đếm thật. Ai rảnh thì nhận.",
        "section": "y-te",
        "genre": "tin",
        "by": "thuky",
        "to": None,
        "hours": 70,
        "accepted": False,
    },
]
