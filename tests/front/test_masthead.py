"""What the press law wants in the head of every page (decree 237/2026/NĐ-CP, art. 23), and the way to the sections."""

import re
from datetime import UTC, datetime

import pytest
from django.utils import timezone

from articles.workflow import Status
from newsroom.front.models import Paper
from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory, TagFactory
from tests.factories.markets import QuoteFactory
from tests.factories.polls import PollFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses():
    name, tag = PenNameFactory(), TagFactory()
    story = ArticleFactory(live=True, signed=[name], tagged=[tag])
    gone = ArticleFactory(status=Status.WITHDRAWN)
    shown = [story, story.section, name, tag, PollFactory(), QuoteFactory().instrument, gone]
    return ["/", "/tim-kiem/?q=tin", "/binh-chon/", "/gia-ca-thi-truong/", "/khong-co/",
            *(thing.get_absolute_url() for thing in shown)]  # fmt: skip


def test_every_page_has_the_masthead_by_law_and_the_foot(client, addresses, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 22, 2, 5, tzinfo=UTC))
    Paper(
        pk=1, name="Báo Thử", slogan="Tiếng nói bạn đọc", agency="Cơ quan Thử", governing_body="Tỉnh ủy Thử",
        domain="bao.example", licence_number="7/GP", licence_date="2026-07-01", licence_issuer="Cục Thử",
        address="Số 1", telephone="1900 1234", email="a@bao.example", head_title="Giám đốc", head_name="Trần Thử",
    ).save()  # fmt: skip

    for address in addresses:
        html = client.get(address).content.decode()
        head, foot = (re.search(rf"<{part}.*?</{part}>", html, re.DOTALL).group() for part in ("header", "footer"))
        for text in ("Báo Thử", "Tiếng nói bạn đọc", "bao.example", "Chủ nhật, 22/11/2026"):
            assert text in head, (address, text)
        assert head.index("Cơ quan Thử") < head.index("Tỉnh ủy Thử"), address
        for text in ("7/GP", "01/07/2026", "Cục Thử", "Số 1", "1900 1234", "a@bao.example", "Giám đốc: Trần Thử"):
            assert text in foot, (address, text)


def test_masthead_prints_what_is_filled_in_without_a_governing_body(client):
    Paper(pk=1, agency="Cơ quan Thử", domain="bao.example").save()

    html = client.get("/").content.decode()

    assert "<span>Cơ quan Thử</span>" in html
    assert "<span>bao.example</span>" in html


def test_navigation_names_every_top_section_and_marks_the_one_at_hand(client):
    sections = SectionFactory.create_batch(20)
    SectionFactory(parent=sections[0])

    html = client.get(sections[3].get_absolute_url()).content.decode()

    navigation = re.search(r'<nav class="sections".*?</nav>', html, re.DOTALL).group()
    links = re.findall(r'<a href="([^"]+)"\s*(aria-current="page")?>', navigation)
    assert links == [(s.get_absolute_url(), 'aria-current="page"' if s == sections[3] else "") for s in sections]


def test_story_and_subsection_mark_the_section_above_them_but_not_as_the_page(client):
    top, _other = SectionFactory.create_batch(2)
    below = SectionFactory(parent=top)

    for address in (below.get_absolute_url(), ArticleFactory(section=below, live=True).get_absolute_url()):
        html = client.get(address).content.decode()
        assert re.findall(r'href="([^"]+)"\s+aria-current="true"', html) == [top.get_absolute_url()], address


def test_navigation_stays_away_where_there_is_no_section(client):
    assert 'class="sections"' not in client.get("/").content.decode()


def test_every_page_preloads_the_two_subsets_of_the_face_that_speaks(client, addresses):
    for address in addresses:
        preloads = re.findall(r'<link rel="preload"\s+href="([^"]+)"\s+as="font"', client.get(address).content.decode())
        assert preloads == [f"/static/newsroom/fonts/newsreader-{subset}.woff2" for subset in ("latin", "vietnamese")]
