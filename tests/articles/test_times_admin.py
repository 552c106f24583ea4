"""The times of a story on its form and in the calendar: who is offered what, and what a post does."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime

from articles.models import Article
from articles.workflow import Status
from newsroom.desk import roles
from tests.articles.story_form import LIST, change_url, form
from tests.factories.articles import ArticleFactory, PenNameFactory, PersonFactory, SectionFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
CALENDAR = reverse("admin:articles_article_calendar")


@pytest.fixture(autouse=True)
def _english(reporter, editor, chief):
    for user in (reporter, editor, chief):
        user.language = "en"
        user.save(update_fields=["language"])


@pytest.fixture
def soon():
    return (timezone.now() + 5 * HOUR).replace(second=0, microsecond=0)


def times_url(story):
    return reverse("admin:articles_article_times", args=[story.pk])


def typed(moment):
    """As the browser sends it."""
    return f"{localtime(moment):%Y-%m-%dT%H:%M}"


def stored(story):
    return Article.objects.get(pk=story.pk)


def fields_of(response):
    return list(response.context["times"].fields) if "times" in response.context else None


# -- the story form -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        ({"status": Status.DRAFT}, ["embargo_until", "expires_at"]),
        ({"live": True, "published_at": timezone.now() + DAY}, ["embargo_until", "published_at", "expires_at"]),
        ({"live": True}, ["expires_at"]),
        ({"live": True, "expires_at": timezone.now() - HOUR / 2}, ["expires_at"]),
        ({"status": Status.BINNED}, []),
    ],
)
def test_form_offers_the_times_that_arise(client, editor, section, facts, fields):
    client.force_login(editor)

    assert fields_of(client.get(change_url(ArticleFactory(section=section, **facts)))) == fields


def test_reporter_reads_the_embargo_and_may_not_set_it(client, reporter, soon):
    story = ArticleFactory(created_by=reporter, embargo_until=soon)
    client.force_login(reporter)

    response = client.get(change_url(story))

    assert fields_of(response) is None
    assert "Embargo until" in response.content.decode()
    assert client.post(times_url(story), {"embargo_until": ""}).status_code == 403
    assert stored(story).embargo_until == soon


def test_text_and_times_are_saved_by_one_button(client, editor, section, soon):
    story = ArticleFactory(section=section, status=Status.SUBMITTED)
    client.force_login(editor)

    response = client.post(change_url(story), form(story, title="Tên mới", embargo_until=typed(soon), _times="1"))

    assert response["Location"] == change_url(story)
    assert (stored(story).title, stored(story).embargo_until) == ("Tên mới", soon)


def test_refused_time_is_told_in_a_sentence_and_the_text_is_kept(client, editor, section):
    story = ArticleFactory(section=section, live=True, source="TTXVN")
    client.force_login(editor)
    late = typed(timezone.now() - HOUR)

    response = client.post(change_url(story), form(story, title="Tên mới", expires_at=late, _times="1"), follow=True)

    assert "has already passed" in response.content.decode()
    assert (stored(story).title, stored(story).expires_at) == ("Tên mới", None)


def test_publishing_under_an_embargo_brings_the_form_back_with_the_earliest_time(client, editor, section, soon):
    story = ArticleFactory(section=section, status=Status.APPROVED, source="TTXVN", embargo_until=soon)
    client.force_login(editor)

    response = client.post(change_url(story), form(story, title="Tên mới", _move="publish"))

    assert response.status_code == 200
    assert "The earliest time to publish it is" in response.content.decode()
    assert stored(story).title == story.title


def test_field_left_alone_does_not_undo_what_another_set_meanwhile(client, editor, section, soon):
    story = ArticleFactory(section=section, live=True, published_at=soon, expires_at=soon + 2 * DAY)
    client.force_login(editor)

    client.post(times_url(story), {
        "published_at": typed(soon + HOUR), "initial-published_at": typed(soon),
        "expires_at": typed(soon + DAY), "initial-expires_at": typed(soon + DAY),
    })  # fmt: skip

    assert (stored(story).published_at, stored(story).expires_at) == (soon + HOUR, soon + 2 * DAY)


def test_story_closed_to_writing_still_takes_an_expiry(client, chief, soon):
    story = ArticleFactory(status=Status.WITHDRAWN)
    client.force_login(chief)

    assert f'formaction="{times_url(story)}"' in client.get(change_url(story)).content.decode()
    client.post(times_url(story), {"expires_at": typed(soon)})

    assert stored(story).expires_at == soon


def test_word_that_is_no_time_changes_nothing(client, editor, section):
    story = ArticleFactory(section=section)
    client.force_login(editor)

    client.post(times_url(story), {"embargo_until": "ngày mai"})

    assert not story.trail.exists()


@pytest.mark.parametrize("back", ["https://xau.example/", "//xau.example/"])
def test_way_back_leads_nowhere_else(client, editor, section, back):
    story = ArticleFactory(section=section)
    client.force_login(editor)

    assert client.post(times_url(story), {"next": back})["Location"] == change_url(story)


def test_times_on_the_trail_do_not_hide_the_note_that_sent_a_story_back(client, editor, section, soon):
    story = ArticleFactory(section=section, status=Status.SUBMITTED)
    client.force_login(editor)
    client.post(change_url(story), form(story, _move="send_back", move_note="Hỏi thêm xã"))

    client.post(times_url(story), {"embargo_until": typed(soon)})

    assert client.get(change_url(story)).context["last_note"].note == "Hỏi thêm xã"


def test_expired_is_a_state_of_its_own_in_the_list(client, chief):
    expired = ArticleFactory(live=True, expires_at=timezone.now() - HOUR / 2)
    ArticleFactory(live=True)
    client.force_login(chief)

    response = client.get(LIST, {"state": "expired"})

    assert list(response.context["cl"].result_list) == [expired]
    assert "badge--expired" in response.content.decode()
    assert expired not in client.get(LIST, {"state": "published"}).context["cl"].result_list


# -- the calendar ---------------------------------------------------------------------------------------------------


def shown(client, **query):
    """The calendar as {slot: [(kind, title, whether it can be moved)]}, empty slots left out."""
    slots = client.get(CALENDAR, query).context["sheet"].slots
    return {s.key: [(e.name, e.story.title, e.form is not None) for e in s.entries] for s in slots if s.entries}


def test_week_begins_on_monday_and_holds_what_appears_is_held_and_goes(client, editor, section):
    monday = localtime().replace(hour=8, minute=30, second=0, microsecond=0) + 7 * DAY
    monday -= monday.weekday() * DAY
    week = f"{monday:%Y-%m-%d}"
    ArticleFactory(section=section, live=True, title="Sẽ đăng", published_at=monday, embargo_until=monday - HOUR)
    ArticleFactory(section=section, live=True, title="Sẽ hết hạn", expires_at=monday + 6 * DAY)
    ArticleFactory(section=section, status=Status.APPROVED, title="Còn cấm", embargo_until=monday + DAY)
    ArticleFactory(section=section, live=True, title="Tuần sau", published_at=monday + 7 * DAY)
    ArticleFactory(section=section, status=Status.BINNED, title="Trong thùng", embargo_until=monday + DAY)
    client.force_login(editor)

    assert shown(client, day=f"{monday + 3 * DAY:%Y-%m-%d}") == {
        week: [("embargo_until", "Sẽ đăng", True), ("published_at", "Sẽ đăng", True)],
        f"{monday + DAY:%Y-%m-%d}": [("embargo_until", "Còn cấm", True)],
        f"{monday + 6 * DAY:%Y-%m-%d}": [("expires_at", "Sẽ hết hạn", True)],
    }
    assert list(shown(client, by="day", day=week)) == [f"{week}T07", f"{week}T08"]


def test_what_is_public_or_past_cannot_be_moved(client, editor, section):
    now = timezone.now()
    ArticleFactory(section=section, live=True, title="Đã đăng", published_at=now - HOUR)
    ArticleFactory(section=section, live=True, title="Đã hết hạn", published_at=now - DAY, expires_at=now)
    client.force_login(editor)

    assert list(shown(client, by="day", day=f"{localtime(now):%Y-%m-%d}").values()) == [
        [("expires_at", "Đã hết hạn", False)]
    ]


def test_everybody_sees_in_the_calendar_what_they_may_open_and_moves_what_they_may_publish(
    client, reporter, editor, chief, section, soon
):
    signed = [PenNameFactory(person=PersonFactory(account=reporter))]
    ArticleFactory(section=section, live=True, title="Bài ký tên", published_at=soon, signed=signed)
    ArticleFactory(live=True, title="Bài mục khác", published_at=soon)
    seen = {}
    for user in (reporter, editor, chief):
        client.force_login(user)
        entries = shown(client, by="day", day=f"{localtime(soon):%Y-%m-%d}")
        seen[user.username] = {(title, movable) for slot in entries.values() for _name, title, movable in slot}

    assert seen == {
        "reporter": {("Bài ký tên", False)},
        "editor": {("Bài ký tên", True)},
        "chief": {("Bài ký tên", True), ("Bài mục khác", True)},
    }


def test_entry_is_moved_by_its_own_form_and_leads_back_to_the_calendar(client, editor, section, soon):
    story = ArticleFactory(section=section, live=True, published_at=soon)
    client.force_login(editor)
    here = f"{CALENDAR}?by=day&day={localtime(soon):%Y-%m-%d}"
    html = client.get(here).content.decode()

    response = client.post(times_url(story), {
        "published_at": typed(soon + HOUR), "initial-published_at": typed(soon), "next": here,
    })  # fmt: skip

    assert f'action="{times_url(story)}"' in html
    assert (response["Location"], stored(story).published_at) == (here, soon + HOUR)


def test_editor_of_another_section_moves_nothing(client, soon):
    other = UserFactory(roles=[roles.EDITOR])
    other.sections_edited.add(SectionFactory())
    story = ArticleFactory(live=True, published_at=soon)
    client.force_login(other)

    assert client.post(times_url(story), {"published_at": typed(soon + HOUR)}).status_code == 403
    assert stored(story).published_at == soon


@pytest.mark.parametrize("day", ["", "hôm qua", "0001-01-01", "9999-12-31", "2026-13-01"])
@pytest.mark.parametrize("by", ["day", "week", "x"])
def test_day_that_is_none_is_today(client, editor, day, by):
    client.force_login(editor)

    response = client.get(CALENDAR, {"day": day, "by": by})

    assert response.context["day"] == localtime().date()


def test_calendar_writes_the_time_zone_beside_its_times(client, editor, section, soon):
    ArticleFactory(section=section, live=True, published_at=soon)
    client.force_login(editor)

    html = client.get(CALENDAR, {"by": "day", "day": f"{localtime(soon):%Y-%m-%d}"}).content.decode()

    assert html.count("Vietnam time, GMT+7") == 2  # over the page, and beside the one field


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("role", "queries"), [(roles.REPORTER, 7), (roles.EDITOR, 8), (roles.DESK_CHIEF, 7)])
def test_calendar_asks_a_constant_number_of_queries(client, django_assert_num_queries, role, queries, count):
    user, section = UserFactory(roles=[role]), SectionFactory()
    user.sections_edited.add(section)
    monday = datetime(2030, 1, 7, 12, tzinfo=timezone.get_default_timezone())
    for number in range(count):
        ArticleFactory(section=section, created_by=user, live=True, published_at=monday, embargo_until=monday - DAY)
        ArticleFactory(section=section, created_by=user, live=True, expires_at=monday + number * DAY)
    client.force_login(user)

    with django_assert_num_queries(queries):
        assert client.get(CALENDAR, {"day": "2030-01-07"}).status_code == 200
