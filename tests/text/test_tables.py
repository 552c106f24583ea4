"""Tables of a story as readers see them."""

import pytest

from newsroom.text.richtext.tables import set_tables


def table(*rows):
    head = "<thead><tr><th>Xã</th><th>Diện tích (ha)</th></tr></thead>"
    cells = "".join(f"<tr><td>{name}</td><td>{cell}</td></tr>" for name, cell in rows)
    return f"<table>{head}<tbody>{cells}</tbody></table>"


def test_column_of_figures_is_marked_from_its_head_down():
    html = set_tables(table(("Gia Lĩnh", "<strong>2.400</strong>"), ("Cộng", "")))

    assert '<th>Xã</th><th class="figure">Diện tích (ha)</th>' in html
    assert '<td>Gia Lĩnh</td><td class="figure"><strong>2.400</strong></td>' in html
    assert '<td>Cộng</td><td class="figure"></td>' in html


@pytest.mark.parametrize("figure", ["58,75", "+0,54%", "−3", "5–7", "1 200", "160 tạ/ha", "30 m²", "22/11/2026"])
def test_figures_are_known_as_people_write_them(figure):
    assert 'class="figure"' in set_tables(table(("Gia Lĩnh", figure)))


@pytest.mark.parametrize("words", ["Gặt xong", "2 máy và 3 người", "", "–", "Tháng 8"])
def test_column_of_words_stays_on_the_left(words):
    assert 'class="figure"' not in set_tables(table(("Gia Lĩnh", words)))


def test_one_cell_of_words_keeps_the_column_on_the_left():
    assert 'class="figure"' not in set_tables(table(("Gia Lĩnh", "500"), ("Khánh Mai", "chưa gặt")))


def test_first_column_names_the_rows():
    assert '<td>2026</td><td class="figure">7</td>' in set_tables(table(("2026", "7")))


def test_table_with_merged_cells_keeps_them_as_they_are():
    html = '<table><tbody><tr><td colspan="2">Cộng</td><td>7</td></tr></tbody></table>'

    assert html in set_tables(html)


def test_frame_is_named_by_the_caption():
    html = set_tables("<table><caption>Vụ mùa</caption><tbody><tr><td>Xã</td></tr></tbody></table>")

    assert html.startswith('<div class="table" role="region" tabindex="0" aria-label="Vụ mùa"><table>')


def test_table_in_a_figure_is_set_too():
    inside = set_tables(f"<figure>{table(('Gia Lĩnh', '500'))}<figcaption>Vụ mùa</figcaption></figure>")

    assert inside.startswith('<figure><div class="table"')
    assert '<td class="figure">500</td>' in inside


def test_text_without_a_table_stays_as_it_is():
    assert set_tables("<p>5 &lt; 7</p>") == "<p>5 &lt; 7</p>"
