"""Every save leaves the whole story behind: to read, to compare, to bring back."""

from urllib.parse import urlencode

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from articles import actions, revisions
from articles.comparison import compare
from articles.credits import Credits
from articles.models import Article, Revision, TrailEntry
from articles.workflow import Status
from newsroom.desk import roles
from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory, TagFactory
from tests.factories.desk import UserFactory
from tests.factories.photos import PhotoFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter():
    return UserFactory(roles=[roles.REPORTER])


@pytest.fixture
def names():
    return [PenNameFactory(name="Đào Duy"), PenNameFactory(name="Hương Lan")]


@pytest.fixture
def story(reporter, names):
    """A draft of the reporter with one byline and one tag: version 1."""
    credits = Credits(((names[0].pk, "text"),), frozenset([TagFactory(name="đê điều").pk]))
    article = Article(section=SectionFactory(name="Thời sự"), title="Đê sụt", body="<p>Đê dài 3 km.</p>")
    return actions.create(article, by=reporter, credits=credits)


def save(story, by, **fields):
    """Save the story with other fields; `credits` as the verb takes them."""
    credits = fields.pop("credits", None)
    article = Article.objects.get(pk=story.pk)
    for name, value in fields.items():
        setattr(article, name, value)
    return actions.edit(article, by=by, credits=credits)


def numbers(story):
    return [revision.number for revision in story.revisions.all()]


# -- keeping ---------------------------------------------------------------------------------------------------------


def test_new_draft_is_kept_with_bylines_and_tags(story, reporter, names):
    [revision] = story.revisions.all()

    assert (revision.number, revision.by) == (1, reporter)
    assert revision.content["title"] == "Đê sụt"
    assert revision.content["bylines"] == [[names[0].pk, "text"]]
    assert revision.content["tags"] == [story.tags.get().pk]


@pytest.mark.parametrize("what", ["title", "body", "section", "genre", "lead_photo", "bylines", "tags"])
def test_every_kind_of_change_leaves_a_version(story, reporter, names, what):
    standing = Credits.of(story)
    changes = {
        "title": {"title": "Đê sụt ba điểm"},
        "body": {"body": "<p>Đê dài 4 km.</p>"},
        "section": {"section": SectionFactory()},
        "genre": {"genre": "phong_su"},
        "lead_photo": {"lead_photo": PhotoFactory()},
        "bylines": {"credits": Credits(((names[1].pk, "photo"), *standing.bylines), standing.tags)},
        "tags": {"credits": Credits(standing.bylines, frozenset())},
    }

    save(story, reporter, **changes[what])

    newest, first = story.revisions.all()
    assert newest.digest != first.digest
    assert revisions.digest(revisions.content_of(Article.objects.get(pk=story.pk), Credits.of(story))) == newest.digest


def test_saving_the_same_again_leaves_nothing(story, reporter):
    save(story, reporter, title="Đê sụt", credits=Credits.of(story))

    assert numbers(story) == [1]


def test_order_of_the_byline_is_part_of_a_version(story, reporter, names):
    both = ((names[0].pk, "text"), (names[1].pk, "photo"))
    save(story, reporter, credits=Credits(both))
    save(story, reporter, credits=Credits(both[::-1]))

    assert [line.pen_name for line in story.bylines.all()] == names[::-1]
    assert numbers(story) == [3, 2, 1]


def test_what_came_in_around_the_desk_is_kept_before_it_is_written_over(reporter):
    imported = ArticleFactory(created_by=reporter, title="Tin nhập từ kho cũ")

    save(imported, reporter, title="Tin sửa")

    assert [(r.number, r.content["title"]) for r in imported.revisions.all()] == [
        (2, "Tin sửa"),
        (1, "Tin nhập từ kho cũ"),
    ]


def test_refused_save_leaves_no_version(story):
    with pytest.raises(PermissionDenied):
        save(story, UserFactory(roles=[roles.REPORTER]), title="Của người khác")

    assert numbers(story) == [1]


def test_versions_cannot_be_rewritten_or_deleted(story):
    for attack in (lambda: story.revisions.update(content={}), lambda: story.revisions.all().delete()):
        with pytest.raises(IntegrityError), transaction.atomic():
            attack()


# -- bringing back ---------------------------------------------------------------------------------------------------


def test_version_brought_back_is_the_whole_story_again(story, reporter, names):
    first = story.revisions.get()
    save(story, reporter, title="Khác hẳn", body="<p>Khác.</p>", credits=Credits(((names[1].pk, "photo"),)))

    actions.bring_back(first, by=reporter)

    newest = story.revisions.first()
    assert (newest.number, newest.restores, newest.digest) == (3, 1, first.digest)
    story.refresh_from_db()
    assert (story.title, story.body, Credits.of(story).bylines) == (
        "Đê sụt",
        "<p>Đê dài 3 km.</p>",
        ((names[0].pk, "text"),),
    )


def test_bringing_back_moves_no_state(story, reporter):
    save(story, reporter, title="Khác")
    actions.submit(story, by=reporter)
    chief = UserFactory(roles=[roles.DESK_CHIEF])

    actions.bring_back(story.revisions.last(), by=chief)

    story.refresh_from_db()
    assert (story.status, story.title) == (Status.SUBMITTED, "Đê sụt")


def test_who_may_not_write_brings_nothing_back(story, reporter):
    save(story, reporter, title="Khác")
    actions.submit(story, by=reporter)

    with pytest.raises(PermissionDenied):
        actions.bring_back(story.revisions.last(), by=reporter)


def test_tag_deleted_meanwhile_is_left_out(story, reporter):
    tag = story.tags.get()
    save(story, reporter, credits=Credits(Credits.of(story).bylines))
    tag.delete()

    actions.bring_back(story.revisions.last(), by=reporter)

    assert not story.tags.exists()


def test_address_that_readers_know_stays(reporter):
    chief = UserFactory(roles=[roles.DESK_CHIEF])
    public = ArticleFactory(live=True, slug="dia-chi-cu", signed=[PenNameFactory()])
    save(public, chief, title="Tít mới")
    Article.objects.filter(pk=public.pk).update(slug="dia-chi-moi")

    actions.bring_back(public.revisions.last(), by=chief)

    public.refresh_from_db()
    assert public.slug == "dia-chi-moi"


# -- comparing -------------------------------------------------------------------------------------------------------


def test_comparison_names_what_changed_in_words(story, reporter, names):
    save(story, reporter, section=SectionFactory(name="Kinh tế"), credits=Credits(((names[1].pk, "photo"),)))

    newer, older = story.revisions.all()
    changes = {difference.label: str(difference.marked) for difference in compare(older.content, newer.content).fields}

    assert len(changes) == 3
    assert any("Kinh tế" in marked and "Thời sự" in marked for marked in changes.values())
    assert any("Hương Lan" in marked and "Đào Duy" in marked for marked in changes.values())
    assert any("<del>đê điều</del>" in marked for marked in changes.values())


def test_body_that_stayed_is_no_difference(story, reporter):
    save(story, reporter, title="Đê sụt ba điểm")

    newer, older = story.revisions.all()

    assert not compare(older.content, newer.content).body_differs


# -- at the desk -----------------------------------------------------------------------------------------------------


def timeline_of(story):
    return reverse("admin:articles_article_revisions", args=[story.pk])


def test_timeline_opens_on_the_latest_change(client, story, reporter):
    save(story, reporter, body="<p>Đê dài 4 km.</p>")
    client.force_login(reporter)

    page = client.get(timeline_of(story))

    assert (page.context["older"].number, page.context["newer"].number) == (1, 2)
    assert "<del>3" in page.content.decode()


@pytest.mark.parametrize("versions", [1, 2])
def test_one_version_alone_offers_nothing_to_compare(client, story, reporter, versions):
    if versions == 2:
        save(story, reporter, title="Hai")
    client.force_login(reporter)

    html = client.get(timeline_of(story)).content.decode()

    assert html.count('type="radio"') == (0 if versions == 1 else 4)


@pytest.mark.parametrize("query", ["from=1&to=3", "from=x&to=99", "from=-1", "from=%00"])
def test_any_two_versions_can_be_asked_for(client, story, reporter, query):
    for title in ("Hai", "Ba"):
        save(story, reporter, title=title)
    client.force_login(reporter)

    page = client.get(f"{timeline_of(story)}?{query}")

    if query == "from=1&to=3":
        assert (page.context["older"].number, page.context["newer"].number) == (1, 3)
    assert page.status_code in (200, 400)


@pytest.mark.parametrize("count", [1, 3, 500])
def test_timeline_asks_a_constant_number_of_queries(client, story, reporter, django_assert_num_queries, count):
    content = story.revisions.get().content
    Revision.objects.bulk_create(
        Revision(article=story, number=n, by=reporter, content=content, digest="d") for n in range(2, count + 1)
    )
    client.force_login(reporter)

    with django_assert_num_queries(15):
        assert len(client.get(timeline_of(story)).context["timeline"]) == min(count, 50)


def test_long_timeline_is_read_in_pages_and_keeps_the_two_that_are_compared(client, story, reporter):
    content = story.revisions.get().content
    Revision.objects.bulk_create(
        Revision(article=story, number=n, by=reporter, content=content, digest="d") for n in range(2, 121)
    )
    client.force_login(reporter)
    seen, query = [], "?from=60&to=100"

    while query:
        page = client.get(timeline_of(story) + query)
        assert (page.context["older"].number, page.context["newer"].number) == (60, 100)
        seen += [revision.number for revision in page.context["timeline"]]
        query = page.context["earlier"] and f"?from=60&to=100&below={page.context['earlier']}"

    assert seen == list(range(120, 0, -1))
    assert '<input type="hidden" name="to" value="100">' in page.content.decode()


@pytest.mark.parametrize("below", ["0", "-1", "x", "99999999999999999999", "1", "٣"])
def test_odd_bound_of_the_timeline_shows_the_newest(client, story, reporter, below):
    client.force_login(reporter)

    page = client.get(timeline_of(story), {"below": below})

    assert [revision.number for revision in page.context["timeline"]] == [1]


@pytest.mark.parametrize(("count", "beside", "pages"), [(1, 1, [1]), (3, 3, [3]), (70, 20, [50, 20])])
def test_trail_beside_the_form_is_bounded_and_whole_on_its_own_pages(
    client, story, reporter, django_assert_num_queries, count, beside, pages
):
    moves = [TrailEntry(article=story, by=reporter, move="edited", to_status="draft") for _ in range(count)]
    TrailEntry.objects.bulk_create(moves[story.trail.count() :])
    client.force_login(reporter)

    form = client.get(reverse("admin:articles_article_change", args=[story.pk]))
    address, seen, sizes = reverse("admin:articles_article_trail", args=[story.pk]), [], []
    query = "?"
    while query:
        with django_assert_num_queries(7):
            page = client.get(address + query)
        seen += [entry.pk for entry in page.context["trail"]]
        sizes.append(len(page.context["trail"]))
        query = page.context["page"].last and "?" + urlencode({"after": page.context["page"].last})

    assert len(form.context["trail"]) == beside
    assert (address in form.content.decode()) == (count > beside)
    assert sizes == pages
    assert seen == list(story.trail.values_list("pk", flat=True))


def test_version_is_brought_back_from_the_desk(client, story, reporter):
    save(story, reporter, title="Khác")
    client.force_login(reporter)

    client.post(reverse("admin:articles_article_bring_back", args=[story.pk, 1]))

    story.refresh_from_db()
    assert story.title == "Đê sụt"


def test_story_form_saves_text_and_credits_as_one_version(client, story, reporter, names):
    client.force_login(reporter)
    line = story.bylines.get()
    url = reverse("admin:articles_article_change", args=[story.pk])

    response = client.post(url, {
        "section": story.section_id, "genre": "tin", "kicker": "", "title": "Tít mới", "slug": "", "standfirst": "",
        "body": "<p>Thân bài mới.</p>", "lead_photo": "", "lead_caption": "", "lead_credit": "", "lead_alt": "",
        "source": "", "tags": [], "seen": 1,
        "bylines-TOTAL_FORMS": 2, "bylines-INITIAL_FORMS": 1,
        "bylines-0-id": line.pk, "bylines-0-article": story.pk, "bylines-0-pen_name": names[0].pk,
        "bylines-0-role": "text", "bylines-0-position": 2,
        "bylines-1-id": "", "bylines-1-article": story.pk, "bylines-1-pen_name": names[1].pk,
        "bylines-1-role": "photo", "bylines-1-position": 1,
    })  # fmt: skip

    assert response.status_code == 302
    newest = story.revisions.first()
    assert (newest.number, newest.content["title"], newest.content["tags"]) == (2, "Tít mới", [])
    assert newest.content["bylines"] == [[names[1].pk, "photo"], [names[0].pk, "text"]]


# -- found by a hostile reader ---------------------------------------------------------------------------------------


def posted(story, seen, lines, **fields):
    """What the story form posts: `lines` as (row or None, pen name, role)."""
    form = {
        "section": story.section_id, "genre": "tin", "title": story.title, "slug": "", "body": story.body, "seen": seen,
        "tags": [tag.pk for tag in story.tags.all()], "bylines-TOTAL_FORMS": len(lines),
        "bylines-INITIAL_FORMS": sum(row is not None for row, _name, _role in lines),
    }  # fmt: skip
    for n, (row, name, role) in enumerate(lines):
        form |= {f"bylines-{n}-id": row or "", f"bylines-{n}-article": story.pk, f"bylines-{n}-pen_name": name.pk,
                 f"bylines-{n}-role": role, f"bylines-{n}-position": n + 1}  # fmt: skip
    return {**form, **fields}


def test_form_with_a_row_that_is_gone_can_still_be_saved(client, story, reporter, names):
    row = story.bylines.get().pk
    client.force_login(reporter)
    url = reverse("admin:articles_article_change", args=[story.pk])
    save(story, reporter, credits=Credits())

    response = client.post(url, posted(story, 2, [(row, names[0], "text")], title="Tít khác"))

    assert response.status_code == 302
    assert Credits.of(story).bylines == ((names[0].pk, "text"),)


def test_row_keeps_its_key_when_its_role_changes(story, reporter, names):
    row = story.bylines.get().pk

    save(story, reporter, credits=Credits(((names[1].pk, "photo"),)))

    assert story.bylines.get().pk == row


def test_public_story_cannot_be_brought_back_to_a_version_nobody_signed(names):
    chief = UserFactory(roles=[roles.DESK_CHIEF])
    public = ArticleFactory(live=True)
    save(public, chief, credits=Credits(((names[0].pk, "text"),)))

    with pytest.raises(ValidationError):
        actions.bring_back(public.revisions.last(), by=chief)
