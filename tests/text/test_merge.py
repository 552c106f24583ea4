"""Two people wrote on from the same text: what both meant stands in the merged one, or they are asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.merge import Clash, merge_bodies

BASE = ["<p>Đê dài 3 km, nước lên nhanh.</p>", "<p>Dân quân trực đêm ở ba chốt canh.</p>", "<p>Sáng nay nước rút.</p>"]


def body(*blocks):
    return "\n".join(blocks)


def merged(theirs, ours, base=BASE):
    return merge_bodies(body(*base), body(*theirs), body(*ours))


def test_merge_of_equal_texts_is_that_text():
    assert merged(BASE, BASE) == BASE


def test_merge_takes_different_paragraphs_of_both():
    first, last = "<p>Đê dài 4 km, nước lên nhanh.</p>", "<p>Sáng nay nước rút chậm.</p>"

    assert merged([first, *BASE[1:]], [*BASE[:2], last]) == [first, BASE[1], last]


def test_merge_takes_neighbouring_paragraphs_of_both():
    first, second = "<p>Đê dài 4 km, nước lên nhanh.</p>", "<p>Dân quân trực đêm ở bốn chốt canh.</p>"

    assert merged([first, *BASE[1:]], [BASE[0], second, BASE[2]]) == [first, second, BASE[2]]


def test_merge_keeps_an_edit_beside_a_paragraph_put_in():
    added, first = "<p>Ủy ban xã họp khẩn.</p>", "<p>Đê dài 4 km, nước lên nhanh.</p>"

    assert merged([BASE[0], added, *BASE[1:]], [first, *BASE[1:]]) == [first, added, *BASE[1:]]


def test_merge_drops_what_one_took_out_and_nobody_else_touched():
    assert merged(BASE[1:], [*BASE, "<p>Hết.</p>"]) == [*BASE[1:], "<p>Hết.</p>"]


def test_merge_asks_where_both_changed_one_paragraph():
    theirs, ours = "<p>Đê dài 4 km, nước lên nhanh.</p>", "<p>Đê dài 3 km, nước lên rất nhanh.</p>"

    assert merged([theirs, *BASE[1:]], [ours, *BASE[1:]]) == [Clash((BASE[0],), (theirs,), (ours,)), *BASE[1:]]


def test_merge_asks_where_one_changed_what_the_other_took_out():
    theirs = "<p>Đê dài 4 km, nước lên nhanh.</p>"

    assert merged([theirs, *BASE[1:]], BASE[1:]) == [Clash((BASE[0],), (theirs,), ()), *BASE[1:]]


def test_merge_asks_where_one_wrote_anew_what_the_other_mended():
    anew, ours = "<p>Họp báo chiều qua không có gì mới.</p>", "<p>Dân quân trực đêm ở bốn chốt canh.</p>"

    assert merged([BASE[0], anew, BASE[2]], [BASE[0], ours, BASE[2]]) == [
        BASE[0],
        Clash((BASE[1],), (anew,), (ours,)),
        BASE[2],
    ]


def test_merge_asks_for_the_order_of_two_paragraphs_put_in_at_one_place():
    assert merged([*BASE, "<p>Một.</p>"], [*BASE, "<p>Hai.</p>"]) == [
        *BASE,
        Clash((), ("<p>Một.</p>",), ("<p>Hai.</p>",)),
    ]


def test_same_change_on_both_sides_is_no_clash():
    changed = [BASE[0], "<p>Dân quân trực đêm ở bốn chốt canh.</p>", BASE[2]]

    assert merged(changed, changed) == changed


WORDS = st.sampled_from(["đê", "nước", "dân quân", "lúa", "chợ", "xã"])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(lambda words: f"<p>{' '.join(words)}</p>"), max_size=5)


@given(TEXTS, TEXTS)
def test_merge_with_nothing_on_one_side_is_the_other(base, changed):
    assert merged(changed, base, base) == changed
    assert merged(base, changed, base) == changed


@given(TEXTS, TEXTS, TEXTS)
def test_merge_drops_no_paragraph_that_somebody_wrote(base, theirs, ours):
    kept = merged(theirs, ours, base)
    said = [block for part in kept for block in ([*part.theirs, *part.ours] if isinstance(part, Clash) else [part])]

    assert {*theirs, *ours} - set(base) <= set(said)


@pytest.mark.parametrize(("first", "second"), [("theirs", "ours"), ("ours", "theirs")])
def test_merge_is_the_same_whoever_comes_first(first, second):
    texts = {"theirs": [*BASE, "<p>Hết.</p>"], "ours": ["<p>Đê dài 4 km, nước lên nhanh.</p>", *BASE[1:]]}

    assert merged(texts[first], texts[second]) == ["<p>Đê dài 4 km, nước lên nhanh.</p>", *BASE[1:], "<p>Hết.</p>"]
