"""Vietnamese news prose by the yard: sentences put together from phrases of our own, the same for the same seed.

Nothing here was ever printed and nobody in it exists. The words are as uneven as a paper's: some stand in nearly every
story, a full name in a few.
"""

from random import Random

_TIMES = [
    "Sáng nay", "Chiều qua", "Trong tuần này", "Từ đầu tháng", "Sau ba ngày mưa lớn", "Trước mùa gặt",
    "Đến hết quý III",
    "Ngay trong đêm", "Cuối tuần qua", "Theo kế hoạch năm nay", "Vào đầu giờ sáng", "Giữa tháng chín âm lịch",
]  # fmt: skip
_WHO = [
    "ủy ban nhân dân xã", "hợp tác xã nông nghiệp", "đoàn thanh niên", "hội phụ nữ", "ban quản lý chợ", "trạm y tế",
    "trường trung học cơ sở", "công an xã", "câu lạc bộ chèo", "nhóm thợ đá", "xí nghiệp khai thác thủy lợi",
    "trung tâm văn hóa", "đội bóng chuyền nữ", "hội cựu chiến binh", "làng nghề thêu ren", "ban công tác mặt trận",
]  # fmt: skip
_VERBS = [
    "khánh thành", "sửa chữa", "bàn giao", "kiểm tra", "khởi công", "trao tặng", "giới thiệu", "mở rộng", "hoàn thành",
    "gia cố", "đưa vào sử dụng", "khảo sát", "thu hoạch", "phục dựng",
]  # fmt: skip
_THINGS = [
    "tuyến đường liên thôn", "trạm bơm cuối kênh", "nhà văn hóa", "phòng đọc sách", "cầu dân sinh", "vườn cây thuốc",
    "cánh đồng lúa chất lượng cao", "khu vui chơi thiếu nhi", "mái đình cổ", "đoạn đê xung yếu", "ao nuôi cá rô",
    "xưởng gốm", "bến thuyền du lịch", "tủ sách pháp luật", "hệ thống đèn đường", "giếng làng", "sân vận động",
]  # fmt: skip
_PLACES = [
    "xã Đồng Vang", "xã An Bồi", "thôn Trại Dừa", "thôn Cầu Gạch", "phường Bến Sỏi", "xã Phú Lạng", "xóm Núi Voi",
    "xã Khánh Điền", "thôn Đông Biên", "phường Gò Mận", "xã Yên Thọ Hạ", "làng Chiếu Cói", "xã Gia Mỹ Thượng",
]  # fmt: skip
_AIMS = [
    "để kịp mùa du lịch", "bằng nguồn đóng góp của bà con", "trước khi mưa bão về", "theo nguyện vọng của nhân dân",
    "nhằm giữ nghề cho lớp trẻ", "với sự giúp sức của nhiều gia đình", "sau nhiều lần họp bàn", "không dùng ngân sách",
    "để học sinh khỏi đi đường vòng", "nhằm bảo đảm an toàn cho người đi lại",
]  # fmt: skip
_SAID = [
    "mọi khoản thu chi đều được niêm yết tại nhà văn hóa", "việc khó nhất là vận động từng hộ hiến đất",
    "nước về đồng sớm hơn mọi năm gần mười ngày", "năm tới sẽ làm tiếp phần còn lại", "ai cũng mong có đường sạch",
    "nghề này cần kiên nhẫn nhiều hơn cần khéo tay", "lớp trẻ đã biết bán hàng qua mạng", "giá thu mua vẫn ổn định",
]  # fmt: skip
_UNITS = ["hộ", "héc ta", "mét", "triệu đồng", "học sinh", "ngày công", "tấn thóc", "lượt khách"]
_SURNAMES = ["Nguyễn", "Trần", "Phạm", "Lê", "Đinh", "Vũ", "Hoàng", "Bùi", "Đỗ", "Tạ", "Lã", "Dương", "Mai", "Tống"]
_MIDDLES = ["Văn", "Thị", "Minh", "Ngọc", "Thu", "Đức", "Hữu", "Thanh", "Quang", "Kim", "Bá", "Xuân", "Hải", "Gia"]
_GIVEN = [
    "An", "Bình", "Chiến", "Dung", "Đạt", "Giang", "Hạnh", "Hòa", "Khuê", "Lâm", "Mận", "Nghĩa", "Oanh", "Phượng",
    "Quế", "Sáng", "Thảo", "Thủy", "Toàn", "Trâm", "Tuyết", "Uyên", "Vinh", "Yến", "Hoè", "Khoát", "Nhàn", "Thuần",
]  # fmt: skip

SENTENCES_A_PARAGRAPH = 4


class Prose:
    """Makes text from a seed; every call goes on where the last one stopped."""

    def __init__(self, seed):
        self._random = Random(seed).random

    def name(self) -> str:
        """A person's full name."""
        return f"{self._any(_SURNAMES)} {self._any(_MIDDLES)} {self._any(_GIVEN)}"

    def title(self) -> str:
        """A headline of eight to fifteen words."""
        who = self._any(_WHO)
        return f"{who[0].upper()}{who[1:]} {self._any(_VERBS)} {self._any(_THINGS)} ở {self._any(_PLACES)}"

    def sentence(self) -> str:
        """One sentence of about twenty words, of one of three shapes."""
        shape = self._random()
        if shape < 0.5:
            return (
                f"{self._any(_TIMES)}, {self._any(_WHO)} ở {self._any(_PLACES)} {self._any(_VERBS)} "
                f"{self._any(_THINGS)} {self._any(_AIMS)}."
            )
        if shape < 0.8:
            return f"Ông bà {self.name()}, ở {self._any(_PLACES)}, cho biết {self._any(_SAID)}, {self._any(_AIMS)}."
        return (
            f"Tính chung {self._any(_PLACES)} đã có {self._number()} {self._any(_UNITS)} và {self._number()} "
            f"{self._any(_UNITS)} dành cho {self._any(_THINGS)}, {self._any(_AIMS)}."
        )

    def paragraphs(self, words: int) -> list[str]:
        """Paragraphs of HTML that hold at least so many words."""
        made, count = [], 0
        while count < words:
            text = " ".join(self.sentence() for _ in range(SENTENCES_A_PARAGRAPH))
            count += text.count(" ") + 1
            made.append(f"<p>{text}</p>")
        return made

    def _any(self, phrases):
        return phrases[int(self._random() * len(phrases))]

    def _number(self):
        return int(self._random() * 990) + 10
