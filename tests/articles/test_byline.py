"""Bylines come out as papers print them."""

import pytest

from articles.byline import Role, as_text, compose


@pytest.mark.parametrize(
    ("credited", "options", "printed"),
    [
        ([], {}, ""),
        ([], {"source": "TTXVN"}, "Theo TTXVN"),
        ([("Đào Duy", "text")], {}, "Đào Duy"),
        ([("Mai Toan", "text_photo")], {}, "Bài, ảnh: Mai Toan"),
        ([("Minh Thu", "text_photo")], {"is_news": True, "source": "TTXVN"}, "Tin, ảnh: Minh Thu (TTXVN)"),
        ([("Hồng Giang", "text")], {"source": "TTXVN"}, "Hồng Giang (TTXVN)"),
        ([("Quốc An", "text"), ("Thạo Hoàng", "photo")], {}, "Quốc An - Ảnh: Thạo Hoàng"),
        ([("Thu Hằng", "text"), ("Văn Phước", "text")], {}, "Thu Hằng - Văn Phước"),
        ([("Đức Ngọc", "data"), ("Chi Phan", "graphics")], {}, "Dữ liệu: Đức Ngọc; Đồ họa: Chi Phan"),
        ([("M.H", "compiled")], {}, "M.H (th)"),
        ([("Lan Anh", "translation")], {}, "Lan Anh (dịch)"),
        ([("A", "photo"), ("B", "photo")], {}, "Ảnh: A, B"),
        ([("A", "text"), ("B", "photo"), ("C", "video")], {}, "A - Ảnh: B; Video: C"),
        ([("Ảnh", "photo"), ("Chữ", "text")], {}, "Ảnh: Ảnh; Chữ"),
    ],
)
def test_compose_prints_what_papers_print(credited, options, printed):
    assert as_text(compose(credited, **options)) == printed


def test_compose_hands_back_the_names_as_they_came_in():
    name = object()

    parts = compose([(name, Role.TEXT)])

    assert [part.pen_name for part in parts] == [name]
