"""Nothing leaks early and nothing lingers: every outlet of the paper, for every story that readers may not see.

The outlets are read from the URL configuration: a new address joins OUTLETS or the test fails. For each stands where
to look, and whether a public story shows there. The same story is then made public, and each outlet that should show
it has to, so that silence proves something.
"""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from articles.models import Article, PreviewLink
from articles.workflow import Status
from newsroom.desk import roles
from polls.models import PollLink
from tests.factories.articles import ArticleFactory, CorrectionFactory, PenNameFactory, SectionFactory, TagFactory
from tests.factories.desk import UserFactory
from tests.factories.markets import QuoteFactory
from tests.factories.photos import PhotoFactory
from tests.factories.polls import PollFactory
from tests.test_access import addresses

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
SHOWS, SILENT = True, False

# Route → where to look in the world below, and whether a public story shows there.
OUTLETS = {
    "": (["/"], SHOWS),
    "<slug:section>/": (["/{section}/", "/{section}/?page=1"], SHOWS),
    "<slug:section>/<slug:slug>-<int:pk>/": (["{beside}", "{elsewhere}"], SHOWS),
    "rss/": (["/rss/"], SHOWS),
    "rss/<slug:section>/": (["/rss/{section}/"], SHOWS),
    "rss/dinh-chinh/": (["/rss/dinh-chinh/"], SHOWS),
    "dinh-chinh/": (["/dinh-chinh/", "/dinh-chinh/?page=1"], SHOWS),
    "sitemap-<slug:section>.xml": (["/sitemap-stories.xml"], SHOWS),
    "news-sitemap.xml": (["/news-sitemap.xml"], SHOWS),
    "tac-gia/<slug:slug>/": (["/tac-gia/{name}/", "/tac-gia/{name}/?page=1"], SHOWS),
    "tu-khoa/<slug:slug>/": (["/tu-khoa/{tag}/", "/tu-khoa/{tag}/?page=1"], SHOWS),
    "tim-kiem/": (["/tim-kiem/?q=kín+bưng", "/tim-kiem/?q=tóm+tắt+giấu+kỹ", "/tim-kiem/?q=thân+bài+giấu+kỹ"], SHOWS),
    "sitemap.xml": (["/sitemap.xml"], SILENT),
    "robots.txt": (["/robots.txt"], SILENT),
    "healthz": (["/healthz"], SILENT),
    "s/ben-canh/": (["/s/ben-canh/"], SILENT),
    "binh-chon/": (["/binh-chon/"], SILENT),
    "binh-chon/<slug:slug>-<int:pk>/": (["{poll}"], SILENT),
    "binh-chon/<slug:slug>-<int:pk>/vote/": (["{poll}vote/"], SILENT),
    "binh-chon/<slug:slug>-<int:pk>/nhung/": (["{poll}nhung/"], SILENT),
    "binh-chon/<slug:slug>-<int:pk>.json": (["{poll_json}"], SILENT),
    "oembed": (["/oembed?url={site}{poll}", "/oembed?url={site}{prices}", "/oembed?url={site}{beside}"], SILENT),
    "gia-ca-thi-truong/<slug:slug>/nhung/": (["{prices}nhung/"], SILENT),
    "binh-chon/xem-truoc/<str:token>/": (["{poll_preview}"], SILENT),
    "gia-ca-thi-truong/": (["/gia-ca-thi-truong/"], SILENT),
    "gia-ca-thi-truong/<slug:slug>/": (["{prices}"], SILENT),
    "gia-ca-thi-truong/<slug:slug>/<range:shown>/": (["{prices}7-ngay/"], SILENT),
    "gia-ca-thi-truong/nhom/<slug:slug>/": (["{prices_group}"], SILENT),
    "gia-ca-thi-truong/quy-doi/": (["/gia-ca-thi-truong/quy-doi/"], SILENT),
    "gia-ca-thi-truong/so-sanh/": (["/gia-ca-thi-truong/so-sanh/"], SILENT),
    "ban-tin/da-gui/": (["/ban-tin/da-gui/"], SILENT),
    "ban-tin/gia-ca/<slug:slug>/": (["/ban-tin/gia-ca/{instrument}/"], SILENT),
    "ban-tin/thoi/<str:token>/": (["/ban-tin/thoi/khong-dung/"], SILENT),
    "ban-tin/xac-nhan/<str:token>/": (["/ban-tin/xac-nhan/khong-dung/"], SILENT),
    "rss/gia-ca/": (["/rss/gia-ca/"], SILENT),
    "rss/gia-ca/<slug:slug>/": (["/rss/gia-ca/{group}/"], SILENT),
    "api/<path:rest>": (["/api/v1/khong-co"], SILENT),
    "api/v1/": (["/api/v1/"], SILENT),
    "api/v1/groups": (["/api/v1/groups"], SILENT),
    "api/v1/instruments": (["/api/v1/instruments"], SILENT),
    "api/v1/openapi.json": (["/api/v1/openapi.json"], SILENT),
    "api/v1/prices": (["/api/v1/prices"], SILENT),
    "api/v1/prices/<slug:slug>": (["/api/v1/prices/{instrument}"], SILENT),
    "api/v1/prices/<slug:slug>/corrections": (["/api/v1/prices/{instrument}/corrections"], SILENT),
    "api/v1/prices/<slug:slug>/days": (["/api/v1/prices/{instrument}/days"], SILENT),
    "api/v1/quotes": (["/api/v1/quotes"], SILENT),
    # Whoever holds a live link is shown the story, on purpose. The shell tells nothing, a dead link neither.
    "xem-truoc/<str:token>/": (["{preview}", "{dead}"], SILENT),
    "xem-truoc/<str:token>/bai/": (["{dead}bai/"], SILENT),
    "xem-truoc/<str:token>/trang-nhat/": (["{dead}trang-nhat/"], SILENT),
}

# Every way in which readers may not see a story → what makes it so, and what its own address answers.
HIDDEN = {
    "draft": ({"status": Status.DRAFT, "published_at": None}, 404),
    "submitted": ({"status": Status.SUBMITTED, "published_at": None}, 404),
    "sent back": ({"status": Status.SENT_BACK, "published_at": None}, 404),
    "approved": ({"status": Status.APPROVED, "published_at": None}, 404),
    "binned": ({"status": Status.BINNED, "published_at": None}, 404),
    "scheduled": ({"published_at": HOUR}, 404),
    "under embargo": ({"published_at": -HOUR, "embargo_until": HOUR}, 404),
    "under embargo and scheduled": ({"published_at": 2 * HOUR, "embargo_until": HOUR}, 404),
    "approved under embargo": ({"status": Status.APPROVED, "published_at": None, "embargo_until": HOUR}, 404),
    "expired": ({"published_at": -HOUR, "expires_at": -HOUR / 60}, 410),
    "withdrawn": ({"status": Status.WITHDRAWN, "published_at": -HOUR}, 410),
    "working copy": ({"status": Status.DRAFT, "published_at": None, "working_copy_of": "elsewhere"}, 404),
    "working copy that is due": ({"published_at": -HOUR, "working_copy_of": "elsewhere"}, 404),
    "working copy withdrawn": ({"status": Status.WITHDRAWN, "working_copy_of": "elsewhere"}, 404),
    "working copy expired": ({"expires_at": -HOUR / 60, "working_copy_of": "elsewhere"}, 404),
}
PUBLIC = {"status": Status.PUBLISHED, "published_at": -HOUR, "embargo_until": None, "expires_at": None}


@dataclass
class World:
    story: Article
    elsewhere: Article
    places: dict

    def become(self, facts):
        """Put the story into a state, written straight into its row: the outlets are asked, not the verbs."""
        now = timezone.now()
        values = {name: now + it if isinstance(it, timedelta) else it for name, it in {**PUBLIC, **facts}.items()}
        if "working_copy_of" in values:
            values["working_copy_of"] = self.elsewhere
        Article.objects.filter(pk=self.story.pk).update(**values)

    def tells(self, text):
        """What of the story stands in a text: its words, its address, its number."""
        number = f"-{self.story.pk}/"
        traces = [
            "kín bưng",
            "kin-bung",
            "Tóm tắt giấu kỹ",
            "Thân bài giấu kỹ",
            "Chú thích giấu kỹ",
            "Câu sai giấu kỹ",
            number,
        ]
        return [trace for trace in traces if trace in text]


@pytest.fixture
def world():
    """A secret story that shares section, author and tag with a public one, and the rest of a paper."""
    section, name, tag = (
        SectionFactory(slug="muc-chung"),
        PenNameFactory(slug="ten-chung"),
        TagFactory(slug="the-chung"),
    )
    shared = {"section": section, "signed": [name], "tagged": [tag]}
    long_ago = timezone.now() - 4 * HOUR
    beside = ArticleFactory(live=True, published_at=long_ago, **shared)
    elsewhere = ArticleFactory(live=True, published_at=long_ago)
    story = ArticleFactory(
        pk=987_654,  # the number of nothing else that any page names
        title="Chuyện kín bưng", slug="chuyen-kin-bung", standfirst="Tóm tắt giấu kỹ.", body="<p>Thân bài giấu kỹ.</p>",
        lead_photo=PhotoFactory(), lead_caption="Chú thích giấu kỹ", **shared,
    )  # fmt: skip
    # It was corrected, answers one public story, and is answered by the other.
    CorrectionFactory(article=story, false_statement="Câu sai giấu kỹ")
    Article.objects.filter(pk=story.pk).update(replies_to=elsewhere)
    Article.objects.filter(pk=beside.pk).update(replies_to=story)
    places = {
        "section": section.slug,
        "name": name.slug,
        "tag": tag.slug,
        "beside": beside.get_absolute_url(),
        "elsewhere": elsewhere.get_absolute_url(),
        "poll": PollFactory(on_front=True).get_absolute_url(),
        "prices": (priced := QuoteFactory().instrument).get_absolute_url(),
        "prices_group": priced.group.get_absolute_url(),
        "instrument": priced.slug,
        "group": priced.group.slug,
        "site": settings.SITE_URL,
    }
    places["poll_json"] = places["poll"].removesuffix("/") + ".json"
    made_by = UserFactory(roles=[roles.DESK_CHIEF])
    poll_link = {"poll": PollFactory(draft=True), "made_by": made_by, "expires_at": timezone.now() + HOUR}
    places["poll_preview"] = PollLink.objects.create(**poll_link).get_absolute_url()
    for name, ends in {"preview": HOUR, "dead": -HOUR}.items():
        link = PreviewLink.objects.create(article=story, made_by=made_by, expires_at=timezone.now() + ends)
        places[name] = link.get_absolute_url()
    return World(story, elsewhere, places)


def text_of(client, address):
    """Everything an outlet answers with, in its head too; a search repeats the words that were asked for, elsewhere."""
    response = client.get(address)
    return response.content.decode() + str(response.headers)


def looked_at(client, world, routes):
    """Route → what it tells of the story, all of its addresses together."""
    found = {}
    for route in routes:
        texts = [text_of(client, address.format(**world.places)) for address in OUTLETS[route][0]]
        found[route] = [trace for text in texts for trace in world.tells(text)]
    return found


def test_every_outlet_of_the_url_configuration_is_looked_at():
    assert set(OUTLETS) == {route for route in addresses() if not route.startswith("admin/")}


@pytest.mark.parametrize("kind", HIDDEN)
def test_no_outlet_tells_of_a_story_that_readers_may_not_see(client, world, kind):
    world.become(HIDDEN[kind][0])

    told = looked_at(client, world, OUTLETS)

    told["tim-kiem/"] = [trace for trace in told["tim-kiem/"] if trace != "kín bưng"]  # what was typed is repeated
    assert {route: traces for route, traces in told.items() if traces} == {}


@pytest.mark.parametrize("kind", ["public", "public with its embargo over", "public until later"])
def test_every_outlet_that_should_shows_the_story_once_it_is_public(client, world, kind):
    world.become({
        "public": {},
        "public with its embargo over": {"embargo_until": -HOUR / 2},
        "public until later": {"expires_at": HOUR},
    }[kind])  # fmt: skip

    told = looked_at(client, world, OUTLETS)

    assert {route: f"-{world.story.pk}/" in traces for route, traces in told.items()} == {
        route: shows for route, (_addresses, shows) in OUTLETS.items()
    }


@pytest.mark.parametrize("kind", HIDDEN)
def test_own_address_right_or_wrong_tells_the_state_and_no_word_more(client, world, kind):
    facts, status = HIDDEN[kind]
    world.become(facts)

    for address in ("/muc-chung/chuyen-kin-bung-{}/", "/muc-chung/sai-{}/", "/sai/chuyen-kin-bung-{}/", "/sai/sai-{}/"):
        response = client.get(address.format(world.story.pk))
        assert (response.status_code, response.headers.get("Location")) == (status, None), address
        assert world.tells(response.content.decode()) == [], address


def test_own_page_once_public_bears_everything_the_others_are_searched_for(client, world):
    world.become({})

    assert len(world.tells(text_of(client, world.story.get_absolute_url()))) == 7
