"""The demonstration loads whole, through the verbs, once."""

import io

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from PIL import Image

from articles.admin.typed import content
from articles.comparison import compare
from articles.credits import Credits
from articles.models import Article, Assignment, Correction, Note, OpenForm, PenName, Section
from articles.revisions import content_of
from articles.workflow import Status
from markets.models import Instrument, Quote
from newsroom.desk.demo import seed, underway
from newsroom.desk.demo.stories import STORIES
from newsroom.desk.demo.talk import ASSIGNMENTS
from newsroom.desk.models import Notification, User
from photos.models import Photo
from polls.figures import figures_of
from polls.models import Ballot, Poll, Standing
from polls.results import result_of
from polls.workflow import Kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def small_pictures(monkeypatch):
    """Spare the tests that look at no picture the renditions of thirty-five."""
    file = io.BytesIO()
    Image.new("RGB", (120, 80)).save(file, "JPEG")
    monkeypatch.setattr(seed.pictures, "draw", lambda motif, seed: file.getvalue())


@pytest.fixture
def demo(small_pictures):
    call_command("seed_demo", stdout=io.StringIO())


def test_seed_loads_everything_the_readme_promises():
    call_command("seed_demo", stdout=io.StringIO())

    assert (Section.objects.count(), PenName.objects.count(), Article.objects.count()) == (10, 11, 56)
    assert (Note.objects.count(), Assignment.objects.count()) == (
        5,
        3,
    )  # one assignment is a story, and one story a working copy
    assert Article.objects.published().count() == 41
    assert set(Article.objects.values_list("status", flat=True)) == set(Status)
    assert Article.objects.scheduled().filter(embargo_until__isnull=False).count() == 1
    assert Article.objects.expired().count() == 1
    assert Photo.objects.count() == sum(story["photo"] is not None for story in STORIES)
    assert (Instrument.objects.count(), Poll.objects.open().count(), Poll.objects.closed().count()) == (12, 6, 2)
    assert Quote.objects.count() >= 12 * 90


def test_seed_goes_through_the_verbs(demo):
    times = {"scheduled": ["created", "embargo", *seed.PATHS["scheduled"], "shown"],
             "expired": ["created", *seed.PATHS["expired"], "expiry"]}  # fmt: skip
    stories = Article.objects.filter(working_copy_of=None)
    trails = {_first_title(story): list(story.trail.order_by("pk").values_list("move", flat=True)) for story in stories}

    accepted = {given["idea"]: ["created"] for given in ASSIGNMENTS if given["accepted"]}
    corrected = {Correction.objects.get().article.title: ["edited", "corrected"]}
    assert trails == accepted | {
        story["title"]: times.get(story["state"], ["created", *seed.PATHS[story["state"]]])
        + corrected.get(story["title"], [])
        + ["proposed"] * (story["key"] == underway.COPY["story"])
        for story in STORIES
    }


def _first_title(story):
    return story.revisions.order_by("number").first().content["title"]


def test_seed_leaves_work_half_done(demo):
    versions = [story for story in Article.objects.all() if story.revisions.count() == 4]
    [copy] = Article.objects.exclude(working_copy_of=None)
    [form] = OpenForm.objects.unsaved().abandoned()

    assert [list(story.revisions.exclude(note="").values_list("number", flat=True)) for story in versions] == [
        [4, 3, 2]
    ]
    assert copy.status == Status.SUBMITTED
    assert compare(*(content_of(story, Credits.of(story)) for story in (copy.working_copy_of, copy))).fields
    typed = content(form.typed, form.article.slug)
    saved = content_of(form.article, Credits.of(form.article))
    assert {name for name in saved if saved[name] != typed[name]} == {"title", "body"}


def test_seed_has_a_correction_on_the_front_page_and_a_reply(demo, client):
    [correction] = Correction.objects.on_front()
    [reply] = Article.objects.published().filter(replies_to__isnull=False)

    assert correction.false_statement in client.get("/").content.decode()
    assert reply.title in client.get(reply.replies_to.get_absolute_url()).content.decode()


def test_seed_counts_every_vote(demo):
    for poll in Poll.objects.published():
        assert result_of(poll).total == poll.ballots.filter(standing=Standing.COUNTED).count() > 50


def test_seed_has_a_poll_of_each_kind_a_sealed_one_and_a_crowd(demo):
    assert set(Poll.objects.values_list("kind", flat=True)) == set(Kind)
    assert any(not poll.result_is_public for poll in Poll.objects.open().with_now())
    [crowded] = [poll for poll in Poll.objects.all() if figures_of(poll).bursts]
    assert crowded.ballots.filter(standing=Standing.PENDING).exists()
    assert not Ballot.objects.filter(created_at__gt=timezone.now()).exists()


def test_seed_twice_changes_nothing(demo):
    call_command("seed_demo", stdout=io.StringIO())

    assert Article.objects.count() == len(STORIES) + 2


@pytest.mark.django_db(transaction=True)
def test_seed_writes_to_nobody_and_leaves_everybody_something_to_read(small_pictures):
    call_command("seed_demo", stdout=io.StringIO())

    waiting = Notification.objects.unread()
    assert mail.outbox == []
    assert set(waiting.values_list("account__username", flat=True)) == {"phongvien", "bientap", "thuky"}
    assert waiting.count() < 30
    assert not User.objects.filter(email="").exists()
    assert all(note.article.body.count(note.quote) == 1 for note in Note.objects.exclude(quote=""))
    assert Assignment.objects.overdue().count() == 1


def test_front_page_of_the_demo_says_that_it_is_invented(demo, client):
    html = client.get("/").content.decode()

    assert "hư cấu" in html
    assert "Nhận xét về giao diện mới của báo Ninh Bình" in html
    assert "Giá cả thị trường" in html


def test_seed_breaks_off_whole(monkeypatch, small_pictures):
    monkeypatch.setattr(seed, "_load_prices", lambda chief: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        seed.load(lambda step: None)

    assert not seed.is_loaded()
