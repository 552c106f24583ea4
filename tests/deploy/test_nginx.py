"""deploy/nginx.conf as it is, in front of real servers: what readers get, and what they still get in an outage."""

import gzip
import os
import re
import shutil
import time
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles import actions
from articles.models import Article
from articles.workflow import Status
from markets.api.body import LARGEST
from newsroom.desk import roles
from newsroom.pages.store import shelf
from polls.models import Standing
from tests.deploy.house import House, database_away
from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory
from tests.factories.desk import UserFactory
from tests.factories.polls import PollFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        shutil.which("nginx") is None and not os.environ.get("CI"),
        reason="nginx is not installed (apt-get install nginx-light)",
    ),
]
SIGNED_IN = "sessionid=" + 32 * "a"
"""As a browser says it that was signed in: without one the desk asks for the password, and the database nothing."""


@pytest.fixture
def chief():
    return UserFactory(roles=[roles.DESK_CHIEF])


@pytest.fixture
def section():
    return SectionFactory(slug="thoi-su")


@pytest.fixture
def story(section):
    at = timezone.now() - timedelta(hours=1)
    return ArticleFactory(live=True, section=section, title="Cầu mới", signed=[PenNameFactory()], published_at=at)


@pytest.fixture
def house(tmp_path, settings, story):
    tmp_path.chmod(0o755)
    settings.PAGE_STORE = str(tmp_path / "pages")
    shelf.here()
    house = House(tmp_path, settings.PAGE_STORE, connection.settings_dict["NAME"])
    for name in ("keeper", "application", "nginx"):
        house.start(name)
    try:
        house.wait_until(lambda: house.ask("/healthz")[0] == 200 and shelf.here().has_lease())
        yield house
    finally:
        house.close()


def test_page_is_rendered_once_and_then_served_from_disk(house, story):
    address = story.get_absolute_url()

    assert [house.mark(address) for _ in range(3)] == [(200, "rendered"), (200, "stored"), (200, "stored")]


PAGES = ["{story}", "/thoi-su/", "/", "/rss/", "/s/ben-canh/", "/news-sitemap.xml", "/robots.txt"]


@pytest.mark.parametrize("address", PAGES)
def test_page_from_disk_says_what_the_application_says(house, story, address):
    address = address.format(story=story.get_absolute_url())
    house.ask(address)

    status, headers, body = house.ask(address)
    theirs_status, theirs, their_body = house.ask(address, port=house.application_port)

    assert (status, headers["X-Page"], body) == (theirs_status, "stored", their_body)
    for name in ("Content-Type", "Cache-Control", "CDN-Cache-Control", "ETag", "Last-Modified", "X-Frame-Options",
                 "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy"):  # fmt: skip
        assert headers[name] == theirs[name], name
    assert headers.get("X-Robots-Tag") == theirs.get("X-Robots-Tag")
    assert _policy(headers) == _policy(theirs)


def _policy(headers):
    return {part.strip() for part in headers["Content-Security-Policy"].split(";")}


def test_page_from_disk_is_compressed_and_asked_for_again(house, story):
    address = story.get_absolute_url()
    _status, _headers, plain = house.ask(address)

    _status, headers, body = house.ask(address, Accept_Encoding="gzip")

    assert (headers["X-Page"], headers["Content-Encoding"], gzip.decompress(body)) == ("stored", "gzip", plain)
    assert headers["Vary"] == "Accept-Encoding"
    assert house.ask(address, Accept_Encoding="gzip", If_None_Match=headers["ETag"])[0] == 304


def test_delivery_network_is_told_surrogate_keys(house, story):
    house.ask(story.get_absolute_url())

    _status, headers, _body = house.ask(story.get_absolute_url(), CDN_Loop="example")

    assert headers["X-Page"] == "recalled"
    assert f"story:{story.pk}" in headers["Surrogate-Key"].split()


def test_numbered_pages_and_other_queries(house, section):
    stories = ArticleFactory.create_batch(45, live=True, section=section)

    assert [house.mark("/thoi-su/?page=1") for _ in range(2)] == [(200, "rendered"), (200, "stored")]
    assert [house.mark("/thoi-su/?x=1") for _ in range(2)] == [(200, None)] * 2
    assert stories[0].title.encode() in house.ask("/thoi-su/?page=1")[2] + house.ask("/thoi-su/?page=2")[2]


@pytest.mark.parametrize("address", ["/khong-co/", "/tim-kiem/?q=cau", "/healthz", "/thoi-su", "/../etc/passwd"])
def test_what_is_no_page_is_never_stored(house, address):
    for _ in range(2):
        assert house.mark(address)[1] is None


def test_published_story_is_visible_at_once_on_every_outlet(house, chief, section, story):
    for address in ("/", "/thoi-su/", "/rss/", story.get_absolute_url()):
        house.ask(address)
    new = ArticleFactory(
        status=Status.APPROVED, section=section, title="Tin nóng", slug="tin-nong", published_at=None,
        signed=[PenNameFactory()],
    )  # fmt: skip

    actions.publish(new, by=chief)

    for address in ("/", "/thoi-su/", "/rss/", story.get_absolute_url()):
        assert "Tin nóng" in house.ask(address)[2].decode(), address


def test_withdrawn_story_is_gone_at_once_and_in_an_outage(house, chief, story):
    address = story.get_absolute_url()
    assert house.mark(address) == (200, "rendered")
    house.ask("/thoi-su/")

    actions.withdraw(story, by=chief, note="Sai")

    assert house.ask(address)[0] == 410
    house.stop("application")
    assert house.ask(address)[0] == 503
    assert "Cầu mới" not in house.ask("/thoi-su/")[2].decode()


def test_scheduled_story_appears_within_a_second_of_its_time(house, chief, section, story):
    house.ask("/thoi-su/")
    new = ArticleFactory(
        status=Status.APPROVED, section=section, title="Tin đúng giờ", published_at=None, signed=[PenNameFactory()]
    )
    at = timezone.now() + timedelta(seconds=2)
    actions.publish(new, by=chief, at=at)
    assert house.mark("/thoi-su/")[1] == "stored"

    house.wait_until(lambda: "Tin đúng giờ" in house.ask("/thoi-su/")[2].decode())

    assert timezone.now() - at < timedelta(seconds=3)


def test_another_machines_purge_arrives(house, story):
    address = story.get_absolute_url()
    house.ask(address)
    assert house.mark(address) == (200, "stored")
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO pages_purge (tags, is_gone) VALUES (%s, false)", [[f"story:{story.pk}"]])
        cursor.execute("NOTIFY pages_purge")

    house.wait_until(lambda: shelf.here().get(shelf.name_of(address)) is None)


def test_without_a_keeper_the_application_answers_and_keeps_up(house, story):
    address = story.get_absolute_url()
    house.ask(address)
    house.stop("keeper")
    Article.objects.filter(pk=story.pk).update(title="Cầu khác")
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO pages_purge (tags, is_gone) VALUES (%s, false)", [[f"story:{story.pk}"]])

    house.wait_until(lambda: "Cầu khác" in house.ask(address)[2].decode())


@pytest.fixture
def poll():
    return PollFactory(show_results="after_vote")


@pytest.fixture
def readable(house, story, poll):
    """Addresses that were read before the outage, one of them purged since."""
    addresses = ["/", "/thoi-su/", "/rss/", "/s/ben-canh/", "/binh-chon/", poll.get_absolute_url()]
    for address in [*addresses, story.get_absolute_url()]:
        assert house.ask(address)[0] == 200
    return addresses


def _is_away(answer):
    status, headers, body = answer
    return status == 503 and headers["Retry-After"] == "30" and "tạm nghỉ" in body.decode().lower()


def _ballot(house, poll, **said):
    form = {"Content_Type": "application/x-www-form-urlencoded", "Sec_Fetch_Site": "same-origin", **said}
    return house.ask(poll.get_vote_url(), "POST", body=f"choice={poll.choices.first().pk}", **form)


def test_application_down_every_stored_page_is_served_and_the_rest_says_so(house, story, poll, readable):
    actions.edit(_written(story), by=UserFactory(roles=[roles.DESK_CHIEF]))  # purged, and now last good
    house.stop("application")

    for address in [*readable, story.get_absolute_url()]:
        status, headers, _body = house.ask(address)
        assert (status, headers["X-Page"] in ("stored", "last-good")) == (200, True), address
    assert house.mark(story.get_absolute_url()) == (200, "last-good")
    for answer in (house.ask("/tim-kiem/?q=cau"), house.ask("/admin/"), _ballot(house, poll), house.ask("/khong-doc/")):
        assert _is_away(answer)

    house.start("application")
    house.wait_until(lambda: house.mark(story.get_absolute_url()) == (200, "rendered"))
    house.wait_until(lambda: _ballot(house, poll)[0] == 303)


def _written(story):
    article = Article.objects.get(pk=story.pk)
    article.title = "Cầu khác"
    return article


def test_database_down_every_stored_page_is_served_and_the_rest_says_so(house, story, poll, readable):
    with database_away():
        time.sleep(11)  # longer than a lease
        for address in [*readable, story.get_absolute_url()]:
            assert house.mark(address) == (200, "stored"), address
        for answer in (house.ask("/tim-kiem/?q=cau"), house.ask("/admin/", Cookie=SIGNED_IN), _ballot(house, poll)):
            assert answer[0] == 503
            assert answer[1]["Retry-After"] == "30"
        house.stop("application")
        assert house.mark(story.get_absolute_url()) == (200, "stored")
        house.start("application")

    house.wait_until(lambda: house.ask("/tim-kiem/?q=cau")[0] == 200)
    house.wait_until(lambda: _ballot(house, poll)[0] == 303)


def test_logs_name_no_reader(house, story, poll):
    signed = ["/xem-truoc/", "/binh-chon/xem-truoc/", "/ban-tin/thoi/", "/ban-tin/xac-nhan/"]
    for address in (story.get_absolute_url(), "/tim-kiem/?q=bi-mat", *(f"{one}chia-khoa/" for one in signed)):
        house.ask(address, User_Agent="TestPhone/7", Referer="http://a.example/")
    house.stop("application")
    house.ask("/tim-kiem/?q=bi-mat", User_Agent="TestPhone/7")
    _ballot(house, poll)

    said = (house.folder / "access.log").read_text  # each second, by each of nginx's processes
    house.wait_until(lambda: all(re.search(rf" 503 \w+ {path}", said()) for path in ("/tim-kiem/", "/binh-chon/")))
    logs = [house.folder / name for name in ("access.log", "error.log", "errors")]
    written = "".join(log.read_text() for log in logs if log.exists())
    assert not re.search(r"127\.0\.0\.1|TestPhone|bi-mat|chia-khoa|a\.example", written)


def test_body_that_is_too_large_is_refused(house, poll):
    assert house.ask(poll.get_vote_url(), "POST", body="x" * 70_000)[0] == 413


def test_source_may_send_as_much_as_the_api_takes(house):
    asked = [house.ask("/api/v1/quotes", "POST", body="x" * size)[0] for size in (LARGEST, 2 * LARGEST)]

    assert asked == [401, 413]  # without a token


# -- who means ill ---------------------------------------------------------------------------------------------------


FALSE = {"Host": "gia.example", "X_Forwarded_Host": "gia.example", "Forwarded": "host=gia.example;proto=http"}
FALSE |= {"X_Forwarded_Proto": "http", "X_Original_URL": "/admin/", "X_Rewrite_URL": "/admin/"}


@pytest.mark.parametrize("address", ["/", "/rss/", "/sitemap.xml", "/binh-chon/"])
def test_what_somebody_says_of_host_and_address_reaches_no_page(house, story, address):
    first, again = house.ask(address, **FALSE), house.ask(address)

    assert first[2] == again[2]
    assert b"gia.example" not in again[2]


@pytest.mark.parametrize(
    "query", ["?page=1&page=2", "?page=01", "?page=%31", "?utm_source=x", "?page=1%00", "?%70age=1", "?", "??page=1"]
)
def test_no_spelling_of_a_query_is_stored_under_another(house, section, query):
    before = house.ask("/thoi-su/")[2]

    house.ask(f"/thoi-su/{query}")

    assert house.ask("/thoi-su/")[2] == before
    kept = {path.name for path in (house.store / shelf.FRESH / "thoi-su").iterdir()}
    assert {name.removesuffix(".gz") for name in kept} <= {"@.html", "@page=1.html"}


def test_part_of_a_page_is_no_page(house, story):
    for _time in range(2):
        house.ask(story.get_absolute_url(), Range="bytes=0-9", If_Range="x")

    assert house.ask(story.get_absolute_url())[2].endswith(b"</html>\n")


@pytest.mark.parametrize("override", ["X_HTTP_Method_Override", "X_Method_Override", "X_HTTP_Method"])
def test_only_a_post_is_a_vote(house, poll, override):
    choice = poll.choices.first().pk

    answer = house.ask(f"{poll.get_vote_url()}?choice={choice}&_method=POST", **{override: "POST"})

    assert answer[0] in (405, 302, 303, 404)
    assert not poll.ballots.exists()


def test_made_up_addresses_are_one_address(house, poll):
    """The thirty-first vote in a minute is the first that is looked at."""
    for number in range(34):
        _ballot(
            house, poll, X_Forwarded_For=f"203.0.{number}.7", X_Real_IP=f"198.51.{number}.7", Forwarded="for=192.0.2.1"
        )

    counted = poll.ballots.filter(standing=Standing.COUNTED).count()
    assert (counted, poll.ballots.count()) == (30, 34)
