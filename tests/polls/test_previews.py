"""Preview links of polls: what they show, to whom, for how long, and that nothing else tells of the poll."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import PreviewLink
from polls import actions, previews
from polls.models import Ballot, Poll, PollLink
from tests.factories.desk import UserFactory
from tests.factories.polls import PollFactory

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
SECRET = "Ai sẽ là gương mặt của năm?"


@pytest.fixture
def editor():
    user = UserFactory(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="polls"))
    return user


@pytest.fixture
def poll():
    return PollFactory(draft=True, question=SECRET)


@pytest.fixture
def link(poll, editor):
    return previews.make(poll, by=editor)


def acts(poll):
    return list(poll.trail.order_by("pk").values_list("act", flat=True))


# --- What it shows -------------------------------------------------------------------------------------------------


def test_draft_is_shown_with_a_ballot_that_casts_nothing(client, link):
    page = client.get(link.get_absolute_url())
    text = page.content.decode()

    assert SECRET in text
    assert "Cuộc bình chọn chưa đăng" in text
    assert "Bài chưa đăng" not in text
    assert text.count('type="radio"') == 2
    assert link.poll.get_vote_url() not in text
    assert 'type="submit"' not in text.split('class="ballot"')[1].split("</form>")[0]
    assert "/admin/" not in text


def test_preview_is_kept_by_no_cache_and_no_search_engine_and_tells_no_address_to_others(client, link):
    page = client.get(link.get_absolute_url())

    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert "noindex" in page.content.decode()
    assert not page.cookies


def test_previewed_poll_takes_no_vote(client, link):
    choice = link.poll.choices.first().pk

    refused = client.post(link.poll.get_vote_url(), {"choice": choice}, headers={"Sec-Fetch-Site": "same-origin"})

    assert refused.status_code == 404
    assert client.post(link.get_absolute_url(), {"choice": choice}).status_code == 405
    assert not Ballot.objects.exists()


def test_openings_are_counted_and_nothing_of_who_opened(client, link):
    client.get(link.get_absolute_url())
    client.head(link.get_absolute_url())

    assert PollLink.objects.get().opened == 1


def test_link_leads_to_the_poll_once_readers_see_it(client, link, editor):
    actions.move("publish", link.poll, by=editor)

    answer = client.get(link.get_absolute_url())

    assert (answer.status_code, answer.url) == (302, link.poll.get_absolute_url())
    assert answer.headers["Cache-Control"] == "no-store"


# --- How long ------------------------------------------------------------------------------------------------------


def expire(link):
    PollLink.objects.update(expires_at=timezone.now() - HOUR)


def revoke(link):
    previews.revoke(link, by=link.made_by)


def leave(link):
    link.made_by.is_active = False
    link.made_by.save()


def withdraw(link):
    Poll.objects.filter(pk=link.poll_id).update(was_public=True)
    Poll.objects.filter(pk=link.poll_id).update(is_published=True)
    actions.move("withdraw", link.poll, by=link.made_by, note="Câu hỏi sai")


@pytest.mark.parametrize("end", [expire, revoke, leave, withdraw])
def test_link_that_has_ended_opens_nothing_and_says_no_word_of_the_poll(client, link, end):
    end(link)

    page = client.get(link.get_absolute_url())

    assert page.status_code == 410
    assert SECRET not in page.content.decode()
    assert link not in PollLink.objects.live()
    assert PollLink.objects.get().is_live() is False


@pytest.mark.parametrize("token", ["1", "1.x", "x", "xem-truoc"])
def test_forged_token_is_404(client, link, token):
    assert client.get(reverse("polls:preview", args=[token])).status_code == 404


def test_token_of_a_story_opens_no_poll(client, link):
    assert client.get(reverse("polls:preview", args=[PreviewLink(pk=link.pk).token])).status_code == 404


@pytest.mark.parametrize(
    ("facts", "is_live"), [({"draft": True}, True), ({"scheduled": True}, True), ({}, False), ({"closed": True}, False)]
)
def test_live_and_its_twin_agree(editor, facts, is_live):
    link = PollLink.objects.create(poll=PollFactory(**facts), made_by=editor, expires_at=timezone.now() + HOUR)

    assert (link.is_live(), link in PollLink.objects.live()) == (is_live, is_live)


# --- Who -----------------------------------------------------------------------------------------------------------


def test_making_and_revoking_are_on_the_trail_once(link):
    previews.revoke(link, by=link.made_by)
    previews.revoke(link, by=link.made_by)

    assert acts(link.poll) == ["shown", "revoked"]


def test_without_the_right_nothing_is_made_or_revoked(poll, link):
    stranger = UserFactory()

    with pytest.raises(PermissionDenied):
        previews.make(poll, by=stranger)
    with pytest.raises(PermissionDenied):
        previews.revoke(link, by=stranger)
    assert PollLink.objects.live().count() == 1


@pytest.mark.parametrize("days", [0, 2, 365])
def test_link_lives_no_longer_than_offered(poll, editor, days):
    with pytest.raises(ValidationError):
        previews.make(poll, by=editor, days=days)


def test_poll_that_readers_saw_needs_no_link(editor):
    with pytest.raises(ValidationError):
        previews.make(PollFactory(), by=editor)


def test_desk_makes_shows_and_revokes_a_link(client, poll, editor):
    client.force_login(editor)
    change = reverse("admin:polls_poll_change", args=[poll.pk])

    client.post(reverse("admin:polls_poll_share", args=[poll.pk]), {"days": "7"})
    link = PollLink.objects.get()
    assert link.get_absolute_url() in client.get(change).content.decode()
    assert client.post(reverse("admin:polls_poll_unshare", args=[link.pk])).url == change
    assert link.get_absolute_url() not in client.get(change).content.decode()


@pytest.mark.parametrize("days", ["", "x", "²", "99", "-1", "9" * 5000])
def test_forged_term_is_no_error(client, poll, editor, days):
    client.force_login(editor)

    assert client.post(reverse("admin:polls_poll_share", args=[poll.pk]), {"days": days}).status_code == 302


def test_get_and_foreign_forms_make_and_revoke_nothing(link, editor):
    foreign = Client(enforce_csrf_checks=True)
    foreign.force_login(editor)
    addresses = [
        reverse("admin:polls_poll_share", args=[link.poll_id]),
        reverse("admin:polls_poll_unshare", args=[link.pk]),
    ]

    assert [foreign.get(address).status_code for address in addresses] == [405, 405]
    assert [foreign.post(address).status_code for address in addresses] == [403, 403]
    assert PollLink.objects.live().count() == 1
