"""Nothing dangerous passes the seam, by structure. tests/e2e/test_richtext_safety.py proves the same in a browser."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from newsroom.text.richtext import clean, policy
from tests.text.vectors import OWN_VECTORS, sample_vectors

# Written out again, so that a careless addition to the policy turns a test red.
ALLOWED = {
    **dict.fromkeys(
        ["p", "h2", "h3", "h4", "hr", "br", "blockquote", "ul", "li", "strong", "em", "sub", "sup"], frozenset()
    ),
    **dict.fromkeys(["figcaption", "table", "caption", "thead", "tbody", "tr"], frozenset()),
    "ol": {"start"},
    "a": {"href", "title", "rel"},
    "img": {"src", "alt", "width", "height"},
    "figure": {"class", "data-embed"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}


def assert_harmless(html: str) -> None:
    for element in lxml_html.fragment_fromstring(f"<div>{html}</div>").iterdescendants():
        assert element.tag in ALLOWED
        assert set(element.attrib) <= ALLOWED[element.tag]
        if element.tag == "a":
            assert_harmless_link(element.get("href"))
        if element.tag == "img":
            assert element.get("src").startswith("/media/")
        assert set(element.get("class", "image").split()) <= {"image", "wide"}


def assert_harmless_link(href: str) -> None:
    is_local = href.startswith("/") and not href.startswith(("//", "/\\"))
    assert is_local or urlsplit(href).scheme in {"http", "https", "mailto", "tel"}
    assert not set(href) & set("\\\t\n\r\x00")


@pytest.mark.parametrize("vector", OWN_VECTORS)
def test_attack_comes_out_harmless(vector):
    assert_harmless(clean(vector))


def test_every_sample_attack_comes_out_harmless():
    for vector in sample_vectors():
        cleaned = clean(vector)
        assert_harmless(cleaned)
        assert clean(cleaned) == cleaned


def test_attacks_on_each_other_come_out_harmless():
    """Each attack inside the constructs that the tidying moves around."""
    for vector in OWN_VECTORS:
        for outer in (
            "<b>{}</b>",
            "<a href=/x>{}</a>",
            "<table><tr><td>{}",
            "<figure>{}<img src=/media/a.jpg>",
            "<ul>{}",
        ):
            assert_harmless(clean(outer.format(vector)))


def test_the_last_look_sees_attributes_too():
    """Whatever the tidying might come to make, `seal` does not rely on it."""
    html = (
        '<a href="//h" rel="opener" title="t">a</a><img src="//h/x"><img src="/media/../x"><figure class="x">b</figure>'
    )

    assert policy.seal(html) == '<a title="t">a</a><img><img><figure>b</figure>'


def test_media_at_the_root_does_not_open_other_hosts(settings):
    settings.MEDIA_URL = "/"

    assert clean('<img src="//evil.example/x.gif">') == ""


def test_the_dangerous_would_be_noticed():
    for html in ("<script></script>", "<p onclick=x>a", "<a href='javascript:x'>a</a>", "<img src='//h/x.gif'>"):
        with pytest.raises(AssertionError):
            assert_harmless(html)


@given(st.lists(st.sampled_from([piece for vector in OWN_VECTORS for piece in vector.replace("<", "\0<").split("\0")])))
def test_any_mixture_of_attacks_comes_out_harmless(pieces):
    assert_harmless(clean("".join(pieces)))
