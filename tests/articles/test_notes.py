"""Notes on a story: who writes, answers, resolves; what is kept; what is told."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from articles import actions, notes, signals, working_copies
from articles.models import Note, NoteEntry
from articles.models.note import LONGEST
from articles.workflow import Status
from tests.factories.articles import ArticleFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db
BODY = "<p>Đường đê sụt 12 m ở thôn Đoài.</p>"


@pytest.fixture
def story(section, reporter):
    return ArticleFactory(section=section, created_by=reporter, status=Status.SUBMITTED, body=BODY)


@pytest.fixture
def note(story, editor):
    return notes.write(story, by=editor, text="Ai đo?", quote="sụt 12 m", before="Đường đê", after="ở thôn")


@pytest.fixture
def heard():
    told = []

    def listen(sender, note, act, by, mentioned, **kwargs):
        told.append((act, by, mentioned))

    signals.note_changed.connect(listen)
    yield told
    signals.note_changed.disconnect(listen)


def words(note):
    return [(entry.act, entry.by, entry.text) for entry in note.entries.order_by("pk")]


# -- the verbs ------------------------------------------------------------------------------------------------------


def test_who_may_view_the_story_writes_and_answers(story, reporter, editor, chief):
    note = notes.write(story, by=editor, text="Ai đo?")
    answer = notes.write(story, by=reporter, text="Tôi.", answers=note)
    again = notes.write(story, by=chief, text="Tốt.", answers=answer)

    assert [one.answers for one in (note, answer, again)] == [None, note, note]  # one level


def test_note_hangs_on_the_story_also_where_it_is_written_at_a_working_copy(client, section, reporter, chief):
    live = ArticleFactory(live=True, section=section, created_by=reporter, body=BODY, source="TTXVN")
    copy = working_copies.start(live, by=reporter)
    at_story = notes.write(live, by=chief, text="Ghi ở bài.")
    client.force_login(reporter)

    client.post(address(copy), {"text": "Ghi ở bản sửa."})
    client.post(address(copy), {"answers": at_story.pk, f"answer-{at_story.pk}": "Đáp ở bản sửa."})
    client.post(address(copy, at_story), {"act": "resolve"})
    pages = {row: client.get(change(row)).content.decode() for row in (live, copy)}
    actions.submit(copy, by=reporter)
    actions.approve(copy, by=chief)
    actions.publish(copy, by=chief)
    pages["applied"] = client.get(change(live)).content.decode()

    assert set(Note.objects.values_list("article", "by__username")) == {(live.pk, "chief"), (live.pk, "reporter")}
    for html in pages.values():
        assert [text in html for text in ("Ghi ở bài.", "Ghi ở bản sửa.", "Đáp ở bản sửa.")] == [True] * 3


def test_who_opens_only_the_working_copy_may_answer_for_it(section, reporter, editor, chief):
    live = ArticleFactory(live=True, created_by=chief, body=BODY, source="TTXVN")
    copy = working_copies.start(live, by=chief)
    copy.section = section
    actions.edit(copy, by=chief)

    note = notes.write(copy, by=editor, text="Ai đo?")

    assert notes.resolve(note, by=editor).resolved_by == editor
    with pytest.raises(PermissionDenied):
        notes.resolve(note, by=reporter)


def test_others_neither_write_nor_touch(story, note):
    stranger = UserFactory(roles=["reporter"])
    verbs = [
        lambda: notes.write(story, by=stranger, text="x"),
        lambda: notes.edit(note, by=stranger, text="x"),
        lambda: notes.delete(note, by=stranger),
        lambda: notes.resolve(note, by=stranger),
        lambda: notes.reopen(note, by=stranger),
    ]

    for verb in verbs:
        with pytest.raises(PermissionDenied):
            verb()
    assert words(note) == [("written", note.by, "Ai đo?")]


def test_answer_stays_on_its_story(note, editor, section):
    other = ArticleFactory(section=section)

    with pytest.raises(PermissionDenied):
        notes.write(other, by=editor, text="x", answers=note)


@pytest.mark.parametrize("verb", [notes.edit, notes.delete])
def test_only_its_author_edits_and_deletes(note, chief, verb):
    with pytest.raises(PermissionDenied):
        verb(note, by=chief, **({"text": "x"} if verb is notes.edit else {}))


def test_what_was_edited_and_deleted_stays_in_the_entries(note, editor):
    notes.edit(note, by=editor, text="Xã đo hay ta đo?")
    gone = notes.delete(note, by=editor)

    assert (gone.text, bool(gone.deleted_at)) == ("", True)
    assert words(note) == [
        ("written", editor, "Ai đo?"),
        ("edited", editor, "Xã đo hay ta đo?"),
        ("deleted", editor, "Xã đo hay ta đo?"),
    ]


def test_entries_cannot_be_rewritten(note):
    with pytest.raises(IntegrityError), transaction.atomic():
        NoteEntry.objects.filter(note=note).update(text="khác")


def test_deleted_note_is_not_brought_back_by_an_edit(note, editor):
    notes.delete(note, by=editor)

    for verb in (lambda: notes.edit(note, by=editor, text="x"), lambda: notes.delete(note, by=editor)):
        with pytest.raises(ValidationError):
            verb()


def test_anyone_who_sees_it_resolves_and_reopens_the_thread(note, reporter, chief):
    answer = notes.write(note.article, by=reporter, text="Tôi đo.", answers=note)

    settled = notes.resolve(answer, by=chief)
    assert (settled.pk, settled.resolved_by, bool(settled.resolved_at)) == (note.pk, chief, True)
    notes.resolve(note, by=chief)  # twice is once
    reopened = notes.reopen(note, by=reporter)

    assert (reopened.resolved_by, reopened.resolved_at) == (None, None)
    assert [act for act, _by, _text in words(note)] == ["written", "resolved", "reopened"]


def test_thread_that_lost_its_first_note_can_be_resolved(note, editor, reporter):
    notes.write(note.article, by=reporter, text="Tôi đo.", answers=note)
    notes.delete(note, by=editor)

    assert notes.resolve(note, by=reporter).resolved_at


@pytest.mark.parametrize("text", ["", "  \n ", "x" * (LONGEST + 1)])
def test_note_has_words_and_not_too_many(story, editor, text):
    with pytest.raises(ValidationError):
        notes.write(story, by=editor, text=text)
    assert not Note.objects.exists()


# -- mentions -------------------------------------------------------------------------------------------------------


def test_mention_names_accounts_that_may_open_the_story(story, editor, reporter, chief):
    UserFactory(username="nguoila", roles=["reporter"])

    note = notes.write(story, by=editor, text="@reporter xem với @chief. @nguoila thì không, a@chief.vn cũng không")

    assert set(note.mentioned.all()) == {reporter, chief}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@duy", ["duy"]),
        ("nhờ @duy.", ["duy"]),
        ("(@dao.duy)", ["dao.duy"]),
        ("@duy,@lan", ["duy", "lan"]),
        ("thu@bao.vn", []),
        ("@ duy", []),
        ("", []),
    ],
)
def test_user_names_are_read_out_of_running_text(text, names):
    assert notes.MENTION.findall(text) == names


def test_each_is_told_of_a_mention_once(django_capture_on_commit_callbacks, heard, story, editor, reporter, chief):
    with django_capture_on_commit_callbacks(execute=True):
        note = notes.write(story, by=editor, text="@reporter")
        notes.edit(note, by=editor, text="@reporter và @chief")

    assert heard == [("written", editor, {reporter.pk}), ("edited", editor, {chief.pk})]


# -- at the desk ----------------------------------------------------------------------------------------------------


def address(story, note=None):
    if note:
        return reverse("admin:articles_article_note", args=[story.pk, note.pk])
    return reverse("admin:articles_article_notes", args=[story.pk])


def change(story):
    return reverse("admin:articles_article_change", args=[story.pk])


FETCH = {"X-Requested-With": "fetch"}


def test_note_is_left_without_scripts(client, story, editor):
    client.force_login(editor)

    response = client.post(address(story), {"text": "Ai đo?", "quote": "sụt 12 m", "before": "đê", "after": "ở"})

    note = Note.objects.get()
    assert response.headers["Location"] == f"{change(story)}#note-{note.pk}"
    assert (note.by, note.text, note.quote, note.before, note.after) == (editor, "Ai đo?", "sụt 12 m", "đê", "ở")


def test_answer_takes_the_words_of_its_own_field(client, note, reporter):
    client.force_login(reporter)

    fields = {"text": "đang gõ dở", f"answer-{note.pk}": "Tôi đo.", "answers": note.pk}
    client.post(address(note.article), fields)

    assert [answer.text for answer in note.replies.all()] == ["Tôi đo."]


def test_buttons_of_a_note_do_what_they_say(client, note, editor):
    client.force_login(editor)
    at = address(note.article, note)

    client.post(at, {"act": "edit", f"text-{note.pk}": "Đo bằng gì?", "text": "khác"})
    client.post(at, {"act": "resolve"})
    client.post(at, {"act": "reopen"})
    client.post(at, {"act": "delete"})
    client.post(at, {"act": "nonsense"})

    assert [act for act, _by, _text in words(note)] == ["written", "edited", "resolved", "reopened", "deleted"]


def test_refused_note_says_why_on_both_ways(client, story, editor):
    client.force_login(editor)

    page = client.post(address(story), {"text": " "}, follow=True)
    fetched = client.post(address(story), {"text": " "}, headers=FETCH)

    assert len(page.context["messages"]) == 1
    assert fetched.status_code == 422
    assert fetched.content.decode() in [str(message) for message in page.context["messages"]]


def test_script_gets_the_panel_back(client, story, editor):
    client.force_login(editor)

    response = client.post(address(story), {"text": "Ai đo <b>?"}, headers=FETCH)

    html = response.content.decode()
    assert "Ai đo &lt;b&gt;?" in html
    assert "<html" not in html


def test_notes_on_somebody_elses_story_are_403(client, note):
    client.force_login(UserFactory(roles=["reporter"]))
    people = reverse("admin:articles_article_note_people", args=[note.article_id])

    assert client.get(address(note.article)).status_code == 403
    assert client.post(address(note.article), {"text": "x"}).status_code == 403
    assert client.post(address(note.article, note), {"act": "resolve"}).status_code == 403
    assert client.get(people).status_code == 403


def test_note_of_another_story_is_not_reached_through_ones_own(client, note, editor, section):
    own = ArticleFactory(section=section)
    client.force_login(editor)

    assert client.post(address(own, note), {"act": "resolve"}).status_code == 404
    assert client.post(address(own), {"answers": note.pk, f"answer-{note.pk}": "x"}).status_code == 404


def test_names_to_complete_are_those_who_may_open_the_story(client, story, editor, reporter, chief):
    UserFactory(username="nguoila", roles=["reporter"])
    client.force_login(reporter)

    people = client.get(reverse("admin:articles_article_note_people", args=[story.pk])).json()["people"]

    assert {person["username"] for person in people} == {"editor", "chief"}


def test_form_shows_the_passage_and_says_when_it_was_edited(client, note, editor):
    client.force_login(editor)
    unchanged = client.get(change(note.article)).context["notes_open"]
    note.article.body = BODY.replace("12 m", "13 m")
    note.article.save()
    changed = client.get(change(note.article)).context["notes_open"]

    assert [(one.quote, one.has_changed) for one in [*unchanged, *changed]] == [
        ("sụt 12 m", False), ("sụt 12 m", True),
    ]  # fmt: skip


def test_panel_parts_open_from_settled_and_hides_what_was_deleted(client, story, editor, reporter):
    open_, settled, gone, answered = [notes.write(story, by=editor, text=text) for text in "abcd"]
    notes.write(story, by=reporter, text="Đáp", answers=answered)
    notes.resolve(settled, by=reporter)
    notes.delete(gone, by=editor)
    notes.delete(answered, by=editor)
    client.force_login(reporter)

    context = client.get(change(story)).context

    assert (context["notes_open"], context["notes_resolved"]) == ([open_, answered], [settled])


def test_mentioned_names_are_marked_and_nothing_else(client, story, editor, reporter):
    notes.write(story, by=editor, text="@reporter @aido <script>")
    client.force_login(editor)

    html = client.get(address(story)).content.decode()

    assert f'<b class="mention" title="{reporter}">@reporter</b> @aido &lt;script&gt;' in html


def test_readers_never_see_a_note(client, editor, section):
    story = ArticleFactory(section=section, live=True, body=BODY, source="TTXVN")
    notes.write(story, by=editor, text="Chuyện nội bộ", quote="sụt 12 m")

    assert "Chuyện nội bộ" not in client.get(story.get_absolute_url()).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_panel_asks_a_constant_number_of_queries(client, story, editor, reporter, django_assert_num_queries, count):
    for _ in range(count):
        thread = notes.write(story, by=editor, text="@reporter")
        notes.write(story, by=reporter, text="@editor", answers=thread)
    client.force_login(editor)

    with django_assert_num_queries(8):
        client.get(address(story))
