"""Preview links: what they show, to whom, for how long, and that nothing else tells of the story."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone, translation

from articles import actions, previews
from articles.models import PreviewLink
from articles.workflow import Status
from newsroom.desk import roles
from tests.articles.test_admin import change_url
from tests.factories.articles import ArticleFactory, CorrectionFactory, PenNameFactory, SectionFactory, TagFactory
from tests.factories.desk import UserFactory
from tests.factories.photos import PhotoFactory

pytestmark = pytest.mark.django_db

SECRET = "Chuyện còn kín"


@pytest.fixture
def reporter():
    return UserFactory(roles=[roles.REPORTER])


@pytest.fixture
def chief():
    return UserFactory(roles=[roles.DESK_CHIEF])


@pytest.fixture
def story(reporter):
    facts = {"signed": [PenNameFactory()], "tagged": [TagFactory()], "lead_photo": PhotoFactory()}
    return ArticleFactory(created_by=reporter, title=SECRET, slug="chuyen-con-kin", standfirst="", **facts)


@pytest.fixture
def link(story, reporter):
    return previews.make(story, by=reporter)


def addresses(link):
    return [reverse(name, args=[link.token]) for name in ("preview", "preview_story", "preview_front")]


def shown(client, name, link):
    return client.get(reverse(name, args=[link.token])).content.decode()


# -- what it shows --------------------------------------------------------------------------------------------------


def test_story_is_shown_as_readers_will_see_it(client, link, story):
    html = shown(client, "preview_story", link)

    assert f'<h1 class="story__title">{SECRET}</h1>' in html
    assert story.byline in html
    assert "Nội dung của tin." in html
    assert "Ảnh thứ" in html


def test_front_page_is_led_by_the_story(client, link):
    others = ArticleFactory.create_batch(3, live=True)

    response = client.get(reverse("preview_front", args=[link.token]))

    assert response.context["lead"] == link.article
    assert set(response.context["pair"]) | set(response.context["rest"]) == set(others)
    assert SECRET not in client.get("/").content.decode()


def test_front_page_of_a_published_story_is_as_it_is(client, link):
    newer = ArticleFactory(live=True, published_at=timezone.now() - timedelta(minutes=1))
    yesterday = timezone.now() - timedelta(days=1)
    type(link.article).objects.filter(pk=link.article_id).update(status=Status.PUBLISHED, published_at=yesterday)

    response = client.get(reverse("preview_front", args=[link.token]))

    assert response.context["lead"] == newer


def test_scheduled_story_is_shown_with_its_time(client, chief):
    at = timezone.now() + timedelta(days=2)
    link = previews.make(ArticleFactory(live=True, published_at=at), by=chief)

    assert client.get(reverse("preview_story", args=[link.token])).context["article"].published_at == at
    assert client.get(reverse("preview_front", args=[link.token])).context["lead"] == link.article


def test_links_to_the_story_stay_inside_the_preview(client, link, story):
    html = shown(client, "preview_front", link)

    assert link.get_absolute_url() in html
    assert story.get_absolute_url() not in html


@pytest.mark.parametrize("count", [1, 3])
def test_preview_asks_a_constant_number_of_queries(client, link, django_assert_num_queries, count):
    ArticleFactory.create_batch(count, live=True, section=link.article.section, signed=[PenNameFactory()])

    for address, queries in zip(addresses(link), (5, 9, 13), strict=True):
        client.get(address)
        with django_assert_num_queries(queries):
            client.get(address)


@pytest.mark.parametrize("width", ["", "dien-thoai", "may-tinh", "lạ"])
@pytest.mark.parametrize("page", ["", "trang-nhat", "lạ"])
def test_shell_frames_the_page_that_is_asked_for_in_its_width(client, link, page, width):
    html = client.get(link.get_absolute_url(), {"trang": page, "rong": width}).content.decode()

    kind = "preview_front" if page == "trang-nhat" else "preview_story"
    assert f'src="{reverse(kind, args=[link.token])}"' in html
    assert ("preview__frame--" in html) == (width in ("dien-thoai", "may-tinh"))
    assert "lạ" not in html.split("<main")[1]


# -- what it does not tell ------------------------------------------------------------------------------------------


def test_preview_is_neither_listed_nor_kept_nor_framed_by_others(client, link):
    for address in addresses(link):
        response = client.get(address)
        assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert response["Cache-Control"] == "no-store"
        assert response["Referrer-Policy"] == "same-origin"
        assert not response.cookies
        html = response.content.decode()
        assert '<meta name="robots" content="noindex, nofollow, noarchive">' in html
        assert 'rel="canonical"' not in html
        assert "og:" not in html
        assert "ld+json" not in html


def test_only_the_shell_may_frame(client, link):
    shell, story, front = (client.get(address) for address in addresses(link))

    assert shell["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in shell["Content-Security-Policy"]
    assert "frame-src 'self'" in shell["Content-Security-Policy"]
    for framed in (story, front):
        assert framed["X-Frame-Options"] == "SAMEORIGIN"
        assert "frame-ancestors 'self'" in framed["Content-Security-Policy"]


def test_shell_holds_nothing_of_the_story(client, link, story):
    html = shown(client, "preview", link)

    assert SECRET not in html
    assert story.slug not in html


def test_readers_pages_tell_nothing_of_a_story_with_a_link(client, link, story):
    beside = ArticleFactory(live=True, section=story.section)
    client.get(link.get_absolute_url())
    public = [
        "/", "/rss/", "/sitemap-stories.xml", "/news-sitemap.xml", "/tim-kiem/?q=kin", "/robots.txt",
        beside.get_absolute_url(), story.section.get_absolute_url(),
    ]  # fmt: skip

    for address in public:
        assert SECRET not in client.get(address).content.decode()
    assert client.get(story.get_absolute_url()).status_code == 404


def test_address_of_a_preview_is_no_link_for_a_story(link):
    from articles.checklist.links import not_for_readers  # noqa: PLC0415 (the one place that asks)

    assert not_for_readers(addresses(link)) == addresses(link)


# -- how long -------------------------------------------------------------------------------------------------------


def test_made_up_token_is_404(client, link):
    forged = [str(link.pk), f"{link.pk}.", f"{link.pk + 1}.{link.token.partition('.')[2]}", "x", f"{link.token}x"]

    for token in forged:
        assert client.get(reverse("preview", args=[token])).status_code == 404


def _published(story, **facts):
    facts = {"status": Status.PUBLISHED, "published_at": Now() - timedelta(hours=1), **facts}
    type(story).objects.filter(pk=story.pk).update(**facts)


def _copied(story, applied_at=None, **facts):
    """Make the story the working copy of a published one of which `facts` hold."""
    live = ArticleFactory(live=True)
    _published(live, **facts)
    type(story).objects.filter(pk=story.pk).update(working_copy_of=live, base_version=1, applied_at=applied_at)


KILLERS = {
    "revoked": lambda link: previews.revoke(link, by=link.made_by),
    "expired": lambda link: PreviewLink.objects.update(expires_at=Now()),
    "withdrawn": lambda link: type(link.article).objects.update(status=Status.WITHDRAWN, published_at=Now()),
    "gone": lambda link: _published(link.article, expires_at=Now() - timedelta(minutes=1)),
    "story of the copy withdrawn": lambda link: _copied(link.article, status=Status.WITHDRAWN),
    "story of the copy gone": lambda link: _copied(link.article, expires_at=Now() - timedelta(minutes=1)),
    "copy applied": lambda link: _copied(link.article, applied_at=Now()),
    "binned": lambda link: actions.move_to_bin(link.article, by=link.made_by),
    "maker deactivated": lambda link: type(link.made_by).objects.filter(pk=link.made_by_id).update(is_active=False),
}


@pytest.mark.parametrize("cause", KILLERS)
def test_dead_link_answers_410_and_tells_nothing(client, link, cause):
    KILLERS[cause](link)

    for address in addresses(link):
        response = client.get(address)
        assert response.status_code == 410
        assert response["Cache-Control"] == "no-store"
        assert SECRET not in response.content.decode()


def test_link_to_a_copy_of_a_public_story_is_live(client, link):
    _copied(link.article)

    assert [client.get(address).status_code for address in addresses(link)] == [200, 200, 200]
    assert PreviewLink.objects.live().exists()


def test_link_shows_nothing_that_was_corrected_since(client, link, story):
    _copied(story)
    story.refresh_from_db()
    CorrectionFactory(article=story.working_copy_of, false_statement=SECRET)

    assert [client.get(address).status_code for address in addresses(link)] == [410, 410, 410]
    type(story).objects.filter(pk=story.pk).update(title="Chuyện đã rõ")
    assert [client.get(address).status_code for address in addresses(link)] == [200, 200, 200]


@pytest.mark.parametrize("cause", [None, *KILLERS])
def test_predicate_and_queryset_agree_on_what_is_live(link, cause):
    if cause:
        KILLERS[cause](link)

    found = PreviewLink.objects.select_related("article", "made_by").get()
    assert PreviewLink.objects.live().exists() == found.is_live() == (cause is None)


def test_link_lives_as_long_as_asked(story, reporter):
    link = previews.make(story, by=reporter, days=7)

    assert timedelta(days=6, hours=23) < link.expires_at - timezone.now() <= timedelta(days=7)
    with pytest.raises(ValidationError):
        previews.make(story, by=reporter, days=365)


def test_openings_are_counted_and_switches_are_not(client, link):
    for query in ({}, {}, {"rong": "dien-thoai", "trang": ""}):
        client.get(link.get_absolute_url(), query)
    client.head(link.get_absolute_url())

    link.refresh_from_db()
    assert link.opened == 2
    assert link.opened_at


# -- who may --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [Status.SUBMITTED, Status.WITHDRAWN, Status.BINNED])
def test_link_to_a_story_that_one_may_not_edit_is_not_made(story, reporter, status):
    type(story).objects.update(status=status, published_at=Now())

    with pytest.raises(PermissionDenied):
        previews.make(story, by=reporter)


def test_link_is_revoked_by_its_maker_and_by_who_may_edit_the_story(story, reporter, chief):
    first, second = previews.make(story, by=reporter), previews.make(story, by=reporter)
    actions.submit(story, by=reporter)

    previews.revoke(first, by=reporter)
    previews.revoke(second, by=chief)
    previews.revoke(second, by=reporter)  # again: the first name stays

    assert [link.revoked_by for link in PreviewLink.objects.order_by("pk")] == [reporter, chief]
    with pytest.raises(PermissionDenied):
        previews.revoke(first, by=UserFactory(roles=[roles.REPORTER]))


def test_who_showed_a_story_and_who_ended_that_is_on_the_trail(story, reporter, chief):
    link = previews.make(story, by=reporter)
    for _twice in range(2):
        previews.revoke(link, by=chief)

    assert [(entry.move, entry.by) for entry in story.trail.all()] == [("revoked", chief), ("shown", reporter)]


def test_link_is_made_shown_and_revoked_beside_the_story(client, story, reporter, settings):
    client.force_login(reporter)

    client.post(reverse("admin:articles_article_preview", args=[story.pk]), {"days": "1"})
    link = PreviewLink.objects.get()
    html = client.get(change_url(story)).content.decode()
    client.post(reverse("admin:articles_previewlink_revoke", args=[link.pk]))
    after = client.get(change_url(story)).content.decode()

    assert link.made_by == reporter
    assert settings.SITE_URL + link.get_absolute_url() in html
    assert link.get_absolute_url() not in after


def test_list_shows_own_links_and_those_of_stories_one_may_open(client, story, reporter, chief):
    mine, foreign = previews.make(story, by=reporter), previews.make(ArticleFactory(title="Của người khác"), by=chief)
    page = reverse("admin:articles_previewlink_changelist")

    client.force_login(reporter)
    own = client.get(page).content.decode()
    client.force_login(chief)
    every = client.get(page).content.decode()

    assert mine.get_absolute_url() in own
    assert "Của người khác" not in own
    assert mine.get_absolute_url() in every
    assert foreign.get_absolute_url() in every


def test_list_shows_dead_links_when_asked_and_never_their_address(client, link, chief):
    previews.revoke(link, by=chief)
    page = reverse("admin:articles_previewlink_changelist")
    client.force_login(chief)

    assert SECRET not in client.get(page).content.decode()
    html = client.get(page, {"state": "all"}).content.decode()
    assert SECRET in html
    assert link.get_absolute_url() not in html


def test_selected_links_are_revoked_together_and_foreign_ones_are_not_there(client, story, reporter, chief):
    mine, foreign = previews.make(story, by=reporter), previews.make(ArticleFactory(), by=chief)
    client.force_login(reporter)

    chosen = {"action": "revoke_selected", "_selected_action": [mine.pk, foreign.pk]}
    client.post(reverse("admin:articles_previewlink_changelist"), chosen)

    assert [link.revoked_by for link in PreviewLink.objects.order_by("pk")] == [reporter, None]


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_links_asks_a_constant_number_of_queries(client, chief, django_assert_num_queries, count):
    for _n in range(count):
        previews.make(ArticleFactory(section=SectionFactory()), by=chief)
    client.force_login(chief)
    page = reverse("admin:articles_previewlink_changelist")
    client.get(page)

    with django_assert_num_queries(7):
        client.get(page)


def test_panel_offers_no_link_where_one_may_not_edit(client, story, reporter):
    type(story).objects.update(status=Status.SUBMITTED)
    client.force_login(reporter)

    with translation.override("en"):
        assert "preview-form" not in client.get(change_url(story)).content.decode()
