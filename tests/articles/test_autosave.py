"""What is typed and not saved is kept beside the story, shown before it is taken back, and never in anybody's way."""

import json
import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.urls import reverse

from articles import actions, autosave
from articles.admin.typed import content
from articles.choke_point import lock
from articles.models import Article, OpenForm
from articles.workflow import Status
from newsroom.desk import roles
from newsroom.pages.clock import database_now
from tests.articles.test_revisions import posted
from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory, TagFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db

BEAT = reverse("admin:articles_article_beat")
ADD = reverse("admin:articles_article_add")


@pytest.fixture
def reporter():
    return UserFactory(roles=[roles.REPORTER], last_name="Trần", first_name="Mai")


@pytest.fixture
def chief():
    return UserFactory(roles=[roles.DESK_CHIEF], last_name="Lê", first_name="Bình")


@pytest.fixture
def story(reporter):
    article = Article(section=SectionFactory(name="Thời sự"), title="Đê sụt", body="<p>Đê dài 3 km.</p>")
    return actions.create(article, by=reporter)


def url_of(story):
    return reverse("admin:articles_article_change", args=[story.pk])


def fields(story, **typed):
    """The story form as a browser holds it."""
    held = {**posted(story, story.version, []), **typed}
    pairs = [(name, value if isinstance(value, list) else [value]) for name, value in held.items()]
    return [[name, str(value)] for name, values in pairs for value in values]


def keep(story, by, *, key=None, serial=1, **typed):
    key = key or uuid4()
    return autosave.keep(key, by=by, article=story, serial=serial, typed=fields(story, form_key=str(key), **typed))


def typed_title(key):
    typed = OpenForm.objects.get(pk=key).typed
    return typed and dict(typed)["title"]


# -- keeping ---------------------------------------------------------------------------------------------------------


def test_what_is_typed_stands_beside_the_story_and_not_in_its_history(story, reporter):
    form = keep(story, reporter, title="Đê sụt ba điểm")

    story.refresh_from_db()
    assert typed_title(form.key) == "Đê sụt ba điểm"
    assert (story.title, story.version, story.status, story.revisions.count()) == ("Đê sụt", 1, Status.DRAFT, 1)


def test_what_comes_late_never_replaces_what_was_typed_after_it(story, reporter):
    form = keep(story, reporter, serial=2, title="Sau")

    keep(story, reporter, key=form.key, serial=1, title="Trước")

    assert typed_title(form.key) == "Sau"


def test_late_autosave_of_a_saved_form_is_nothing_unsaved(story, reporter):
    form = keep(story, reporter, serial=1, title="Gõ dở")
    autosave.settle(form.key, by=reporter, article=story, serial=5, as_typed=True)

    keep(story, reporter, key=form.key, serial=4, title="Đến muộn")

    assert typed_title(form.key) is None


def test_save_takes_nothing_away_that_was_typed_after_it(story, reporter):
    form = keep(story, reporter, serial=5, title="Gõ sau")

    autosave.settle(form.key, by=reporter, article=story, serial=3, as_typed=True)

    assert typed_title(form.key) == "Gõ sau"


def test_two_tabs_keep_apart(story, reporter):
    first, second = keep(story, reporter, title="Thẻ một"), keep(story, reporter, title="Thẻ hai")

    assert (typed_title(first.key), typed_title(second.key)) == ("Thẻ một", "Thẻ hai")


def test_text_is_kept_even_where_the_story_moved_on(story, reporter):
    Article.objects.filter(pk=story.pk).update(status=Status.SUBMITTED)

    assert typed_title(keep(story, reporter, title="Gõ tiếp").key) == "Gõ tiếp"


def test_nobody_keeps_text_in_a_story_that_is_not_theirs_or_in_anothers_form(story, reporter, chief):
    form = keep(story, reporter)

    with pytest.raises(PermissionDenied):
        keep(story, UserFactory(roles=[roles.REPORTER]))
    with pytest.raises(PermissionDenied):
        keep(story, chief, key=form.key, serial=9)
    with pytest.raises(PermissionDenied):
        keep(ArticleFactory(created_by=reporter), reporter, key=form.key, serial=9)


@pytest.mark.parametrize("typed", [None, "x", [["a"]], [["a", 1]], [["a", "\0"]], [["a", "x" * 1_000_001]]])
def test_what_is_no_form_or_too_long_is_refused(story, reporter, typed):
    with pytest.raises(ValidationError):
        autosave.keep(uuid4(), by=reporter, article=story, serial=1, typed=typed)


def test_only_the_writer_drops_what_was_typed(story, reporter, chief):
    form = keep(story, reporter)
    with pytest.raises(PermissionDenied):
        autosave.discard(form, by=chief)

    autosave.discard(form, by=reporter)

    assert typed_title(form.key) is None


def test_settled_forms_go_after_a_day_and_unsaved_text_never(story, reporter):
    settled, unsaved = keep(story, reporter), keep(story, reporter)
    autosave.discard(settled, by=reporter)
    OpenForm.objects.update(beat_at=database_now() - timedelta(days=400))

    autosave.beat(uuid4(), by=reporter, article=story)

    assert not OpenForm.objects.filter(pk=settled.pk).exists()
    assert OpenForm.objects.filter(pk=unsaved.pk).exists()


def test_colleagues_see_what_was_left_behind_and_not_what_is_being_typed(story, reporter, chief):
    form = keep(story, reporter)

    assert list(autosave.unsaved_in(story, by=reporter)) == [form]
    assert list(autosave.unsaved_in(story, by=chief)) == []
    autosave.beat(form.key, by=reporter, article=story, left=True)
    assert list(autosave.unsaved_in(story, by=chief)) == [form]


def test_who_else_sits_at_the_story(story, reporter, chief):
    here, gone, silent = (UserFactory(roles=[roles.DESK_CHIEF]) for _n in range(3))
    for account in (reporter, here, gone, silent):
        autosave.beat(uuid4(), by=account, article=story)
    autosave.beat(uuid4(), by=gone, article=story, left=True)
    OpenForm.objects.filter(by=gone).update(left=True)
    OpenForm.objects.filter(by=silent).update(beat_at=database_now() - timedelta(minutes=3))

    assert [form.by for form in autosave.others_at(story, by=reporter)] == [here]


# -- the endpoint and the form ---------------------------------------------------------------------------------------


def test_endpoint_keeps_and_says_when_and_who_else_is_here(client, story, reporter, chief):
    autosave.beat(uuid4(), by=chief, article=story)
    key = uuid4()
    client.force_login(reporter)

    answer = client.post(
        BEAT, {"key": key, "article": story.pk, "serial": 1, "typed": json.dumps(fields(story, title="Gõ"))}
    )

    assert typed_title(key) == "Gõ"
    assert len(answer.json()["kept"]) == len("09:05:12")
    [other] = answer.json()["others"]
    assert other.startswith(str(chief))


@pytest.mark.parametrize(
    "wrong", [{"key": "x"}, {"article": "x"}, {"typed": "{"}, {"typed": "{}"}, {"typed": "[]", "serial": "x"}]
)
def test_endpoint_refuses_nonsense(client, story, reporter, wrong):
    client.force_login(reporter)

    assert client.post(BEAT, {"key": uuid4(), "article": story.pk, **wrong}).status_code == 400


@pytest.mark.parametrize("count", [1, 3])
def test_endpoint_asks_a_constant_number_of_queries(client, story, reporter, django_assert_num_queries, count):
    for account in UserFactory.create_batch(count, roles=[roles.DESK_CHIEF]):
        autosave.beat(uuid4(), by=account, article=story)
    client.force_login(reporter)
    asked = {"key": uuid4(), "article": story.pk, "typed": json.dumps(fields(story))}
    client.post(BEAT, {**asked, "serial": 1})

    with django_assert_num_queries(9):
        client.post(BEAT, {**asked, "serial": 2})


def test_form_names_what_was_typed_and_takes_it_only_after_showing_it(client, story, reporter):
    name, tag = PenNameFactory(name="Đào Duy"), TagFactory(name="đê điều")
    rows = {"bylines-TOTAL_FORMS": 1, "bylines-0-pen_name": name.pk, "bylines-0-role": "photo", "bylines-0-position": 1}
    form = keep(story, reporter, title="Đê sụt ba điểm", body="<p>Đê dài 4 km.</p>", tags=[tag.pk], **rows)
    client.force_login(reporter)

    opened = client.get(url_of(story))
    assert opened.context["unsaved"] == [form]
    assert "Đê sụt ba điểm" not in opened.content.decode()

    shown = client.get(reverse("admin:articles_article_unsaved", args=[form.key]))
    page = shown.content.decode()
    assert all(words in page for words in ("<ins>ba điểm</ins>", "Đào Duy", "đê điều", "<del>3 km.</del>"))

    restored = client.post(url_of(story), _as_dict(shown.context["typed"]))
    assert restored.status_code == 200
    assert restored.context["adminform"].form["title"].value() == "Đê sụt ba điểm"
    assert restored.context["inline_admin_formsets"][0].formset.forms[0]["pen_name"].value() == str(name.pk)
    assert restored.context["errors"] == []
    story.refresh_from_db()
    assert (story.title, story.version) == ("Đê sụt", 1)

    saved = _as_dict(shown.context["typed"])
    del saved["_replay"]
    client.post(url_of(story), saved)
    story.refresh_from_db()
    assert (story.title, story.bylines.get().pen_name, story.tags.get()) == ("Đê sụt ba điểm", name, tag)
    assert typed_title(form.key) is None


def _as_dict(pairs):
    return {name: [value for other, value in pairs if other == name] for name, _value in pairs}


def test_older_text_says_that_it_is_older_and_is_merged_not_put_over(client, story, reporter, chief):
    form = keep(story, reporter, standfirst="Gõ từ trước.")
    story.title = "Tít của thư ký"
    actions.edit(story, by=chief, seen=1)
    client.force_login(reporter)

    shown = client.get(reverse("admin:articles_article_unsaved", args=[form.key]))
    assert "Lê Bình" in shown.content.decode()

    saved = _as_dict(shown.context["typed"])
    del saved["_replay"]
    client.post(url_of(story), saved)
    story.refresh_from_db()
    assert (story.title, story.standfirst) == ("Tít của thư ký", "Gõ từ trước.")


def test_text_that_equals_the_story_is_not_offered(client, story, reporter):
    keep(story, reporter)
    client.force_login(reporter)

    assert client.get(url_of(story)).context["unsaved"] == []


def test_address_that_readers_know_is_no_difference(client, chief):
    live = ArticleFactory(live=True, source="TTXVN")
    form = keep(live, chief, title="Tít khác")
    client.force_login(chief)

    shown = client.get(reverse("admin:articles_article_unsaved", args=[form.key]))

    differing = [difference.label for difference in shown.context["comparison"].fields]
    assert ("tiêu đề" in differing, "địa chỉ" in differing) == (True, False)


def test_colleague_takes_over_in_a_form_of_their_own(client, story, reporter, chief):
    form = keep(story, reporter, title="Của Mai")
    client.force_login(chief)

    shown = client.get(reverse("admin:articles_article_unsaved", args=[form.key]))

    taken = _as_dict(shown.context["typed"])
    assert taken["form_key"] != [str(form.key)]
    client.post(url_of(story), {name: value for name, value in taken.items() if name != "_replay"})
    assert Article.objects.get(pk=story.pk).title == "Của Mai"
    assert typed_title(form.key) == "Của Mai"


def test_strangers_text_is_shown_to_nobody_else(client, story, reporter):
    saved, new = keep(story, reporter), keep(story, reporter)
    OpenForm.objects.filter(pk=new.pk).update(article=None)
    client.force_login(UserFactory(roles=[roles.REPORTER]))

    for form in (saved, new):
        for name in ("unsaved", "discard"):
            url = reverse(f"admin:articles_article_{name}", args=[form.key])
            assert (client.get if name == "unsaved" else client.post)(url).status_code == 403, name


def test_new_story_that_was_never_saved_is_found_again(client, story, reporter):
    key = uuid4()
    typed = fields(story, title="Bài chưa lưu", form_key=str(key), seen="1")
    autosave.keep(key, by=reporter, article=None, serial=1, typed=typed)
    client.force_login(reporter)

    assert [form.key for form in client.get(ADD).context["unsaved"]] == [key]
    shown = client.get(reverse("admin:articles_article_unsaved", args=[key]))
    assert shown.context["form_url"] == ADD
    restored = client.post(ADD, _as_dict(shown.context["typed"]))
    assert restored.context["adminform"].form["title"].value() == "Bài chưa lưu"
    assert Article.objects.count() == 1


@pytest.fixture
def orphan(story, reporter):
    """A new story that was typed and never saved; the account is closed then."""
    key = uuid4()
    typed = fields(story, form_key=str(key), title="Lũ về trong đêm")
    autosave.keep(key, by=reporter, article=None, serial=1, typed=typed)
    reporter.is_active = False
    reporter.save()
    return reverse("admin:articles_article_unsaved", args=[key])


def test_new_story_of_a_closed_account_falls_to_the_desk_chief_and_the_reading_is_logged(client, orphan, chief):
    client.force_login(chief)

    assert orphan in client.get(ADD).content.decode()
    assert LogEntry.objects.count() == 0
    page = client.get(orphan).content.decode()

    assert "Lũ về trong đêm" in page and "Trần Mai" in page
    [entry] = LogEntry.objects.all()
    assert entry.user == chief and "Trần Mai" in entry.get_change_message()


@pytest.mark.parametrize("role", [roles.REPORTER, roles.EDITOR])
def test_new_story_of_a_closed_account_is_nobody_elses(client, orphan, role):
    client.force_login(UserFactory(roles=[role]))

    assert orphan not in client.get(ADD).content.decode()
    assert client.get(orphan).status_code == 403


def test_new_story_of_an_open_account_is_not_the_chiefs(client, orphan, reporter, chief):
    reporter.is_active = True
    reporter.save()
    client.force_login(chief)

    assert orphan not in client.get(ADD).content.decode()
    assert client.get(orphan).status_code == 403


def test_dashboard_names_what_was_typed_and_not_saved(client, story, reporter):
    form = keep(story, reporter, title="Gõ dở")
    client.force_login(reporter)

    assert reverse("admin:articles_article_unsaved", args=[form.key]) in client.get("/admin/").content.decode()


# -- back, and save again --------------------------------------------------------------------------------------------


def test_going_back_and_saving_again_is_no_conflict_with_oneself(client, story, reporter):
    client.force_login(reporter)
    held = posted(story, 1, [], form_key=str(uuid4()), _continue="1")

    client.post(url_of(story), {**held, "title": "Lần một"})
    again = client.post(url_of(story), {**held, "title": "Lần một rồi hai"})

    assert again.status_code == 302
    assert Article.objects.get(pk=story.pk).title == "Lần một rồi hai"


def test_second_click_that_overtakes_the_save_of_a_new_story_saves_that_story(client, monkeypatch, story, reporter):
    client.force_login(reporter)
    held = posted(story, 1, [], form_key=str(uuid4()), title="Bài mới")
    client.post(ADD, held)
    monkeypatch.setattr(autosave, "saved_by", _late(autosave.saved_by))  # it asked before the first was committed

    again = client.post(ADD, {**held, "title": "Bài mới, thêm chữ"})

    assert again.status_code == 302
    assert list(Article.objects.exclude(pk=story.pk).values_list("title", flat=True)) == ["Bài mới, thêm chữ"]


def _late(verb):
    """The verb, whose first call comes before there is anything to find."""
    calls = iter([lambda *_given: None])
    return lambda *given: next(calls, verb)(*given)


def test_going_back_to_a_new_story_and_saving_again_makes_no_second_story(client, story, reporter):
    client.force_login(reporter)
    held = posted(story, 1, [], form_key=str(uuid4()), title="Bài mới")

    client.post(ADD, held)
    client.post(ADD, {**held, "title": "Bài mới, thêm chữ"})

    assert sorted(Article.objects.values_list("title", flat=True)) == ["Bài mới, thêm chữ", "Đê sụt"]


def test_going_back_behind_a_merge_does_not_undo_what_was_merged_in(client, story, reporter, chief):
    held = posted(story, 1, [], form_key=str(uuid4()), _continue="1")
    story.standfirst = "Sapo của thư ký."
    actions.edit(story, by=chief, seen=1)
    client.force_login(reporter)

    client.post(url_of(story), {**held, "title": "Tít mới"})
    client.post(url_of(story), {**held, "title": "Tít mới hơn"})

    story.refresh_from_db()
    assert story.standfirst == "Sapo của thư ký."


def test_rows_that_no_byline_has_are_not_counted_through():
    typed = [["bylines-TOTAL_FORMS", "999999999"], ["bylines-100-pen_name", "1"], ["bylines-100-role", "text"]]

    assert content(typed)["bylines"] == []


@pytest.mark.django_db(transaction=True)
def test_save_and_autosave_that_open_the_same_form_at_once_do_not_wait_for_each_other(story, reporter):
    key, kept = uuid4(), []

    def keep():
        try:
            kept.append(autosave.keep(key, by=reporter, article=story, serial=1, typed=[["title", "Đê vỡ"]]))
        finally:
            connection.close()

    thread = threading.Thread(target=keep)
    with transaction.atomic():
        lock(story.pk)
        thread.start()
        while not _somebody_waits():
            assert thread.is_alive()
        autosave.settle(key, by=reporter, article=story, serial=0, as_typed=True)
    thread.join()

    assert [form.pk for form in kept] == [key]
    assert dict(OpenForm.objects.get(pk=key).typed) == {"title": "Đê vỡ"}


def _somebody_waits():
    """Whether another connection waits for this one; the statistics of activity would stand still in a transaction."""
    with connection.cursor() as cursor:
        blocked = "NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
        cursor.execute(f"SELECT count(*) FROM pg_locks WHERE {blocked}")  # noqa: S608 (all of it is ours)
        return cursor.fetchone()[0]
