"""The checks before publishing: what each finds, which of them hold a story up, and on which paths."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone, translation

from articles import actions, checklist
from articles.checklist import CHECKS, Manuscript
from articles.models import Article, Checklist
from articles.models.checklist import BLOCKING
from articles.workflow import Demand, Status
from newsroom.desk.demo import seed
from tests.articles.story_form import LIST, change_url, form
from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory, TagFactory
from tests.factories.photos import PhotoFactory

pytestmark = pytest.mark.django_db

PANEL = reverse("admin:articles_article_checklist")
WORDS = "chữ " * 20


def found(**facts):
    """The codes that an otherwise faultless report does not pass."""
    credits = {"is_signed": facts.pop("is_signed", True), "is_tagged": facts.pop("is_tagged", True)}
    whole = {"genre": "phan_anh", "section_id": 1, "title": "Tít", "standfirst": WORDS, "body": "<p>chữ</p>" * 200}
    said = checklist.review(Manuscript(Article(**{**whole, **facts}), **credits))
    return [finding.check.code for finding in [*said.blocking, *said.advising]]


def test_faultless_story_passes_every_check():
    assert found() == []


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({"title": ""}, ["title"]),
        ({"section_id": None}, ["section"]),
        ({"standfirst": " "}, ["standfirst"]),
        ({"standfirst": "Ngắn quá."}, ["standfirst_length"]),
        ({"standfirst": WORDS * 3}, ["standfirst_length"]),
        ({"body": ""}, ["body"]),
        ({"body": "<p>Vài chữ.</p>"}, ["length"]),
        ({"is_signed": False}, ["byline"]),
        ({"is_tagged": False}, ["tags"]),
        ({"genre": "phong_su", "body": "<p>chữ</p>" * 400}, ["photo"]),
    ],
)
def test_what_is_missing_is_found(facts, codes):
    assert found(**facts) == codes


def test_source_stands_for_a_byline():
    assert found(is_signed=False, source="TTXVN") == []


def test_answer_to_readers_does_without_a_standfirst():
    assert found(genre="tra_loi_ban_doc", standfirst="") == []


@pytest.mark.parametrize(
    "left",
    [
        "TODO", "xxx", "XXXX", "???", "[[ảnh]]", "{{tên}}", "&lt;o:p&gt;", "[if gte mso 9]", "mso-bidi-font",
        "MsoNormal", "&lt;ins&gt;", "&lt;del cite=1&gt;", "[TH1]",
    ],
)  # fmt: skip
def test_leftovers_of_writing_and_of_word_are_found(left):
    assert found(body=f"<p>{WORDS} {left} {WORDS}</p>" * 10) == ["leftovers"]


@pytest.mark.parametrize("text", ["Đại hội XXX", "Sao lại thế??", "[Ảnh: Minh]", "công nghệ mới", "SARS (H5N1)", "xx"])
def test_ordinary_text_is_no_leftover(text):
    assert found(body=f"<p>{WORDS} {text} {WORDS}</p>" * 10) == []


def test_leftover_in_the_headline_is_found():
    assert found(title="Tít xxx") == ["leftovers"]


def test_picture_in_the_text_wants_a_description():
    body = "<p>chữ</p>" * 200

    assert found(body=body + '<figure class="image"><img src="/media/a.jpg" alt="Lúa"></figure>') == []
    assert found(body=body + '<figure class="image"><img src="/media/a.jpg" alt=""></figure>') == ["picture_alt"]


def test_lead_photo_wants_credit_and_description_its_own_or_of_the_story():
    photo = PhotoFactory(credit="", alt="")

    assert found(lead_photo=photo) == ["photo_credit", "photo_alt"]
    assert found(lead_photo=photo, lead_credit="Minh", lead_alt="Lúa chín") == []
    assert found(lead_photo=PhotoFactory()) == []


def test_links_lead_to_what_readers_see_and_nowhere_else(settings):
    section, tag, unused, name = SectionFactory(), TagFactory(), TagFactory(), PenNameFactory()
    live = ArticleFactory(live=True, section=section, tagged=[tag], signed=[name])
    draft = ArticleFactory(section=section)
    good = [
        live.get_absolute_url(), f"/cu/ten-cu-{live.pk}/", section.get_absolute_url(), tag.get_absolute_url(),
        name.get_absolute_url(), "/", "/gia-ca-thi-truong/", "/media/a.pdf", f"{live.get_absolute_url()}#phan-hai",
        "https://khac.example/khong-biet/", "mailto:a@bao.example",
    ]  # fmt: skip
    bad = [
        draft.get_absolute_url(), "/chuyen-muc-khong-co/", unused.get_absolute_url(), "/tac-gia/khong-ai/",
        "/khong/co/gi/", change_url(live),
    ]  # fmt: skip

    assert checklist.checks.paper_links.not_for_readers([*good, *bad, *bad]) == bad


def linking(*stories):
    return "<p>chữ</p>" * 200 + "".join(f'<p><a href="{story.get_absolute_url()}">xem</a></p>' for story in stories)


@pytest.mark.parametrize(
    "facts",
    [
        {"status": Status.WITHDRAWN},
        {"status": Status.BINNED},
        {"live": True, "expires_at": timezone.now() - timedelta(minutes=1)},
        {"status": Status.APPROVED, "embargo_until": timezone.now() + timedelta(hours=1)},
        {"live": True, "published_at": timezone.now() - timedelta(1), "embargo_until": timezone.now() + timedelta(1)},
    ],
)
def test_link_to_what_readers_are_not_to_see_is_dead_and_named(facts):
    story = ArticleFactory(**facts)

    assert found(body=linking(story)) == ["links"]
    with pytest.raises(ValidationError, match=story.get_absolute_url()):
        checklist.hold(Manuscript(Article(body=linking(story)), is_signed=True), {"links"})


@pytest.mark.parametrize(
    "facts",
    [
        *({"status": status} for status in (Status.DRAFT, Status.SENT_BACK, Status.SUBMITTED, Status.APPROVED)),
        {"live": True, "published_at": timezone.now() + timedelta(hours=1)},
        {"status": Status.APPROVED, "embargo_until": timezone.now() - timedelta(hours=1)},
    ],
)
def test_link_to_a_story_still_to_come_is_no_dead_one(facts):
    assert found(body=linking(ArticleFactory(**facts))) == ["links_ahead"]


def test_two_stories_that_link_to_each_other_are_approved_and_published(editor, section):
    pair = [ArticleFactory(section=section, status=Status.SUBMITTED, source="TTXVN") for _one in range(2)]
    for story, other in (pair, pair[::-1]):
        Article.objects.filter(pk=story.pk).update(body=linking(other))

    for name in ("approve", "publish"):
        for story in pair:
            actions.move(name, story, by=editor)

    assert set(Article.objects.published()) == set(pair)
    assert found(body=linking(*pair)) == []


def test_review_asks_a_constant_number_of_queries(section, django_assert_num_queries):
    for count in (1, 3):
        stories = ArticleFactory.create_batch(count, live=True, section=section)
        addresses = [s.get_absolute_url() for s in stories] + [f"/tu-khoa/k-{n}/" for n in range(count)]
        body = "".join(f'<p><a href="{address}">xem</a></p>' for address in addresses)
        with django_assert_num_queries(4):
            checklist.review(Manuscript(Article(body=body)))


# -- what holds a story up --------------------------------------------------------------------------------------------


def test_every_code_that_blocks_by_default_is_a_check_and_none_is_firm():
    assert all(not CHECKS[code].is_firm for code in BLOCKING)


@pytest.mark.parametrize("name", ["approve", "publish"])
def test_blocking_check_holds_the_move_up_and_names_what_is_missing(name, editor, section):
    status = {"approve": Status.SUBMITTED, "publish": Status.APPROVED}[name]
    story = ArticleFactory(section=section, status=status, source="TTXVN", standfirst="")

    with translation.override("en"), pytest.raises(ValidationError) as refusal:
        actions.move(name, story, by=editor)

    assert refusal.value.message_dict == {"standfirst": ["The story has no standfirst yet."]}
    assert Article.objects.get(pk=story.pk).status == status
    assert not story.trail.exists()


def test_draft_is_submitted_with_text_alone(reporter):
    story = ArticleFactory(created_by=reporter, standfirst="")

    assert actions.submit(story, by=reporter).status == Status.SUBMITTED


def test_withdrawn_story_comes_back_without_what_the_paper_asks_for_since(chief):
    story = ArticleFactory(status=Status.WITHDRAWN, standfirst="", source="TTXVN")

    assert actions.republish(story, by=chief, note="Đã xác minh").status == Status.PUBLISHED


def test_withdrawn_story_without_byline_does_not_come_back(chief):
    with pytest.raises(ValidationError):
        actions.republish(ArticleFactory(status=Status.WITHDRAWN), by=chief, note="Đã xác minh")


def test_paper_decides_what_blocks_but_for_the_firm_checks(editor, section):
    Checklist.objects.create(pk=Checklist.ONLY, blocking=["tags"])

    assert checklist.codes_of(Demand.CHECKED) == {"title", "section", "body", "byline", "tags"}
    story = ArticleFactory(section=section, status=Status.SUBMITTED, source="TTXVN", standfirst="")
    with pytest.raises(ValidationError):
        actions.approve(story, by=editor)
    story.tags.add(TagFactory())
    assert actions.approve(story, by=editor).status == Status.APPROVED


def test_bulk_move_names_everything_that_is_missing(client, editor, section):
    story = ArticleFactory(section=section, status=Status.APPROVED, standfirst="")
    editor.language = "en"
    editor.save()
    client.force_login(editor)

    page = client.post(LIST, {"action": "publish_selected", "_selected_action": [story.pk]}, follow=True)

    html = page.content.decode()
    assert "The story has no standfirst yet." in html
    assert "The story has no byline and no source yet." in html
    assert Article.objects.get(pk=story.pk).status == Status.APPROVED


def test_refused_publication_stands_beside_its_field_and_keeps_what_was_typed(client, editor, section):
    story = ArticleFactory(section=section, status=Status.APPROVED, source="TTXVN")
    client.force_login(editor)

    response = client.post(change_url(story), form(story, standfirst="", title="Tít mới", _move="publish"))

    assert list(response.context["adminform"].form.errors) == ["standfirst"]
    assert "Tít mới" in response.content.decode()
    assert Article.objects.get(pk=story.pk).title == story.title


# -- at the desk --------------------------------------------------------------------------------------------------


def panel(client, **typed):
    return client.post(PANEL, form(**typed)).context["review"]


def codes(findings):
    return [finding.check.code for finding in findings]


def test_panel_answers_for_what_is_typed(client, reporter, section):
    client.force_login(reporter)

    empty = panel(client)
    typed = panel(
        client, section=section.pk, title="Tít", standfirst=WORDS, body="<p>Nội dung</p>", source="TTXVN", tags=["1"]
    )

    assert codes(empty.blocking) == ["title", "section", "standfirst", "body", "byline"]
    assert codes(typed.blocking) == []
    assert codes(typed.advising) == ["length"]


def test_panel_counts_bylines_that_stay(client, reporter):
    client.force_login(reporter)
    name = PenNameFactory()

    kept = panel(client, bylines=[(name, "text")])
    struck = panel(client, bylines=[(name, "text")], **{"bylines-0-DELETE": "on"})

    assert "byline" not in codes(kept.blocking)
    assert "byline" in codes(struck.blocking)


def test_panel_survives_what_cannot_be_read(client, reporter):
    client.force_login(reporter)

    assert client.post(PANEL, {"section": "x", "lead_photo": "999", "genre": "?"}).status_code == 200


def test_form_shows_the_saved_storys_checks_without_a_script(client, reporter):
    story = ArticleFactory(created_by=reporter, standfirst="")
    client.force_login(reporter)

    html = client.get(change_url(story)).content.decode()

    assert 'data-check="standfirst"' in html
    assert 'href="#id_standfirst"' in html


def test_story_closed_to_writing_shows_no_checks(client, reporter):
    story = ArticleFactory(created_by=reporter, status=Status.SUBMITTED)
    client.force_login(reporter)

    assert "data-checklist=" not in client.get(change_url(story)).content.decode()


def test_chief_says_what_blocks(client, chief):
    client.force_login(chief)
    page = reverse("admin:articles_checklist_change", args=[Checklist.ONLY])

    shown = client.get(page).context["adminform"].form
    client.post(page, {"blocking": ["tags", "links"]})

    assert shown["blocking"].value() == list(BLOCKING)
    assert sorted(Checklist.objects.get().blocking) == ["links", "tags"]


def test_check_that_nobody_knows_is_refused(client, chief):
    client.force_login(chief)

    client.post(reverse("admin:articles_checklist_change", args=[Checklist.ONLY]), {"blocking": ["khong-co"]})

    assert not Checklist.objects.exists()


def test_published_stories_of_the_demonstration_pass_their_own_checks(settings, tmp_path):
    seed.load(lambda sentence: None)

    for story in Article.objects.filter(status__in=[Status.APPROVED, Status.PUBLISHED]):
        checklist.hold(Manuscript.of(story, checklist.manuscript.Credits.of(story)), checklist.codes_of(Demand.CHECKED))


def test_new_story_is_not_reproached_before_a_word_is_typed(client, reporter):
    client.force_login(reporter)
    add = reverse("admin:articles_article_add")

    assert client.get(add).context["is_untouched"]
    assert not client.post(add, form(title="")).context["is_untouched"]
    assert not client.post(PANEL, form()).context.get("is_untouched")
