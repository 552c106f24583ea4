"""Time decides: a scheduled story appears at its second though no job runs. The calendar, by mouse and by keyboard."""

import time
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localtime
from playwright.sync_api import expect

from articles.models import Article
from newsroom.desk import roles
from newsroom.pages.clock import database_now
from tests.e2e.test_main_job import sign_in
from tests.factories.articles import ArticleFactory, SectionFactory
from tests.factories.desk import UserFactory

CALENDAR = "/admin/articles/article/calendar/"
NEXT_YEAR = timezone.now().year + 1


@pytest.fixture
def monday():
    """Half past eight on the first Monday of February next year, at the paper."""
    first = datetime(NEXT_YEAR, 2, 1, 8, 30, tzinfo=timezone.get_default_timezone())
    return first + timedelta(days=-first.weekday() % 7)


@pytest.fixture
def story(monday):
    section = SectionFactory(name="Thời sự", slug="thoi-su")
    UserFactory(username="bientap", roles=[roles.EDITOR]).sections_edited.add(section)
    return ArticleFactory(section=section, live=True, title="Bài hẹn giờ", source="TTXVN", published_at=monday)


def published_at(story):
    return localtime(Article.objects.get(pk=story.pk).published_at)


def asked_until(page, address, status):
    """The status that an address answered last before it answers `status`, and the moment of that by the database."""
    before = None
    for _attempt in range(200):
        answer = page.request.get(address, max_redirects=0)
        if answer.status == status:
            return before, database_now()
        before = answer.status
        time.sleep(0.05)
    raise AssertionError(f"{address} answers {before}")


def test_scheduled_story_appears_and_goes_at_its_second_without_any_job(page, story):
    appears = database_now() + timedelta(seconds=2)
    goes = appears + timedelta(seconds=3)
    Article.objects.filter(pk=story.pk).update(published_at=appears, embargo_until=appears, expires_at=goes)
    address = story.get_absolute_url()

    before, seen = asked_until(page, address, 200)
    on_front = page.request.get("/").text()
    after, missed = asked_until(page, address, 410)

    assert (before, after) == (404, 200)
    assert appears <= seen < appears + timedelta(seconds=1)
    assert address in on_front
    assert goes <= missed < goes + timedelta(seconds=1)
    assert address not in page.request.get("/").text()
    assert not Article.objects.get(pk=story.pk).is_announced  # nobody told anybody


def test_entry_is_dragged_to_another_day_and_keeps_its_hour(page, story, monday):
    sign_in(page, "bientap")
    page.goto(f"{CALENDAR}?day={monday:%Y-%m-%d}")
    wednesday = monday + timedelta(days=2)

    with page.expect_navigation():
        page.locator(".entry").drag_to(page.locator(f"[data-slot='{wednesday:%Y-%m-%d}']"))

    assert published_at(story) == wednesday
    assert page.url.endswith(f"{CALENDAR}?day={monday:%Y-%m-%d}")
    assert page.locator(f"[data-slot='{wednesday:%Y-%m-%d}'] .entry").count() == 1


def test_entry_is_dragged_by_its_headline_to_another_hour_and_keeps_its_minute(actor, story, monday):
    page = actor(viewport={"width": 1280, "height": 1700})  # the whole day
    sign_in(page, "bientap")
    page.goto(f"{CALENDAR}?by=day&day={monday:%Y-%m-%d}")

    with page.expect_navigation():
        page.locator(".entry__title").drag_to(page.locator(f"[data-slot='{monday:%Y-%m-%d}T11']"))

    assert published_at(story) == monday + timedelta(hours=3)


def test_entry_dropped_where_it_was_is_not_sent(page, story, monday):
    sign_in(page, "bientap")
    page.goto(f"{CALENDAR}?day={monday:%Y-%m-%d}")
    posts = []
    page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)

    page.locator(".entry").drag_to(page.locator(f"[data-slot='{monday:%Y-%m-%d}'] .slot__name"))
    page.locator(".slot--target").wait_for(state="detached")

    assert posts == []


def test_entry_is_moved_by_keyboard_alone(page, story, monday):
    sign_in(page, "bientap")
    page.goto(f"{CALENDAR}?day={monday:%Y-%m-%d}")
    page.locator(".entry summary").focus()

    page.keyboard.press("Enter")
    page.locator(".entry input[type=datetime-local]").fill(f"{monday:%Y-%m-%d}T14:05")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert published_at(story) == monday.replace(hour=14, minute=5)


def test_calendar_works_without_scripts_and_is_a_list_on_a_phone(actor, story, monday):
    page = actor(java_script_enabled=False, viewport={"width": 390, "height": 844})
    sign_in(page, "bientap")
    page.goto(f"{CALENDAR}?by=day&day={monday:%Y-%m-%d}")

    assert page.locator(".slot:visible").count() == 1
    page.locator(".entry summary").click()
    page.locator(".entry input[type=datetime-local]").fill(f"{monday:%Y-%m-%d}T09:00")
    page.locator(".entry button").click()

    assert published_at(story) == monday.replace(hour=9, minute=0)


def test_editor_sets_times_beside_the_text_and_loses_no_word(page, story, monday):
    sign_in(page, "bientap")
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    page.frame_locator("#cke_id_body iframe").locator("body[contenteditable=true]").wait_for()
    page.locator("#id_title").fill("Bài hẹn giờ, sửa tên")
    page.locator("#id_expires_at").fill(f"{monday:%Y-%m-%d}T20:00")

    with page.expect_navigation():
        page.locator("button[name=_times]").click()

    stored = Article.objects.get(pk=story.pk)
    assert (stored.title, localtime(stored.expires_at)) == (
        "Bài hẹn giờ, sửa tên", monday.replace(hour=20, minute=0),
    )  # fmt: skip
    assert page.locator("#id_expires_at").input_value() == f"{monday:%Y-%m-%d}T20:00"


def test_chosen_moment_is_told_in_the_papers_writing_whatever_the_browsers_order_of_days(page, story):
    sign_in(page, "bientap")
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    field = page.locator("#id_expires_at")

    field.fill("2031-11-03T21:05")

    told = page.locator("#id_expires_at + .zone")
    expect(told).to_have_text("Thứ hai, 03/11/2031 - 21:05, giờ Việt Nam, GMT+7")
    field.fill("")
    expect(told).to_have_text("giờ Việt Nam, GMT+7")
