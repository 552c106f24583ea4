"""The bin: where drafts go instead of being deleted, who finds them there, and how they come back."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from articles import actions
from articles.models import Article, TrailEntry
from articles.workflow import Status
from newsroom.desk import dashboard
from tests.articles.story_form import LIST, change_url, form
from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory

pytestmark = pytest.mark.django_db


def binned(by, **facts):
    """A draft that `by` moved to the bin."""
    return actions.move_to_bin(ArticleFactory(**facts), by=by)


def state_of(story):
    return Article.objects.get(pk=story.pk).status


def listed(client, **query):
    return list(client.get(LIST, query).context["cl"].result_list)


# -- the verbs ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [Status.DRAFT, Status.SENT_BACK])
def test_binned_story_comes_back_as_a_draft_with_all_of_it_on_the_trail(status, reporter, editor, section):
    story = ArticleFactory(section=section, created_by=reporter, status=status)

    actions.move_to_bin(story, by=editor, note="Trùng bài")
    restored = actions.restore(story, by=reporter)

    assert restored.status == Status.DRAFT
    assert [(e.move, e.from_status, e.to_status, e.by, e.note) for e in story.trail.order_by("pk")] == [
        ("bin", status, "binned", editor, "Trùng bài"),
        ("restore", "binned", "draft", reporter, ""),
    ]


def test_draft_without_text_and_byline_goes_to_the_bin_and_comes_back(reporter):
    story = ArticleFactory(created_by=reporter, body="", standfirst="")

    actions.move_to_bin(story, by=reporter)
    restored = actions.restore(story, by=reporter)

    assert restored.status == Status.DRAFT


def test_restored_story_stands_first_among_the_drafts(client, reporter):
    story = ArticleFactory(created_by=reporter)
    newer = ArticleFactory(created_by=reporter)
    client.force_login(reporter)

    actions.restore(actions.move_to_bin(story, by=reporter), by=reporter)

    assert listed(client) == [story, newer]


def test_story_in_the_bin_is_closed_to_writing_for_everybody(reporter, editor, chief, section):
    story = binned(reporter, created_by=reporter, section=section)

    for user in (reporter, editor, chief):
        with pytest.raises(PermissionDenied):
            actions.edit(story, by=user)


# -- readers --------------------------------------------------------------------------------------------------------


def test_readers_never_see_a_story_in_the_bin(client, reporter):
    story = binned(reporter, created_by=reporter)
    # Even with a time of publication behind it, which no verb leaves on a draft.
    Article.objects.filter(pk=story.pk).update(published_at=timezone.now())

    assert client.get(story.get_absolute_url()).status_code == 404
    assert client.get(f"/{story.section.slug}/sai-dia-chi-{story.pk}/").status_code == 404
    assert not Article.objects.published().exists()


# -- the lists ------------------------------------------------------------------------------------------------------


def test_story_in_the_bin_is_out_of_the_list_and_found_under_its_filter(client, reporter):
    kept = ArticleFactory(created_by=reporter)
    away = binned(reporter, created_by=reporter)
    client.force_login(reporter)

    assert listed(client) == [kept]
    assert listed(client, state="") == [kept]
    assert listed(client, state="draft") == [kept]
    assert listed(client, q=away.title) == []
    assert listed(client, state="binned") == [away]
    assert listed(client, state="binned", q=away.title) == [away]


def test_bin_shows_own_stories_only(client, reporter, chief):
    binned(chief)
    client.force_login(reporter)

    assert listed(client, state="binned") == []


def test_bin_says_who_put_the_story_there_last(client, reporter, editor, section):
    story = binned(reporter, created_by=reporter, section=section)
    actions.move_to_bin(actions.restore(story, by=reporter), by=editor)
    client.force_login(reporter)

    html = client.get(LIST, {"state": "binned"}).content.decode()

    assert f'<td class="field-binned">{editor}, {gettext("today")}</td>' in html
    assert "field-state" not in html


@pytest.mark.parametrize("days", [1, 3])
def test_bin_says_how_long_the_story_has_lain(client, reporter, days):
    story = ArticleFactory(created_by=reporter, status=Status.BINNED)
    at = timezone.now() - timedelta(days=days)
    TrailEntry.objects.create(article=story, at=at, by=reporter, move="bin", to_status=Status.BINNED)
    client.force_login(reporter)

    html = client.get(LIST, {"state": "binned"}).content.decode()

    age = ngettext("%(count)d day ago", "%(count)d days ago", days) % {"count": days}
    assert f'<td class="field-binned">{reporter}, {age}</td>' in html


@pytest.mark.parametrize("count", [1, 3])
def test_bin_asks_a_constant_number_of_queries(client, chief, django_assert_num_queries, count):
    for _ in range(count):
        binned(chief, signed=[PenNameFactory()])
    client.force_login(chief)
    client.get(LIST)  # content types

    with django_assert_num_queries(8):
        assert client.get(LIST, {"state": "binned"}).status_code == 200


def test_story_in_the_bin_waits_for_nobody_on_the_first_page(chief):
    story = binned(chief, created_by=chief, status=Status.SENT_BACK)

    panels = dashboard.work_of(chief)["panels"]

    assert [panel.name for panel in panels if story in panel.rows] == []


# -- the story form -------------------------------------------------------------------------------------------------


def test_reporter_bins_from_the_form_and_what_was_typed_is_kept(client, reporter):
    story = ArticleFactory(created_by=reporter)
    client.force_login(reporter)

    client.post(change_url(story), form(story, title="Gõ thêm rồi bỏ", _move="bin"))

    stored = Article.objects.get(pk=story.pk)
    assert (stored.status, stored.title) == (Status.BINNED, "Gõ thêm rồi bỏ")


def test_form_of_a_draft_offers_the_bin_after_the_way_forward(client, reporter):
    story = ArticleFactory(created_by=reporter)
    client.force_login(reporter)

    saved, new = client.get(change_url(story)), client.get(reverse("admin:articles_article_add"))

    assert buttons(saved) == [("submit", True), ("bin", False)]
    assert buttons(new) == [("submit", True)]


def test_story_in_the_bin_opens_to_be_read_and_restored(client, reporter):
    story = binned(reporter, created_by=reporter)
    client.force_login(reporter)

    page = client.get(change_url(story))
    refused = client.post(change_url(story), form(story, title="Sửa trong thùng", _save="1"))

    assert story.body in page.content.decode()
    assert 'name="title"' not in page.content.decode()
    assert buttons(page) == [("restore", True), ("restore", True)]  # in the panel, and in the bar of small screens
    assert refused.status_code == 403
    client.post(reverse("admin:articles_article_move", args=[story.pk]), {"_move": "restore"})
    assert state_of(story) == Status.DRAFT
    assert client.post(change_url(story), form(story, title="Sửa tiếp", _save="1")).status_code == 302


def buttons(page):
    """The moves offered, in order, each with whether it is the prominent one."""
    tags = page.content.decode().split("<button")[1:]
    moves = [tag.partition(">")[0] for tag in tags if 'name="_move"' in tag]
    return [(tag.partition('value="')[2].partition('"')[0], "default" in tag) for tag in moves]


@pytest.mark.parametrize("who", ["reporter", "editor", "chief"])
def test_story_in_the_bin_cannot_be_deleted(request, client, reporter, section, who):
    story = binned(reporter, created_by=reporter, section=section)
    client.force_login(request.getfixturevalue(who))

    deleted = client.post(reverse("admin:articles_article_delete", args=[story.pk]), {"post": "yes"})
    in_bulk = client.post(
        f"{LIST}?state=binned", {"action": "delete_selected", "_selected_action": [story.pk], "post": "yes"}
    )

    assert deleted.status_code == 403
    assert "delete_selected" not in client.get(f"{LIST}?state=binned").content.decode()
    assert in_bulk.status_code == 302  # no such action: the list again
    assert state_of(story) == Status.BINNED


# -- many at once ---------------------------------------------------------------------------------------------------


def test_drafts_are_binned_together_and_the_rest_is_named(client, reporter):
    draft, back = ArticleFactory(created_by=reporter), ArticleFactory(created_by=reporter, status=Status.SENT_BACK)
    handed_in = ArticleFactory(created_by=reporter, status=Status.SUBMITTED, title="Đã gửi")
    client.force_login(reporter)

    page = post_action(client, LIST, "bin_selected", draft, back, handed_in)

    assert [state_of(story) for story in (draft, back, handed_in)] == ["binned", "binned", "submitted"]
    assert [("Đã gửi" in told, "2" in told) for told in page] == [(True, False), (False, True)]


def test_stories_are_restored_together_from_the_bin(client, reporter):
    stories = [binned(reporter, created_by=reporter) for _ in range(2)]
    client.force_login(reporter)

    post_action(client, f"{LIST}?state=binned", "restore_selected", *stories)

    assert [state_of(story) for story in stories] == ["draft", "draft"]


def test_same_drafts_binned_twice_are_told_and_not_forbidden(client, reporter):
    story = ArticleFactory(created_by=reporter)
    client.force_login(reporter)
    post_action(client, LIST, "bin_selected", story)

    [told] = post_action(client, LIST, "bin_selected", story)

    assert story.title in told
    assert story.trail.count() == 1


def test_bulk_bin_with_a_foreign_story_slipped_in_is_403(client, editor, section):
    own, foreign = ArticleFactory(section=section), ArticleFactory(section=SectionFactory())
    client.force_login(editor)

    response = client.post(LIST, {"action": "bin_selected", "_selected_action": [own.pk, foreign.pk]})

    assert response.status_code == 403
    assert {state_of(own), state_of(foreign)} == {"draft"}


def test_bin_offers_to_restore_and_the_list_everything_else(client, chief):
    binned(chief)
    ArticleFactory()
    client.force_login(chief)

    offered = {
        state: [
            name for name, _label in client.get(LIST, {"state": state}).context["action_form"]["action"].field.choices
        ]
        for state in ("binned", "draft")
    }

    assert offered == {
        "binned": ["", "restore_selected"],
        "draft": ["", "approve_selected", "publish_selected", "bin_selected"],
    }


def post_action(client, address, action, *stories):
    """Do it to the stories; returns what the account is told."""
    data = {"action": action, "_selected_action": [story.pk for story in stories]}
    return [message.message for message in client.post(address, data, follow=True).context["messages"]]
