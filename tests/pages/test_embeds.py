"""What stories borrow from apps: drawn anew each time, by registered lenders only."""

import re

import pytest

from newsroom.pages import embeds
from newsroom.pages.embeds import Ask, Frame, Lender
from newsroom.text.richtext import clean, excerpt, policy

MOON = '<figure data-embed="moon"><a href="/trang/12/">Trăng &amp; sao</a></figure>'
STAR = '<figure data-embed="star"><a href="/trang/12/">Trăng &amp; sao</a></figure>'
DARK = '<figure data-embed="moon"><a href="/trang/13/">Trăng khuyết</a></figure>'


@pytest.fixture
def calls(monkeypatch):
    """A lender of moons by number, 13 of which readers may not see; what it was asked to draw."""
    calls = []

    def draw(asks, at):
        calls.append((asks, at))
        return {ask: f"<svg viewBox='{ask.kind} {ask.ref}'/>" for ask in asks if ask.ref != "13"}

    def frame(ref):
        return Frame('“Trăng” <1>"', f"/trang/{ref}/", f"/trang/{ref}/khung/", lambda width: 2 * width)

    monkeypatch.setattr(embeds, "_LENDERS", {})
    monkeypatch.setattr(policy, "EMBEDS", {})
    kinds = {"moon": "Mặt trăng", "star": "Ngôi sao"}
    embeds.register(
        Lender(
            re.compile(r"/trang/(?P<ref>\d+)/"), kinds, draw, lambda ref: [f"sky:{ref}"], lambda words, user: [], frame
        )
    )
    return calls


def test_text_without_embeds_asks_nobody(calls):
    assert embeds.draw("<p>Tin</p>") == "<p>Tin</p>"
    assert calls == []


def test_each_embed_is_drawn_in_its_place_and_its_lender_asked_once(calls):
    drawn = embeds.draw(f"<p>Một</p>\n{MOON}\n<p>Hai</p>\n{STAR}", "lúc đăng")

    assert drawn == (
        "<p>Một</p>\n<div class=\"embed embed--moon\"><svg viewBox='moon 12'/></div>\n"
        "<p>Hai</p>\n<div class=\"embed embed--star\"><svg viewBox='star 12'/></div>"
    )
    assert calls == [([Ask("moon", "12"), Ask("star", "12")], "lúc đăng")]


def test_what_readers_may_not_see_leaves_nothing(calls):
    assert embeds.draw(f"<p>Một</p>{DARK}") == "<p>Một</p>"
    assert embeds.hidden(MOON + DARK + DARK) == ["Trăng khuyết"]


def test_kind_that_nobody_lends_any_more_leaves_nothing(calls):
    gone = '<figure data-embed="sun"><a href="/trang/12/">Mặt trời</a></figure>'

    assert embeds.draw(gone) == ""
    assert embeds.hidden(gone) == ["Mặt trời"]
    assert embeds.in_words(gone) == '<p>sun: <a href="/trang/12/">Mặt trời</a></p>'


def test_second_time_the_same_is_a_link(calls):
    assert embeds.draw(MOON + MOON).endswith('</div><p><a href="/trang/12/">Trăng &amp; sao</a></p>')


def test_desk_reads_what_an_embed_is(calls):
    assert embeds.in_words(STAR) == '<p>Ngôi sao: <a href="/trang/12/">Trăng &amp; sao</a></p>'


def test_excerpt_is_in_the_words_of_the_story_alone(calls):
    assert excerpt(f"{MOON}<p>Chữ của bài</p>") == "Chữ của bài"


@pytest.mark.parametrize("url", ["{}/trang/12/", "{}/trang/12/?a=b#c"])
def test_frame_is_found_by_our_own_address(calls, settings, url):
    assert embeds.frame_of(url.format(settings.SITE_URL)).page == "/trang/12/"


@pytest.mark.parametrize(
    "url", ["", "/trang/12/", "{}.evil.example/trang/12/", "https://evil.example/trang/12/", "{}/khac/12/", "{}", "//["]
)
def test_no_other_address_finds_a_frame(calls, settings, url):
    assert embeds.frame_of(url.format(settings.SITE_URL)) is None


def test_code_for_other_sites_is_escaped(calls, settings):
    settings.SITE_URL = "https://bao.example"

    assert embeds.frame_of("https://bao.example/trang/12/").code(300) == (
        '<iframe src="https://bao.example/trang/12/khung/" title="“Trăng” &lt;1&gt;&quot;" width="300" height="600" '
        'loading="lazy" style="border:0;max-width:100%"></iframe>'
    )


LINK = '<a href="/trang/12/">Trăng &amp; sao</a>'
A, B = '<a href="/trang/12/">a</a>', '<a href="/trang/13/">b</a>'
PICTURE = '<img src="/media/a.jpg" alt="">'

# What stands in a figure that calls itself a moon, and what is stored of it.
HOSTILE = [
    (LINK.replace("<a", '<a onclick="x" title="t" rel="opener" target="_top"'), MOON),
    (f"<p>{LINK}</p>", MOON),
    (f"<script>x</script>{LINK}<style>x</style>", MOON),
    (LINK.replace("Trăng", "<strong>Trăng</strong>"), MOON),
    (f'<figure data-embed="moon">{LINK}</figure>', MOON),
    (f'<iframe src="//h"></iframe>{LINK}', MOON),
    (A.replace("12", "x"), '<p><a href="/trang/x/">a</a></p>'),
    (A.replace("12/", "12/?x"), '<p><a href="/trang/12/?x">a</a></p>'),
    (A.replace("/trang", "javascript:/trang"), "<p>a</p>"),
    (A.replace("/trang", "//h/trang"), "<p>a</p>"),
    (f"{A} và chữ", f"<p>{A} và chữ</p>"),
    (f"{A}, {B}", f"<p>{A}, {B}</p>"),
    (f"{A}{PICTURE}", f'<figure class="image wide">{PICTURE}<figcaption>{A}</figcaption></figure>'),
    ('<a href="/trang/12/"> </a>', ""),
    ("chữ", "<p>chữ</p>"),
    (PICTURE, f'<figure class="image wide">{PICTURE}</figure>'),
]


@pytest.mark.parametrize(("inside", "stored"), HOSTILE)
def test_seam_keeps_one_link_of_a_known_kind_and_nothing_else(calls, inside, stored):
    forged = f'<figure class="wide" id="x" style="x" onload="x" data-ref="1" data-embed="moon">{inside}</figure>'

    assert clean(forged) == stored
    assert clean(stored) == stored


@pytest.mark.parametrize(
    "figure", ['<figure data-embed="sun">', '<figure data-embed="moon x">', '<p data-embed="moon">']
)
def test_no_other_element_and_no_unknown_kind_is_an_embed(calls, figure):
    assert clean(f"{figure}{A}") == f"<p>{A}</p>"


def test_whole_address_of_ours_becomes_a_path(calls, settings):
    assert clean(MOON.replace('"/trang', f'"{settings.SITE_URL}/trang')) == MOON


def test_the_last_look_lets_no_unknown_kind_through(calls):
    assert policy.seal('<figure data-embed="sun">a</figure>') == "<figure>a</figure>"


def test_typed_markup_is_no_embed(calls):
    typed = clean("<p>" + MOON.replace("<", "&lt;") + "</p>")

    assert embeds.draw(typed) == typed
