"""Two people save the same story: what both meant is put together, and only a true collision asks."""

import pytest
from django.urls import reverse
from lxml import html

from articles import actions
from articles.credits import Credits
from articles.merge import BOTH, OURS, THEIRS, CollidedError
from articles.models import Article
from articles.workflow import Status
from newsroom.desk import roles
from tests.articles.test_revisions import posted
from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory, TagFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db

FIRST, SECOND = "<p>Đê dài 3 km, nước lên nhanh.</p>", "<p>Dân quân trực đêm ở ba chốt.</p>"


@pytest.fixture
def reporter():
    return UserFactory(roles=[roles.REPORTER], last_name="Trần", first_name="Mai")


@pytest.fixture
def editor():
    editor = UserFactory(roles=[roles.EDITOR], last_name="Lê", first_name="Bình")
    editor.sections_edited.add(SectionFactory(name="Thời sự"))
    return editor


@pytest.fixture
def story(reporter, editor):
    """Version 1, by the reporter; both have it open."""
    article = Article(section=editor.sections_edited.get(), title="Đê sụt", body=f"{FIRST}\n{SECOND}")
    return actions.create(article, by=reporter, credits=Credits(((PenNameFactory(name="Đào Duy").pk, "text"),)))


def save(story, by, *, seen=1, answers=None, credits=None, **fields):
    article = Article.objects.get(pk=story.pk)
    opened = story.revisions.get(number=seen).content
    for name in ("title", "body", "standfirst"):
        setattr(article, name, fields.get(name, opened[name]))
    return actions.edit(article, by=by, seen=seen, credits=credits, answers=answers)


def collisions(story, by, **fields):
    with pytest.raises(CollidedError) as met:
        save(story, by, **fields)
    return met.value.merge.open


def test_different_fields_and_paragraphs_of_two_people_are_put_together(story, reporter, editor):
    mended = SECOND.replace("ba", "bốn")
    save(story, editor, title="Đê sụt ba điểm", body=f"{FIRST}\n{mended}")

    save(story, reporter, standfirst="Nước lên từ nửa đêm.", body=f"{FIRST.replace('3', '4')}\n{SECOND}")

    story.refresh_from_db()
    assert (story.title, story.standfirst) == ("Đê sụt ba điểm", "Nước lên từ nửa đêm.")
    assert story.body == f"{FIRST.replace('3', '4')}\n{mended}"
    assert [revision.number for revision in story.revisions.all()] == [3, 2, 1]


def test_same_sentence_of_two_people_asks_and_changes_nothing(story, reporter, editor):
    save(story, editor, body=f"{FIRST.replace('3', '5')}\n{SECOND}")

    [asked] = collisions(story, reporter, body=f"{FIRST.replace('3', '4')}\n{SECOND}")

    assert (asked.field, asked.theirs, asked.ours) == ("body", (FIRST.replace("3", "5"),), (FIRST.replace("3", "4"),))
    assert Article.objects.get(pk=story.pk).version == 2


@pytest.mark.parametrize(
    ("answer", "lengths"), [(OURS, ["4"]), (THEIRS, ["5"]), (BOTH, ["5", "4"])], ids=["ours", "theirs", "both"]
)
def test_both_texts_stay_as_versions_whatever_is_chosen(story, reporter, editor, answer, lengths):
    theirs, ours = (f"{FIRST.replace('3', length)}\n{SECOND}" for length in "54")
    save(story, editor, body=theirs)
    [asked] = collisions(story, reporter, body=ours)

    save(story, reporter, body=ours, answers={asked.key: answer})

    story.refresh_from_db()
    assert story.body == "\n".join([*(FIRST.replace("3", length) for length in lengths), SECOND])
    kept = {revision.number: (revision.content["body"], revision.by) for revision in story.revisions.all()}
    assert kept[2] == (theirs, editor)
    assert kept[3] == (ours, reporter)
    assert kept[4] == (story.body, reporter)
    save(story, editor, seen=4, title="Lưu tiếp được")
    assert Article.objects.get(pk=story.pk).version == 5


def test_answer_counts_only_for_the_text_it_was_given_to(story, reporter, editor):
    save(story, editor, title="Bản một")
    [asked] = collisions(story, reporter, title="Bản của tôi")
    save(story, editor, seen=2, title="Bản hai")

    [again] = collisions(story, reporter, title="Bản của tôi", answers={asked.key: OURS})

    assert (again.theirs, again.ours) == ("Bản hai", "Bản của tôi")


def test_tags_of_both_are_kept_and_what_one_took_off_stays_off(story, reporter, editor):
    old, mine, theirs = TagFactory(), TagFactory(), TagFactory()
    bylines = Credits.of(story).bylines
    save(story, reporter, credits=Credits(bylines, frozenset([old.pk])))
    save(story, editor, seen=2, credits=Credits(bylines, frozenset([theirs.pk])))

    save(story, reporter, seen=2, credits=Credits(bylines, frozenset([old.pk, mine.pk])))

    assert set(story.tags.all()) == {mine, theirs}


def test_double_click_and_a_form_without_a_change_are_no_conflict(story, reporter, editor):
    for _click in range(2):
        save(story, editor, title="Lần một")
    save(story, reporter)

    story.refresh_from_db()
    assert (story.title, story.version) == ("Lần một", 2)


def test_version_that_nobody_kept_makes_every_difference_a_collision(story, reporter, editor):
    article = Article.objects.get(pk=story.pk)
    article.title = "Tít khác"

    with pytest.raises(CollidedError) as met:
        actions.edit(article, by=reporter, seen=0)

    assert [asked.field for asked in met.value.merge.open] == ["title"]


# -- the story form --------------------------------------------------------------------------------------------------


@pytest.fixture
def change(client, story):
    """Posts the story form as somebody."""
    line = story.bylines.get()

    def post(account, seen, **fields):
        client.force_login(account)
        lines = [(line.pk, line.pen_name, line.role)]
        url = reverse("admin:articles_article_change", args=[story.pk])
        return client.post(url, posted(story, seen, lines, **{"_continue": "1", **fields}))

    return post


def test_form_merges_and_says_so(change, story, reporter, editor):
    change(editor, 1, title="Đê sụt ba điểm")

    response = change(reporter, 1, standfirst="Nước lên.")

    story.refresh_from_db()
    assert (story.title, story.standfirst) == ("Đê sụt ba điểm", "Nước lên.")
    assert response.status_code == 302
    assert str(editor) in response.wsgi_request._messages._queued_messages[0].message


def test_address_follows_the_merged_headline(change, story, reporter, editor):
    change(editor, 1, title="Đê sụt ba điểm")

    change(reporter, 1, standfirst="Nước lên.")

    assert Article.objects.get(pk=story.pk).slug == "de-sut-ba-diem"


def test_form_asks_side_by_side_and_takes_the_answer(change, story, reporter, editor):
    change(editor, 1, title="Bản của biên tập")

    asked = change(reporter, 1, title="Bản của phóng viên", standfirst="Gõ thêm.")

    page = asked.content.decode()
    assert asked.status_code == 200
    assert all(words in page for words in ("Bản của biên tập", "Bản của phóng viên", "Gõ thêm.", str(editor)))
    assert not html.fromstring(page).xpath("//label//div")  # a label holds words only
    [choice] = asked.context["collisions"]
    change(reporter, 1, title="Bản của phóng viên", standfirst="Gõ thêm.", **{f"settle-{choice.key}": "theirs"})
    story.refresh_from_db()
    assert (story.title, story.standfirst) == ("Bản của biên tập", "Gõ thêm.")


def test_form_does_not_move_a_story_with_text_that_was_merged_in_unseen(change, story, reporter, editor):
    change(editor, 1, title="Đê sụt ba điểm")

    change(reporter, 1, standfirst="Nước lên.", _move="submit")

    assert Article.objects.get(pk=story.pk).status == Status.DRAFT


def test_form_with_bylines_of_somebody_else_asks_before_it_drops_them(change, client, story, reporter, editor):
    line, second = story.bylines.get(), PenNameFactory(name="Hương Lan")
    url = reverse("admin:articles_article_change", args=[story.pk])
    client.force_login(editor)
    client.post(url, posted(story, 1, [(line.pk, line.pen_name, "text"), (None, second, "photo")]))

    client.force_login(reporter)
    asked = client.post(url, posted(story, 1, [(line.pk, second, "text")]))

    assert asked.status_code == 200
    assert [choice.label for choice in asked.context["collisions"]] == ["dòng tác giả"]
    assert story.bylines.count() == 2


@pytest.mark.parametrize("seen", ["9" * 5000, "-1", "x"])
def test_form_with_a_nonsense_version_is_refused_not_broken(change, reporter, seen):
    assert change(reporter, seen, title="Khác").status_code == 200


def test_refusal_of_the_verb_gives_the_form_back(client, monkeypatch, reporter):
    story = ArticleFactory(created_by=reporter)
    monkeypatch.setattr(actions, "_clean_content", _refuse)
    client.force_login(reporter)

    response = client.post(
        reverse("admin:articles_article_change", args=[story.pk]), posted(story, 1, [], title="Gõ rồi")
    )

    assert response.status_code == 200
    assert "Không được đâu" in response.content.decode()
    assert "Gõ rồi" in response.content.decode()


def _refuse(*args):
    raise actions.ValidationError("Không được đâu")
