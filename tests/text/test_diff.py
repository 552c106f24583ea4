"""What went and came between two texts, as an editor sees it."""

import pytest

from newsroom.text.diff import mark_blocks, mark_words


@pytest.mark.parametrize(("before", "after", "marked"), [
    ("Đê sụt ba điểm", "Đê sụt ba điểm", "Đê sụt ba điểm"),
    ("", "Thời sự", "<ins>Thời sự</ins>"),
    ("Thời sự", "", "<del>Thời sự</del>"),
    ("", "a < b", "<ins>a &lt; b</ins>"),
])  # fmt: skip
def test_plain_text_is_marked(before, after, marked):
    assert mark_words(before, after) == marked


def test_only_the_word_that_changed_is_marked():
    marked = mark_words("Đê dài 3 km qua xã", "Đê dài 4 km qua xã")

    assert "<ins>4</ins>" in marked
    assert "<del>3</del>" in marked
    assert "<ins>Đê" not in marked


def test_markup_in_plain_text_stays_text():
    assert "<script>" not in mark_words("<script>x</script> cũ", "<script>y</script> mới")


@pytest.mark.parametrize("scheme", ["/x/", "mailto:a@b", "tel:1", "https://bao.example/#"])
def test_address_of_a_link_cannot_become_markup(scheme):
    attack = f'<p>Đọc <a href="{scheme}&lt;svg/onload=alert(1)&gt;">ở đây</a> nhé.</p>'

    [(_kind, block)] = mark_blocks('<p>Đọc <a href="/x/">ở đây</a> đi.</p>', attack)

    assert "<svg" not in block
    assert "<ins>" in block


def test_texts_rewritten_from_end_to_end_are_compared_in_no_time():
    old, new = ("".join(f"<p>Đoạn {which} {n} dài hơn.</p>" for n in range(400)) for which in ("cũ", "mới"))

    assert {kind for kind, _block in mark_blocks(old, new)} == {"gone", "new"}


def test_paragraph_put_in_leaves_the_others_alone():
    before = "<p>Một hai ba.</p>\n<p>Bốn năm sáu.</p>"
    after = "<p>Một hai ba.</p>\n<p>Đoạn mới.</p>\n<p>Bốn năm sáu.</p>"

    assert mark_blocks(before, after) == [
        ("same", "<p>Một hai ba.</p>"), ("new", "<p>Đoạn mới.</p>"), ("same", "<p>Bốn năm sáu.</p>"),
    ]  # fmt: skip


def test_paragraph_taken_out_is_shown_as_gone():
    assert mark_blocks("<p>Một.</p>\n<h2>Hai</h2>", "<p>Một.</p>") == [
        ("same", "<p>Một.</p>"),
        ("gone", "<h2>Hai</h2>"),
    ]


def test_rewritten_paragraph_is_marked_inside():
    [(kind, block)] = mark_blocks("<p>Sáng 22/11 xã họp bàn sửa đê.</p>", "<p>Sáng 23/11 xã họp bàn sửa đê.</p>")

    assert kind == "changed"
    assert "22/11" in block.partition("<del>")[2].partition("</del>")[0]
    assert "23/11" in block.partition("<ins>")[2].partition("</ins>")[0]


def test_another_paragraph_in_the_place_of_one_is_not_mixed_with_it():
    kinds = [
        kind for kind, _ in mark_blocks("<p>Giá lúa hôm nay giữ ở mức cũ.</p>", "<p>Đội bóng thắng hai trận liền.</p>")
    ]

    assert kinds == ["gone", "new"]


def test_rewritten_paragraph_is_found_behind_a_new_one():
    before = "<p>Chợ Vân Khê có 216 quầy kinh doanh.</p>"
    after = "<p>Đoạn viết thêm hẳn vào.</p>\n<p>Chợ Vân Khê có 218 quầy kinh doanh.</p>"

    assert [kind for kind, _block in mark_blocks(before, after)] == ["new", "changed"]
