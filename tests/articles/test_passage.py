"""A passage is known by its words and neighbours, and told where it was changed."""

import pytest

from articles import passage

TEXT = passage.plain("<p>Đường đê sụt 12 m ở thôn Đoài.</p><p>Xã cắm biển. Đường đê sụt 15 m ở thôn Bến.</p>")


def test_plain_is_one_line_of_all_blocks():
    html = "<h2>Đầu</h2><ul><li>một</li><li>hai</li></ul><table><tr><td>ba</td><td>bốn</td></tr></table>"

    assert passage.plain(html) == "Đầu một hai ba bốn"


@pytest.mark.parametrize(
    ("quote", "before", "after", "found"),
    [
        ("sụt 12 m", "Đường đê", "ở thôn", True),
        ("sụt 12 m", "Đường đê", "chữ khác", True),  # one neighbour is enough
        ("sụt 12 m", "chữ khác", "chữ khác", False),  # short, and both neighbours gone
        ("sụt 13 m", "Đường đê", "ở thôn", False),
        ("Xã cắm biển. Đường đê sụt 15 m ở thôn Bến.", "chữ khác", "chữ khác", True),  # long: its own witness
        ("Đường đê sụt 12 m", "", "ở thôn", True),  # where the text begins
        ("thôn Bến.", "15 m ở", "", True),  # where it ends
        ("", "", "", False),
    ],
)
def test_passage_is_found_where_it_still_stands(quote, before, after, found):
    assert (passage.find(TEXT, quote, before, after) is not None) == found


def test_of_several_places_the_one_with_the_same_neighbours_is_meant():
    second = TEXT.rindex("Đường đê sụt")

    assert passage.find(TEXT, "Đường đê sụt", "Xã cắm biển.", "15 m") == second
    assert passage.find(TEXT, "Đường đê sụt", "", "12 m") == 0
