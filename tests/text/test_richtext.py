"""What the seam makes of HTML: shape and words. That nothing dangerous passes is tested in test_richtext_safety."""

import re
import unicodedata
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.richtext import clean, excerpt, to_text, word_count
from tests.samples import sample


class TestParagraphs:
    @pytest.mark.parametrize(
        ("html", "cleaned"),
        [
            ("Tin nóng", "<p>Tin nóng</p>"),
            ("một<p>hai</p>ba", "<p>một</p>\n<p>hai</p>\n<p>ba</p>"),
            ("<div>một<div>hai</div>ba</div>", "<p>một</p>\n<p>hai</p>\n<p>ba</p>"),
            ("<p>một<br><br>hai<br> <br>&nbsp;<br>ba</p>", "<p>một</p>\n<p>hai</p>\n<p>ba</p>"),
            ("<p>thơ <br> xuống dòng<br></p>", "<p>thơ<br>xuống dòng</p>"),
            ("<strong>một<br><br>hai</strong>", "<p><strong>một</strong></p>\n<p><strong>hai</strong></p>"),
            ("<p></p><p>&nbsp;</p><p><br></p><p><strong> </strong></p><p>a</p>", "<p>a</p>"),
            ("<p>  nhiều \n   khoảng&nbsp;&nbsp;trắng  </p>", "<p>nhiều khoảng trắng</p>"),
            ("<dl><dt>một</dt><dd>hai</dd></dl>", "<p>một</p>\n<p>hai</p>"),
            ("<li>mục lẻ", "<p>mục lẻ</p>"),
            ("<blockquote>lời</blockquote><blockquote> </blockquote>", "<blockquote><p>lời</p></blockquote>"),
            ("a<hr>b", "<p>a</p>\n<hr>\n<p>b</p>"),
            ("", ""),
            (" \n ", ""),
        ],
    )
    def test_become_plain(self, html, cleaned):
        assert clean(html) == cleaned

    @pytest.mark.parametrize(
        ("html", "cleaned"),
        [
            ("<h1>a</h1><h2>b</h2><h3>c</h3>", "<h2>a</h2>\n<h2>b</h2>\n<h3>c</h3>"),
            ("<h4>a</h4><h5>b</h5><h6>c</h6>", "<h4>a</h4>\n<h4>b</h4>\n<h4>c</h4>"),
            ("<h2><p>a</p></h2><h2> </h2>", "<h2>a</h2>"),
            ("<a href='/x'><h2>a</h2></a>", '<h2><a href="/x">a</a></h2>'),
        ],
    )
    def test_headings_keep_to_three_levels(self, html, cleaned):
        assert clean(html) == cleaned


class TestText:
    def test_is_composed_and_free_of_the_invisible(self):
        assert (
            clean("<p>" + unicodedata.normalize("NFD", "Đả\u200bng") + "&#x200b;&shy; bộ&nbsp;1</p>")
            == "<p>Đảng bộ 1</p>"
        )

    def test_is_composed_across_markup_that_goes(self):
        assert clean("<p>a<span>\u0301</span></p>") == "<p>á</p>"

    def test_signs_stay_text(self):
        assert clean("<p>1 &lt; 2 &amp; 3 > 2</p>") == "<p>1 &lt; 2 &amp; 3 &gt; 2</p>"

    @pytest.mark.parametrize(
        ("html", "cleaned"),
        [
            ("<b>a</b> <i>b</i>", "<p><strong>a</strong> <em>b</em></p>"),
            ("<strong><b>a</b></strong>", "<p><strong>a</strong></p>"),
            ("<b>a</b><b>b</b>", "<p><strong>ab</strong></p>"),
            ("<u>a</u><s>b</s><font color=red>c</font>", "<p>abc</p>"),
            ("H<sub>2</sub>O m<sup>2</sup>", "<p>H<sub>2</sub>O m<sup>2</sup></p>"),
            ("<b></b><em> </em>a", "<p>a</p>"),
            ('<span style="font-weight:700">a</span>', "<p><strong>a</strong></p>"),
            ('<span style="FONT-STYLE: italic; font-weight: bold">a</span>', "<p><strong><em>a</em></strong></p>"),
            ('<span style="font-weight:400;font-style:normal">a</span>', "<p>a</p>"),
            ('m<span style="vertical-align:super">2</span>', "<p>m<sup>2</sup></p>"),
            ('<b style="mso-bidi-font-weight:normal">a</b>', "<p><strong>a</strong></p>"),
            ('<b style="font-weight:normal"><p>a</p><p><b>b</b></p></b>', "<p>a</p>\n<p><strong>b</strong></p>"),
        ],
    )
    def test_emphasis_is_kept_by_meaning(self, html, cleaned):
        assert clean(html) == cleaned


class TestLinks:
    @pytest.mark.parametrize(
        "href", ["/kinh-te/gia-vang-1/", "/?q=a&amp;b=c#d", "mailto:toasoan@paper.example", "tel:+84229123456", "/"]
    )
    def test_of_ours_stay_as_they_are(self, href):
        assert clean(f'<p><a href="{href}">a</a></p>') == f'<p><a href="{href}">a</a></p>'

    def test_to_other_sites_say_so(self):
        assert (
            clean('<a href="https://example.com/x" target=_blank rel=opener>a</a>')
            == '<p><a href="https://example.com/x" rel="noopener">a</a></p>'
        )

    def test_to_a_site_with_a_similar_name_are_outside(self, settings):
        settings.SITE_URL = "https://paper.example"

        assert 'href="https://paper.example.evil.example/" rel' in clean(
            '<a href="https://paper.example.evil.example/">a</a>'
        )

    def test_to_our_own_address_become_paths(self, settings):
        settings.SITE_URL = "https://paper.example"

        assert clean('<a href="https://paper.example/rss/">a</a>') == '<p><a href="/rss/">a</a></p>'

    @pytest.mark.parametrize(
        "href",
        [
            "javascript:x()",
            "data:text/html,x",
            "//evil.example/",
            "/\\evil.example",
            "/\t/evil.example",
            "\\\\evil.example",
            "http:",
            "https:///x",
            "mailto:",
            "ftp://x.example/",
            "x.html",
            "#x",
            "",
            "http://[",
            "vbscript:x",
            "https://paper.example//evil.example",
        ],
    )
    def test_to_anything_else_leave_their_words(self, href, settings):
        settings.SITE_URL = "https://paper.example"

        assert clean(f'<p>a <a href="{href}">b</a></p>') == "<p>a b</p>"

    def test_around_blocks_move_into_them(self):
        assert (
            clean('<a href="/x"><div>a</div><div>b</div></a>') == '<p><a href="/x">a</a></p>\n<p><a href="/x">b</a></p>'
        )


class TestPictures:
    def test_of_ours_stay(self):
        assert (
            clean(
                '<img src="/media/a.jpg" alt="Núi" width="640" height="50%" style="float:left" srcset="x" loading=lazy>'
            )
            == '<p><img src="/media/a.jpg" alt="Núi" width="640"></p>'
        )

    def test_have_an_alternative_text_even_if_empty(self):
        assert clean('<img src="/media/a.jpg">') == '<p><img src="/media/a.jpg" alt=""></p>'

    def test_copied_from_our_own_page_become_paths(self, settings):
        settings.SITE_URL = "https://paper.example"

        assert clean('<img src="https://paper.example/media/a.jpg">') == '<p><img src="/media/a.jpg" alt=""></p>'

    def test_may_live_on_a_media_host_of_ours(self, settings):
        settings.MEDIA_URL = "https://media.paper.example/"

        assert (
            clean('<img src="https://media.paper.example/a.jpg">')
            == '<p><img src="https://media.paper.example/a.jpg" alt=""></p>'
        )

    @pytest.mark.parametrize(
        "src",
        [
            "//h.example/media/x.gif",
            "https://h.example/media/x.gif",
            "data:image/gif;base64,R0lGOD",
            "javascript:x()",
            "x.gif",
            "/admin/logout/",
            "/media/../admin/",
            "/media/%2e%2e/admin/",
            "/media/.%2E/admin/",
            "/media\\..\\admin",
            "file:///c:/x.jpg",
            "blob:x",
            "/media",
        ],
    )
    def test_of_others_go(self, src):
        assert clean(f'<p>a<img src="{src}"></p>') == "<p>a</p>"

    @pytest.mark.parametrize(
        ("html", "cleaned"),
        [
            (
                '<figure class="x wide image"><p><img src="/media/a.jpg"></p>A<figcaption><p>b</p></figure>',
                '<figure class="image wide"><img src="/media/a.jpg" alt=""><figcaption>A<br>b</figcaption></figure>',
            ),
            (
                '<figure><a href="/x"><img src="/media/a.jpg" alt=""></a> Ảnh: Đào Duy</figure>',
                '<figure class="image"><img src="/media/a.jpg" alt=""><figcaption>Ảnh: Đào Duy</figcaption></figure>',
            ),
            ('<figure><img src="//h/x.gif"></figure>', ""),
            ('<figure><img src="//h/x.gif"><figcaption>Chú thích</figcaption></figure>', "<p>Chú thích</p>"),
            (
                "<figure><blockquote>lời</blockquote><figcaption>người</figcaption></figure>",
                "<figure><blockquote><p>lời</p></blockquote><figcaption>người</figcaption></figure>",
            ),
        ],
    )
    def test_in_figures(self, html, cleaned):
        assert clean(html) == cleaned


class TestLists:
    @pytest.mark.parametrize(
        ("html", "cleaned"),
        [
            ("<ul><li><p>a</p></li><li> </li><li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
            ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
            ("<ul><li>a<ol><li>b</li></ol></li></ul>", "<ul><li>a<ol><li>b</li></ol></li></ul>"),
            ("<ul><li>a</li><ol><li>b</li></ol></ul>", "<ul><li>a<ol><li>b</li></ol></li></ul>"),
            ("<ul><ul><li>a</li></ul><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
            ('<ol start="3" type="a"><li value="5">a</li></ol>', '<ol start="3"><li>a</li></ol>'),
            ('<ol start="1"><li>a</li></ol><ul></ul>', "<ol><li>a</li></ol>"),
            ("<ul>a<p>b</p></ul>", "<ul><li>a</li><li>b</li></ul>"),
        ],
    )
    def test_are_well_formed(self, html, cleaned):
        assert clean(html) == cleaned


class TestTables:
    @pytest.mark.parametrize(
        ("html", "cleaned"),
        [
            (
                "<table border=1><caption><b>Giá</b></caption><col><tr><td rowspan=1><p>1</p></td><td> </table>",
                "<table><caption><strong>Giá</strong></caption><tbody><tr><td>1</td><td></td></tr></tbody></table>",
            ),
            (
                "<table><tr><th scope=col colspan=2 abbr=x>a</table>",
                '<table><tbody><tr><th scope="col" colspan="2">a</th></tr></tbody></table>',
            ),
            (
                "<table><thead><tr><th>a<tbody><tr><td>b<br><br>c</table>",
                "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><p>b</p><p>c</p></td></tr></tbody></table>",
            ),
            (
                "<table><tr><td>a<tfoot><tr><td>b</table>",
                "<table><tbody><tr><td>a</td></tr></tbody><tbody><tr><td>b</td></tr></tbody></table>",
            ),
            ("<table></table>a", "<p>a</p>"),
            ("<table><caption>a</caption></table>", "<p>a</p>"),
            ("<td>a</td>", "<p>a</p>"),
            (
                '<table><tr><td colspan="1000000" rowspan="-1" scope="x">a</td></tr></table>',
                "<table><tbody><tr><td>a</td></tr></tbody></table>",
            ),
        ],
    )
    def test_become_plain(self, html, cleaned):
        assert clean(html) == cleaned


WORD_ITEM = (
    "<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'>"
    "<![if !supportLists]><span style='mso-fareast-font-family:Calibri'><span style='mso-list:Ignore'>{marker}"
    "<span style='font:7.0pt'>&nbsp;&nbsp;\n</span></span></span><![endif]><span lang=VI>{text}<o:p></o:p></span></p>\n"
)


def word_list(*items):
    return "".join(WORD_ITEM.format(level=level, marker=marker, text=text) for level, marker, text in items)


class TestWord:
    def test_page_becomes_its_paragraphs(self):
        html = (
            "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><title>Bài</title><style>p {x: y}</style>"
            "<!--[if gte mso 9]><xml><o:AllowPNG/></xml><![endif]--></head><body lang=VI><!--StartFragment-->"
            "<p class=MsoNormal style='mso-x:1'><span lang=VI>Đất và\nNgười<o:p></o:p></span></p>"
            "<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>"
        )

        assert clean(html) == "<p>Đất và Người</p>"

    def test_list_paragraphs_become_nested_lists(self):
        html = word_list((1, "1.", "a"), (2, "·", "b"), (4, "o", "c"), (1, "2.", "d"))

        assert clean(html) == "<ol><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ol>"

    def test_list_keeps_the_number_it_starts_with(self):
        html = word_list((1, "1.", "a")) + "<p>giữa</p>" + word_list((1, "2.", "b"))

        assert clean(html) == '<ol><li>a</li></ol>\n<p>giữa</p>\n<ol start="2"><li>b</li></ol>'

    def test_another_kind_of_marker_starts_another_list(self):
        assert clean(word_list((1, "a)", "a"), (1, "§", "b"))) == "<ol><li>a</li></ol>\n<ul><li>b</li></ul>"

    def test_list_fragments_between_list_paragraphs_join_the_list(self):
        fragment = "<ul type=disc><ul type=circle><li class=MsoNormal style='mso-list:l0 level2 lfo1'>b</li></ul></ul>"
        html = word_list((1, "·", "a")) + fragment + word_list((1, "·", "c"))

        assert clean(html) == "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"

    def test_numbered_heading_keeps_its_number(self):
        html = "<h1 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>I. </span>Tình hình</h1>"

        assert clean(html) == "<h2>I. Tình hình</h2>"

    def test_table_becomes_plain(self):
        html = (
            "<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'>"
            "<td width=312 style='width:23pt'><p class=MsoNormal><b>Vàng<o:p></o:p></b></p></td></tr></table>"
        )

        assert clean(html) == "<table><tbody><tr><td><strong>Vàng</strong></td></tr></tbody></table>"


class TestGoogleDocs:
    def test_wrapper_and_spans_go(self):
        html = (
            '<meta charset=\'utf-8\'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir=ltr>'
            '<span style="font-weight:400">Đầu đề</span></h1><br /><p dir=ltr><span style="font-weight:700">đậm</span>'
            '<span style="font-weight:400"> thường</span></p></b>'
        )

        assert clean(html) == "<h2>Đầu đề</h2>\n<p><strong>đậm</strong> thường</p>"


class TestSamples:
    """Clipboard HTML of real programs; the expected words are those the files show in a browser."""

    @pytest.mark.parametrize(
        ("name", "cleaned"),
        [
            ("basic-styles__bold-within-text__input.word2016", "<p>Some text <strong>with bold</strong>.</p>"),
            (
                "link__within-text__input.word2016",
                '<p>Regular <a href="https://ckeditor.com/" rel="noopener">link</a>1</p>',
            ),
            ("list__simple__input.word2016", "<ol><li>Item1</li><li>Item 2</li></ol>"),
            (
                "list__nested__input.word2016",
                (
                    "<ol><li>A1</li><li>B1<ol><li>C2<ol><li>D4</li></ol></li><li>E2<ol><li>F3</li></ol></li></ol></li>"
                    "<li>G1</li></ol>"
                ),
            ),
            ("spacing__multi-line__input.word2016", "<p>2Foo 3Bar4</p>\n<p>03</p>\n<p>21</p>"),
            ("image__linked__input.word2016", ""),
            ("paste-from-google-docs__br-paragraph__simple-paragraphs__input", "<h2>A</h2>\n<p>B</p>"),
            (
                "paste-from-google-docs__lists__mixed-list__input",
                (
                    "<ol><li>1<ul><li>A<ol><li>1</li></ol></li></ul></li><li>2</li>"
                    "<li>3<ul><li>A</li><li>B</li></ul></li></ol>\n<ul><li>A<ol><li>1</li><li>2</li></ol></li></ul>"
                ),
            ),
        ],
    )
    def test_paste(self, name, cleaned):
        html = sample(f"paste/{name}.html").read_text("utf-8", errors="replace")

        assert clean(html) == cleaned

    def test_a_mixed_word_list_is_one_list(self):
        html = sample("paste/list__mixed-elements__input.word.html").read_text("utf-8", errors="replace")

        cleaned = clean(html)

        assert cleaned.count("\n") == 0
        assert (cleaned.count("<ul>"), cleaned.count("<li>")) == (3, 10)

    def test_no_word_is_lost(self):
        for line in sample("text/ud-vtb-sentences.txt").read_text("utf-8").splitlines()[:200]:
            paragraph = clean("<div><span>" + line.replace("&", "&amp;").replace("<", "&lt;") + "</span></div>")
            assert to_text(paragraph).split() == unicodedata.normalize("NFC", line).replace("\u200b", "").split()


TAGS = st.sampled_from(
    [
        *("p", "div", "h1", "h3", "blockquote", "hr", "ul", "ol", "li"),
        *("table", "caption", "thead", "tr", "td", "th", "figure", "figcaption", "img"),
        *("b", "strong", "i", "em", "span", "a", "br", "br"),
    ]
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        "",
        "",
        ' href="/x"',
        ' href="https://a.example/"',
        ' src="/media/a.jpg"',
        ' style="font-weight:bold"',
        ' style="mso-list:l0 level1"',
        ' style="mso-list:l0 level3"',
        ' style="mso-list:Ignore"',
        ' start="4"',
        ' class="wide"',
    ]
)
WORDS = st.sampled_from(["a", " ", "1.", "e\u0302\u0323 ", "&nbsp;", "\u200b", "\u0338", "&lt;", "\n", "b c"])
OPENING = st.builds("<{}{}>".format, TAGS, ATTRIBUTES)
SOUP = st.lists(st.one_of(OPENING, OPENING, st.builds("</{}>".format, TAGS), WORDS), max_size=25).map("".join)


class TestStability:
    @given(SOUP)
    def test_cleaning_twice_changes_nothing(self, html):
        cleaned = clean(html)

        assert clean(cleaned) == cleaned

    @given(st.text())
    def test_any_text_can_be_cleaned(self, text):
        cleaned = clean(text)

        assert clean(cleaned) == cleaned

    @given(SOUP.filter(lambda html: "mso-list" not in html))
    def test_no_word_is_lost_or_added(self, html):
        # Sorted, because an HTML parser itself moves text out of the rows of a table.
        letters = sorted(re.findall("[abc1]", unescape(re.sub("<[^>]*>", "", html))))

        assert sorted(re.findall("[abc1]", to_text(clean(html)))) == letters

    def test_deep_nesting_ends(self):
        assert to_text(clean("<div><ul><li>" * 3000 + "đáy")) == "đáy"


class TestStory:
    STORY = (
        "<h2>Đầu đề</h2>\n<p>Một &amp; hai<br>ba</p>\n<ul><li>bốn<ul><li>năm</li></ul></li><li>sáu</li></ul>\n"
        "<table><tbody><tr><td>bảy</td><td>8 – 9</td></tr></tbody></table>"
    )

    def test_to_text_keeps_paragraphs_apart(self):
        assert to_text(self.STORY) == "Đầu đề\n\nMột & hai\nba\n\nbốn\n\nnăm\n\nsáu\n\nbảy 8 – 9"

    def test_word_count_counts_what_has_letters_or_digits(self):
        assert word_count(self.STORY) == 11
        assert word_count("") == 0

    def test_excerpt_ends_between_words(self):
        assert excerpt("<p>Một hai, ba bốn</p>", 10) == "Một hai…"

    def test_excerpt_of_a_short_story_is_the_story(self):
        assert excerpt("<p>Một</p><p>hai</p>", 20) == "Một hai"

    def test_excerpt_cuts_a_single_long_word(self):
        assert excerpt("<p>" + "a" * 50 + "</p>", 10) == "a" * 9 + "…"

    @given(SOUP, st.integers(5, 60))
    def test_excerpt_is_never_longer_than_asked(self, html, length):
        assert len(excerpt(clean(html), length)) <= length
