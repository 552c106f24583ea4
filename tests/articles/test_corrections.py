"""Corrections as the press law words them: the false passage leaves what readers get, and the paper says so."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from articles import actions, corrections, passages, readings, working_copies
from articles.models import Article, Correction, CorrectionTerm, Reading
from articles.signals import correction_issued
from articles.workflow import Status
from newsroom.desk import roles
from tests.articles.correcting import FALSE, bridge, issue, said
from tests.factories.articles import ArticleFactory, CorrectionFactory, CorrectionTermFactory, PenNameFactory
from tests.factories.desk import UserFactory
from tests.factories.photos import PhotoFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(section):
    return bridge(section)


# -- the verb --------------------------------------------------------------------------------------------------------


def test_correction_mends_the_story_and_is_on_the_trail(story, chief):
    correction = issue(story, chief)

    story.refresh_from_db()
    assert story.body == "<p>Cầu dài 210 mét, rộng 7 mét.</p>"
    assert (correction.article, correction.version, correction.by) == (story, 2, chief)
    assert [entry.move for entry in story.trail.order_by("pk")] == ["edited", "corrected"]
    assert [(r.number, FALSE in r.content["body"]) for r in story.revisions.all()] == [(2, False), (1, True)]


@pytest.mark.parametrize("role", [roles.REPORTER, roles.EDITOR, roles.ADMINISTRATOR])
def test_only_the_desk_chief_issues_a_correction(story, section, role):
    user = UserFactory(roles=[role])
    user.sections_edited.add(section)

    with pytest.raises(PermissionDenied):
        issue(story, user)

    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    "status", [status for status in Status if status not in (Status.PUBLISHED, Status.WITHDRAWN, Status.BINNED)]
)
def test_what_readers_never_saw_is_not_corrected(chief, status):
    with pytest.raises(ValidationError):
        issue(ArticleFactory(status=status), chief)


@pytest.mark.parametrize("missing", ["false_statement", "corrected_statement", "apology"])
def test_correction_needs_all_three_statements(story, chief, missing):
    with pytest.raises(ValidationError):
        issue(story, chief, **{missing: " "})

    story.refresh_from_db()
    assert FALSE in story.body


@pytest.mark.parametrize(
    "field", ["kicker", "title", "standfirst", "body", "lead_caption", "lead_alt", "lead_credit", "body_alt"]
)
def test_correction_is_refused_while_the_passage_still_stands(story, chief, field):
    story.lead_photo = PhotoFactory()
    image = f'<figure><img src="/media/a.jpg" alt="{FALSE}"></figure>'
    setattr(story, *("body", image) if field == "body_alt" else (field, f"Được biết, {FALSE}."))
    story.save()

    mended = story.body if field.startswith("body") else "<p>Đã sửa.</p>"
    with pytest.raises(ValidationError, match=FALSE):
        issue(story, chief, mended=mended)

    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("<p>cầu DÀI 120 mét.</p>", True),
        ("<p>Cầu <strong>dài 120</strong> mét</p>", True),
        ("<p>Cầu dài 1200 mét</p>", False),
        ("<p>Cầu dài 120 mét vuông</p>", True),
        ("<p>Cầu dài 12 mét</p>", False),
    ],
)
def test_passage_is_found_word_for_word(text, stands):
    assert passages.stands_in(Article(body=text), f"“{FALSE}.”") == stands


def test_either_place_of_a_tone_mark_is_the_same_word():
    assert passages.stands_in(Article(body="<p>Xã Hoà Bình</p>"), "xã Hòa Bình")


def test_caption_that_the_photo_itself_brings_counts(story, chief):
    story.lead_photo = PhotoFactory(caption=f"{FALSE}.")
    story.save()

    with pytest.raises(ValidationError):
        issue(story, chief)


def test_address_follows_a_mended_headline_and_the_old_one_leads_there(client, chief):
    story = ArticleFactory(live=True, title=FALSE, slug="cau-dai-120-met", signed=[PenNameFactory()])
    old = story.get_absolute_url()
    mended = Article.objects.get(pk=story.pk)
    mended.title = "Cầu dài 210 mét"

    corrections.issue(said(), mended, by=chief)

    story.refresh_from_db()
    assert story.slug == "cau-dai-210-met"
    assert client.get(old)["Location"] == story.get_absolute_url()


@pytest.mark.parametrize("way", ["edit", "bring_back"])
def test_corrected_passage_cannot_come_back_to_readers(story, chief, way):
    issue(story, chief)
    again = Article.objects.get(pk=story.pk)
    again.body = f"<p>{FALSE}.</p>"

    with pytest.raises(ValidationError, match=FALSE):
        actions.edit(again, by=chief) if way == "edit" else actions.bring_back(story.revisions.last(), by=chief)


def test_passage_does_not_come_back_by_a_working_copy(story, chief):
    copy = working_copies.start(story, by=chief)
    issue(story, chief)
    working_copies.bring_in(copy, by=chief)
    copy.refresh_from_db()
    copy.body = f"<p>{FALSE}, theo bản cũ.</p>"
    copy = actions.edit(copy, by=chief)
    copy = actions.submit(copy, by=chief)
    copy = actions.approve(copy, by=chief)

    with pytest.raises(ValidationError, match=FALSE):
        actions.publish(copy, by=chief)

    story.refresh_from_db()
    assert FALSE not in story.body


def test_correction_after_a_first_quick_fix_closes_what_stood_before(story, chief):
    fixed = Article.objects.get(pk=story.pk)
    fixed.body = "<p>Cầu dài 210 mét.</p>"
    actions.edit(fixed, by=chief)

    correction = issue(story, chief, mended="<p>Cầu dài 210 mét.</p>")

    assert (correction.version, readings.first_open(story)) == (2, 2)


def test_issued_correction_is_told_once_committed(story, chief, django_capture_on_commit_callbacks):
    told = []
    correction_issued.connect(lambda **facts: told.append(facts["correction"]), weak=False, dispatch_uid="test")
    with django_capture_on_commit_callbacks(execute=True):
        correction = issue(story, chief)
        assert told == []
    correction_issued.disconnect(dispatch_uid="test")

    assert told == [correction]


@pytest.mark.parametrize("row", ["correction", "reading"])
def test_corrections_and_readings_cannot_be_rewritten_or_deleted(story, chief, row):
    kept = CorrectionFactory() if row == "correction" else Reading.objects.create(article=story, version=1, by=chief)
    rows = type(kept).objects.filter(pk=kept.pk)

    for attack in (lambda: rows.update(version=9), rows.delete):
        with pytest.raises(IntegrityError), transaction.atomic():
            attack()


# -- for how long ----------------------------------------------------------------------------------------------------


def test_term_in_force_decides_how_long_it_stands(story, chief):
    today = timezone.localdate()
    CorrectionTermFactory(valid_from=today - timedelta(days=9), days=3)
    CorrectionTermFactory(valid_from=today, days=5)
    CorrectionTermFactory(valid_from=today + timedelta(days=1), days=9)

    correction = issue(story, chief)

    assert (correction.front_until - timezone.now()).days in (4, 5)


def test_without_a_term_it_is_a_week():
    assert CorrectionTerm.on(date(2026, 1, 1)).days == 7


# -- at the desk -----------------------------------------------------------------------------------------------------


def form_of(story):
    return reverse("admin:articles_article_correct", args=[story.pk])


def posted(story, **changed):
    return {
        "seen": story.version, "kicker": "", "title": story.title, "standfirst": story.standfirst,
        "body": "<p>Cầu dài 210 mét.</p>", "lead_caption": "", "lead_alt": "", "false_statement": FALSE,
        "corrected_statement": "Cầu dài 210 mét.", "apology": "Xin lỗi bạn đọc.", **changed,
    }  # fmt: skip


def test_form_mends_the_story_and_issues_the_correction(client, story, chief):
    client.force_login(chief)
    assert FALSE in client.get(form_of(story)).content.decode()

    response = client.post(form_of(story), posted(story))

    story.refresh_from_db()
    assert response.status_code == 302
    assert (story.body, story.corrections.get().by) == ("<p>Cầu dài 210 mét.</p>", chief)


@pytest.mark.parametrize("wrong", [{"apology": ""}, {"body": f"<p>{FALSE}.</p>"}, {"title": ""}])
def test_refused_form_comes_back_with_all_that_was_typed(client, story, chief, wrong):
    client.force_login(chief)

    response = client.post(form_of(story), posted(story, corrected_statement="Đúng ra là khác.", **wrong))

    assert response.status_code == 200
    assert "Đúng ra là khác." in response.content.decode()
    assert "errorlist" in response.content.decode()
    story.refresh_from_db()
    assert (FALSE in story.body, story.corrections.count()) == (True, 0)


def test_correction_over_somebody_elses_save_of_the_same_passage_is_refused(client, story, chief):
    client.force_login(chief)
    seen = story.version
    other = Article.objects.get(pk=story.pk)
    other.body = f"<p>{FALSE} rưỡi, rộng 8 mét.</p>"
    actions.edit(other, by=chief)

    response = client.post(form_of(story), posted(story, seen=seen))

    assert response.status_code == 200
    assert not story.corrections.exists()


def test_story_form_leads_the_chief_to_it_and_nobody_else(client, story, chief, editor):
    address = reverse("admin:articles_article_change", args=[story.pk])
    leads = {}
    for user in (chief, editor):
        client.force_login(user)
        leads[user] = form_of(story) in client.get(address).content.decode()

    assert leads == {chief: True, editor: False}
