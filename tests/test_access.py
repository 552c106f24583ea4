"""Who may do what: every address of the site, by role and method, with something to leak behind each.

The addresses are read from the URL configuration, so a new one joins the table or fails the test. Cells: `w` opens and
may be posted to, `r` opens and refuses a post (403), `-` is refused both ways (403), `>` leads to the sign-in page,
`0` answers 404, `p` takes posts only, `g` opens and refuses other methods (405).
"""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.urls import URLPattern, get_resolver
from django.utils import timezone

from articles import revisions
from articles.credits import Credits
from articles.models import Article, Note, OpenForm, PreviewLink, Revision
from articles.workflow import Status
from newsroom.desk import roles
from newsroom.desk.models import Notification
from newsroom.desk.notifications.models import Kind
from polls.models import PollLink
from tests.factories.articles import (
    ArticleFactory,
    AssignmentFactory,
    CorrectionTermFactory,
    PenNameFactory,
    PersonFactory,
    TagFactory,
)
from tests.factories.desk import UserFactory
from tests.factories.markets import HeldFactory, HolidayFactory, QuoteFactory, SourceFactory, SourceTokenFactory
from tests.factories.photos import PhotoFactory
from tests.factories.polls import PollFactory
from tests.factories.subscriptions import SubscriptionFactory

pytestmark = pytest.mark.django_db

# The columns of the table, in this order.
ROLES = ["anonymous", "staff", "reporter", "editor", "chief", "administrator", "market"]
SECRET = "Chuyện còn kín"
API_RESTS = ("", "/days", "/corrections")
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}

TABLE = {
    "": "ggggggg",
    "<slug:section>/": "ggggggg",
    "<slug:section>/<slug:slug>-<int:pk>/": "ggggggg",
    "admin/": ">wwwwww",
    "admin/(?P<url>.*)$": ">000000",
    "admin/<app_label>/": ">0wwww0",
    "admin/account/": ">wwwwww",
    "admin/account/notifications/": ">wwwwww",
    "admin/account/sign-ins/end/": ">pppppp",
    "admin/articles/article/": ">-www--",
    "admin/articles/article/<int:pk>/correction/": ">---w--",
    "admin/articles/article/<int:pk>/move/": ">--pp--",
    "admin/articles/article/<int:pk>/notes/": ">--ww--",
    "admin/articles/article/<int:pk>/notes/<int:number>/": ">--pp--",
    "admin/articles/article/<int:pk>/notes/people/": ">--gg--",
    "admin/articles/article/<int:pk>/revisions/": ">--gg--",
    "admin/articles/article/<int:pk>/revisions/<int:number>/": ">--pp--",
    "admin/articles/article/<int:pk>/trail/": ">--gg--",
    "admin/articles/article/<path:object_id>/": ">>>>>>>",
    "admin/articles/article/<path:object_id>/change/": ">--ww--",
    "admin/articles/article/<path:object_id>/delete/": ">------",
    "admin/articles/article/<path:object_id>/history/": ">--ww--",
    "admin/articles/article/<int:pk>/times/": ">--pp--",
    "admin/articles/article/add/": ">-www--",
    "admin/articles/article/<int:pk>/against-live/": ">--00--",
    "admin/articles/article/<int:pk>/bring-in/": ">--pp--",
    "admin/articles/article/<int:pk>/working-copy/": ">--pp--",
    "admin/articles/article/beat/": ">-ppp--",
    "admin/articles/article/unsaved/<uuid:key>/": ">--gg--",
    "admin/articles/article/unsaved/<uuid:key>/discard/": ">------",
    "admin/articles/article/calendar/": ">-ggg--",
    "admin/articles/article/<int:pk>/preview/": ">--pp--",
    "admin/articles/article/checklist/": ">-ppp--",
    "admin/articles/checklist/": ">--->>-",
    "admin/articles/checklist/<path:object_id>/": ">>>>>>>",
    "admin/articles/checklist/<path:object_id>/change/": ">---ww-",
    "admin/articles/checklist/<path:object_id>/delete/": ">------",
    "admin/articles/checklist/<path:object_id>/history/": ">---ww-",
    "admin/articles/checklist/add/": ">------",
    "admin/articles/assignment/": ">-www--",
    "admin/articles/assignment/<int:pk>/move/": ">--pp--",
    "admin/articles/assignment/<path:object_id>/": ">>>>>>>",
    "admin/articles/assignment/<path:object_id>/change/": ">--ww--",
    "admin/articles/assignment/<path:object_id>/delete/": ">------",
    "admin/articles/assignment/<path:object_id>/history/": ">--ww--",
    "admin/articles/assignment/add/": ">--ww--",
    "admin/articles/correctionterm/": ">----w-",
    "admin/articles/correctionterm/<path:object_id>/": ">>>>>>>",
    "admin/articles/correctionterm/<path:object_id>/change/": ">----w-",
    "admin/articles/correctionterm/<path:object_id>/delete/": ">------",
    "admin/articles/correctionterm/<path:object_id>/history/": ">----w-",
    "admin/articles/correctionterm/add/": ">----w-",
    "admin/articles/penname/": ">-www--",
    "admin/articles/penname/<path:object_id>/": ">>>>>>>",
    "admin/articles/penname/<path:object_id>/change/": ">-rrw--",
    "admin/articles/penname/<path:object_id>/delete/": ">---w--",
    "admin/articles/penname/<path:object_id>/history/": ">-www--",
    "admin/articles/penname/add/": ">---w--",
    "admin/articles/person/": ">--ww--",
    "admin/articles/person/<path:object_id>/": ">>>>>>>",
    "admin/articles/person/<path:object_id>/change/": ">--rw--",
    "admin/articles/person/<path:object_id>/delete/": ">---w--",
    "admin/articles/person/<path:object_id>/history/": ">--ww--",
    "admin/articles/person/add/": ">---w--",
    "admin/articles/previewlink/": ">-www--",
    "admin/articles/previewlink/<int:pk>/revoke/": ">--pp--",
    "admin/articles/section/": ">-www--",
    "admin/articles/section/<path:object_id>/": ">>>>>>>",
    "admin/articles/section/<path:object_id>/change/": ">-rrw--",
    "admin/articles/section/<path:object_id>/delete/": ">---w--",
    "admin/articles/section/<path:object_id>/history/": ">-www--",
    "admin/articles/section/add/": ">---w--",
    "admin/articles/section/adminsortable2_update/": ">---p--",
    "admin/articles/tag/": ">-www--",
    "admin/articles/tag/<path:object_id>/": ">>>>>>>",
    "admin/articles/tag/<path:object_id>/change/": ">-rww--",
    "admin/articles/tag/<path:object_id>/delete/": ">--ww--",
    "admin/articles/tag/<path:object_id>/history/": ">-www--",
    "admin/articles/tag/add/": ">-www--",
    "admin/audit.csv": ">----g-",
    "admin/audit/": ">----g-",
    "admin/autocomplete/": ">-ggg--",
    "admin/desk/user/": ">----w-",
    "admin/desk/user/<int:pk>/password-link/": ">----p-",
    "admin/desk/user/<path:object_id>/": ">>>>>>>",
    "admin/desk/user/<path:object_id>/change/": ">----w-",
    "admin/desk/user/<path:object_id>/delete/": ">------",
    "admin/desk/user/<path:object_id>/history/": ">----w-",
    "admin/desk/user/add/": ">----w-",
    "admin/embeds/": ">-ggg--",
    "admin/front/paper/": ">---->-",
    "admin/front/paper/<path:object_id>/": ">>>>>>>",
    "admin/front/paper/<path:object_id>/change/": ">----w-",
    "admin/front/paper/<path:object_id>/delete/": ">------",
    "admin/front/paper/<path:object_id>/history/": ">----w-",
    "admin/front/paper/add/": ">------",
    "admin/jsi18n/": ">gggggg",
    "admin/login/": "w>>>>>>",
    "admin/logout/": ">pppppp",
    "admin/markets/group/": ">---w-w",
    "admin/markets/group/<int:pk>/sheet/": ">---w-w",
    "admin/markets/group/<int:pk>/sheet/keep/": ">---p-p",
    "admin/markets/group/<int:pk>/sheet/paste/": ">---p-p",
    "admin/markets/group/<path:object_id>/": ">>>>>>>",
    "admin/markets/group/<path:object_id>/change/": ">---w-r",
    "admin/markets/group/<path:object_id>/delete/": ">---w--",
    "admin/markets/group/<path:object_id>/history/": ">---w-w",
    "admin/markets/group/add/": ">---w--",
    "admin/markets/held/": ">---w-w",
    "admin/markets/held/<int:pk>/approve/": ">---p-p",
    "admin/markets/held/<int:pk>/mend/": ">---p-p",
    "admin/markets/held/<int:pk>/reject/": ">---p-p",
    "admin/markets/held/<path:object_id>/": ">>>>>>>",
    "admin/markets/held/<path:object_id>/change/": ">---r-r",
    "admin/markets/held/<path:object_id>/delete/": ">------",
    "admin/markets/held/<path:object_id>/history/": ">---w-w",
    "admin/markets/held/add/": ">------",
    "admin/markets/holiday/": ">---w-w",
    "admin/markets/holiday/<path:object_id>/": ">>>>>>>",
    "admin/markets/holiday/<path:object_id>/change/": ">---w-r",
    "admin/markets/holiday/<path:object_id>/delete/": ">---w--",
    "admin/markets/holiday/<path:object_id>/history/": ">---w-w",
    "admin/markets/holiday/add/": ">---w--",
    "admin/markets/instrument/": ">---w-w",
    "admin/markets/instrument/<path:object_id>/": ">>>>>>>",
    "admin/markets/instrument/<path:object_id>/change/": ">---w-r",
    "admin/markets/instrument/<path:object_id>/delete/": ">---w--",
    "admin/markets/instrument/<path:object_id>/history/": ">---w-w",
    "admin/markets/instrument/add/": ">---w--",
    "admin/markets/quote/": ">---w-w",
    "admin/markets/quote/<int:pk>/correct/": ">---w-w",
    "admin/markets/quote/export/": ">---w-w",
    "admin/markets/quote/import/": ">---w-w",
    "admin/markets/quote/import/<int:pk>/": ">---0-0",
    "admin/markets/quote/import/template/": ">---w-w",
    "admin/markets/quote/<path:object_id>/": ">>>>>>>",
    "admin/markets/quote/<path:object_id>/change/": ">---r-r",
    "admin/markets/quote/<path:object_id>/delete/": ">------",
    "admin/markets/quote/<path:object_id>/history/": ">---w-w",
    "admin/markets/quote/add/": ">------",
    "admin/markets/source/": ">---w-w",
    "admin/markets/source/<int:pk>/fetch/": ">---p-p",
    "admin/markets/source/<int:pk>/tokens/": ">---w--",
    "admin/markets/source/tokens/<int:pk>/revoke/": ">---p--",
    "admin/markets/source/<path:object_id>/": ">>>>>>>",
    "admin/markets/source/<path:object_id>/change/": ">---w-r",
    "admin/markets/source/<path:object_id>/delete/": ">------",
    "admin/markets/source/<path:object_id>/history/": ">---w-w",
    "admin/markets/source/add/": ">---w--",
    "admin/notifications/": ">gggggg",
    "admin/notifications/<int:pk>/": ">000000",
    "admin/notifications/read/": ">pppppp",
    "admin/password/": "wwwwwww",
    "admin/password/<uidb64>/<token>/": "wwwwwww",
    "admin/password/chosen/": "ggggggg",
    "admin/password/sent/": "ggggggg",
    "admin/password_change/": ">wwwwww",
    "admin/password_change/done/": ">gggggg",
    "admin/photos/photo/": ">-www--",
    "admin/photos/photo/<int:pk>/summary/": ">-ggg--",
    "admin/photos/photo/<path:object_id>/": ">>>>>>>",
    "admin/photos/photo/<path:object_id>/change/": ">-rww--",
    "admin/photos/photo/<path:object_id>/delete/": ">------",
    "admin/photos/photo/<path:object_id>/history/": ">-www--",
    "admin/photos/photo/add/": ">-www--",
    "admin/photos/photo/upload/": ">-ppp--",
    "admin/polls/poll/": ">--ww--",
    "admin/polls/poll/<int:pk>/ballots/": ">--ww--",
    "admin/polls/poll/<int:pk>/ballots.csv": ">--pp--",
    "admin/polls/poll/<int:pk>/correct/": ">--ww--",
    "admin/polls/poll/<int:pk>/move/": ">--pp--",
    "admin/polls/poll/<int:pk>/preview/": ">--gg--",
    "admin/polls/poll/<int:pk>/review/": ">--ww--",
    "admin/polls/poll/<int:pk>/share/": ">--pp--",
    "admin/polls/poll/<int:pk>/story/": ">--ww--",
    "admin/polls/poll/links/<int:number>/revoke/": ">--pp--",
    "admin/polls/poll/<path:object_id>/": ">>>>>>>",
    "admin/polls/poll/<path:object_id>/change/": ">--ww--",
    "admin/polls/poll/<path:object_id>/delete/": ">--ww--",
    "admin/polls/poll/<path:object_id>/history/": ">--ww--",
    "admin/polls/poll/add/": ">--ww--",
    "admin/r/<int:content_type_id>/<int:object_id>/": ">-->>--",
    "admin/subscriptions/subscription/": ">----w-",
    "admin/subscriptions/subscription/<path:object_id>/": ">>>>>>>",
    "admin/subscriptions/subscription/<path:object_id>/change/": ">----r-",
    "admin/subscriptions/subscription/<path:object_id>/delete/": ">------",
    "admin/subscriptions/subscription/<path:object_id>/history/": ">----w-",
    "admin/subscriptions/subscription/add/": ">------",
    "admin/subscriptions/subscription/forget/": ">----p-",
    "api/<path:rest>": "0000000",
    "api/v1/": "ggggggg",
    "api/v1/groups": "ggggggg",
    "api/v1/instruments": "ggggggg",
    "api/v1/openapi.json": "ggggggg",
    "api/v1/prices": "ggggggg",
    "api/v1/prices/<slug:slug>": "ggggggg",
    "api/v1/prices/<slug:slug>/corrections": "ggggggg",
    "api/v1/prices/<slug:slug>/days": "ggggggg",
    "api/v1/quotes": "ppppppp",  # and answers 401 to a post without a token
    "ban-tin/da-gui/": "ggggggg",
    "ban-tin/gia-ca/<slug:slug>/": "wwwwwww",
    # Signed links; tests/subscriptions plays those that open.
    "ban-tin/thoi/<str:token>/": "0000000",
    "ban-tin/xac-nhan/<str:token>/": "0000000",
    "binh-chon/": "ggggggg",
    "binh-chon/<slug:slug>-<int:pk>/": "ggggggg",
    "binh-chon/xem-truoc/<str:token>/": "ggggggg",
    "binh-chon/<slug:slug>-<int:pk>/vote/": "ppppppp",
    "binh-chon/<slug:slug>-<int:pk>/nhung/": "ggggggg",
    "binh-chon/<slug:slug>-<int:pk>.json": "ggggggg",
    "dinh-chinh/": "ggggggg",
    "gia-ca-thi-truong/": "ggggggg",
    "gia-ca-thi-truong/<slug:slug>/": "ggggggg",
    "gia-ca-thi-truong/<slug:slug>/<range:shown>/": "ggggggg",
    "gia-ca-thi-truong/nhom/<slug:slug>/": "ggggggg",
    "gia-ca-thi-truong/quy-doi/": "ggggggg",
    "gia-ca-thi-truong/so-sanh/": "ggggggg",
    "gia-ca-thi-truong/<slug:slug>/nhung/": "ggggggg",
    "healthz": "ggggggg",
    "news-sitemap.xml": "ggggggg",
    "oembed": "ggggggg",
    "robots.txt": "ggggggg",
    "rss/": "ggggggg",
    "rss/<slug:section>/": "ggggggg",
    "rss/dinh-chinh/": "ggggggg",
    "rss/gia-ca/": "ggggggg",
    "rss/gia-ca/<slug:slug>/": "ggggggg",
    "s/ben-canh/": "ggggggg",
    "sitemap-<slug:section>.xml": "ggggggg",
    "sitemap.xml": "ggggggg",
    "tac-gia/<slug:slug>/": "ggggggg",
    "tim-kiem/": "ggggggg",
    "tu-khoa/<slug:slug>/": "ggggggg",
    # Links that open no more; those that do open for everybody, which tests/front/test_preview.py plays.
    "xem-truoc/<str:token>/": "ggggggg",
    "xem-truoc/<str:token>/bai/": "ggggggg",
    "xem-truoc/<str:token>/trang-nhat/": "ggggggg",
}


@pytest.fixture
def people(world):
    editor = UserFactory(roles=[roles.EDITOR])
    editor.sections_edited.add(world["story"].section)
    return {
        "anonymous": None,
        "staff": UserFactory(),
        "reporter": UserFactory(roles=[roles.REPORTER]),
        "editor": editor,
        "chief": UserFactory(roles=[roles.DESK_CHIEF]),
        "administrator": UserFactory(roles=[roles.ADMINISTRATOR]),
        "market": UserFactory(roles=[roles.MARKET_DESK]),
    }


@pytest.fixture
def world():
    """One of everything, with a story that only its desk may see."""
    name, tag = PenNameFactory(person=PersonFactory(full_name=SECRET)), TagFactory()
    story = ArticleFactory(status=Status.SUBMITTED, title=SECRET, slug="chuyen-con-kin", signed=[name], tagged=[tag])
    revisions.keep(story, Credits.of(story), Revision(by=story.created_by))
    typed = OpenForm.objects.create(
        key=uuid4(), by=story.created_by, article=story, left=True, typed=[["title", SECRET]]
    )
    other = UserFactory(username="nguoi-khac")
    note = Note.objects.create(article=story, by=other, text=SECRET)
    facts = {"kind": Kind.NOTE, "event": "note.written", "by": other, "subject": SECRET, "story": story}
    return {
        "story": story,
        "typed": typed,
        "preview": PreviewLink.objects.create(article=story, made_by=story.created_by, expires_at=timezone.now()),
        "note": note,
        "assignment": AssignmentFactory(section=story.section, assignee=other, idea=SECRET),
        "notification": Notification.objects.create(account=other, about_note=note, **facts),
        "public": ArticleFactory(live=True, section=story.section, signed=[name], tagged=[tag]),
        "scheduled": ArticleFactory(
            live=True,
            title=SECRET,
            slug="chuyen-con-kin",
            signed=[name],
            tagged=[tag],
            section=story.section,
            published_at=timezone.now() + timedelta(days=1),
        ),
        "term": CorrectionTermFactory(),
        "name": name,
        "tag": tag,
        "photo": PhotoFactory(),
        "poll": PollFactory(),
        "poll_to_come": (to_come := PollFactory(scheduled=True)),  # one that readers could see is not deleted
        "poll_link": PollLink.objects.create(poll=to_come, made_by=story.created_by, expires_at=timezone.now()),
        "quote": QuoteFactory(),
        "held": HeldFactory(),
        "holiday": HolidayFactory(),
        "feed": SourceFactory(feed=True, name="Nguồn vừa hỏi", tried_at=timezone.now()),  # so that nobody asks it
        "token": SourceTokenFactory(made_by=other),
        "subscription": SubscriptionFactory(),
        "account": other,
    }


def path_of(route, world):
    """A concrete address of the route, leading to something that exists."""
    objects = {
        "articles/article": world["story"], "articles/assignment": world["assignment"],
        "admin/notifications": world["notification"], "articles/penname": world["name"],
        "articles/person": world["name"].person,
        "articles/correctionterm": world["term"],
        "articles/section": world["story"].section, "articles/tag": world["tag"], "desk/user": world["account"],
        "subscriptions/subscription": world["subscription"],
        "markets/group": world["quote"].instrument.group, "markets/instrument": world["quote"].instrument,
        "markets/held": world["held"], "markets/holiday": world["holiday"], "markets/source": world["feed"],
        "markets/quote": world["quote"], "photos/photo": world["photo"], "polls/poll": world["poll_to_come"],
    }  # fmt: skip
    story_type = ContentType.objects.get_for_model(Article).pk
    revision = f"admin/articles/article/{world['story'].pk}/revisions/1/"
    pk = next((str(thing.pk) for key, thing in objects.items() if key in route), "1")
    unsaved = f"admin/articles/article/unsaved/{world['typed'].pk}/"
    preview = world["preview"].get_absolute_url()[1:]
    note = f"admin/articles/article/{world['story'].pk}/notes/{world['note'].pk}/"
    named = {
        "admin/articles/article/<int:pk>/correction/": f"admin/articles/article/{world['public'].pk}/correction/",
        "admin/articles/article/unsaved/<uuid:key>/": unsaved,
        "admin/articles/article/unsaved/<uuid:key>/discard/": f"{unsaved}discard/",
        "admin/articles/previewlink/<int:pk>/revoke/": f"admin/articles/previewlink/{world['preview'].pk}/revoke/",
        "admin/polls/poll/links/<int:number>/revoke/": f"admin/polls/poll/links/{world['poll_link'].pk}/revoke/",
        "binh-chon/xem-truoc/<str:token>/": world["poll_link"].get_absolute_url()[1:],
        "xem-truoc/<str:token>/": preview,
        "xem-truoc/<str:token>/bai/": f"{preview}bai/",
        "xem-truoc/<str:token>/trang-nhat/": f"{preview}trang-nhat/",
        "admin/articles/article/<int:pk>/notes/<int:number>/": note,
        "admin/articles/article/<int:pk>/revisions/<int:number>/": revision,
        "<slug:section>/<slug:slug>-<int:pk>/": world["public"].get_absolute_url()[1:],
        "<slug:section>/": world["story"].section.get_absolute_url()[1:],
        "rss/<slug:section>/": f"rss/{world['story'].section.slug}/",
        "sitemap-<slug:section>.xml": "sitemap-stories.xml",
        "tac-gia/<slug:slug>/": world["name"].get_absolute_url()[1:],
        "tu-khoa/<slug:slug>/": world["tag"].get_absolute_url()[1:],
        "tim-kiem/": "tim-kiem/?q=chuyen",
        "binh-chon/<slug:slug>-<int:pk>/": world["poll"].get_absolute_url()[1:],
        "binh-chon/<slug:slug>-<int:pk>/vote/": world["poll"].get_vote_url()[1:],
        "binh-chon/<slug:slug>-<int:pk>/nhung/": f"{world['poll'].get_absolute_url()[1:]}nhung/",
        "binh-chon/<slug:slug>-<int:pk>.json": f"{world['poll'].get_absolute_url()[1:-1]}.json",
        "gia-ca-thi-truong/<slug:slug>/": world["quote"].instrument.get_absolute_url()[1:],
        "gia-ca-thi-truong/<slug:slug>/<range:shown>/": world["quote"].instrument.get_absolute_url()[1:] + "7-ngay/",
        "gia-ca-thi-truong/nhom/<slug:slug>/": world["quote"].instrument.group.get_absolute_url()[1:],
        "gia-ca-thi-truong/<slug:slug>/nhung/": f"{world['quote'].instrument.get_absolute_url()[1:]}nhung/",
        "oembed": f"oembed?url={settings.SITE_URL}{world['poll'].get_absolute_url()}",
        "admin/embeds/": "admin/embeds/?kind=poll",
        **{
            f"api/v1/prices/<slug:slug>{rest}": f"api/v1/prices/{world['quote'].instrument.slug}{rest}"
            for rest in API_RESTS
        },
        "admin/markets/source/tokens/<int:pk>/revoke/": f"admin/markets/source/tokens/{world['token'].pk}/revoke/",
        "ban-tin/gia-ca/<slug:slug>/": f"ban-tin/gia-ca/{world['quote'].instrument.slug}/",
        "rss/gia-ca/<slug:slug>/": f"rss/gia-ca/{world['quote'].instrument.group.slug}/",
        "admin/(?P<url>.*)$": "admin/khong-co",
        "admin/autocomplete/": "admin/autocomplete/?app_label=articles&model_name=byline&field_name=pen_name&term=",
        "admin/<app_label>/": "admin/articles/",
        "admin/r/<int:content_type_id>/<int:object_id>/": f"admin/r/{story_type}/{world['story'].pk}/",
    }
    return "/" + (named.get(route) or re.sub(r"<[^>]*>", pk, route))


def addresses(patterns=None, prefix=""):
    """Every route of the URL configuration but the development server's own, which is there or not by DEBUG."""
    for pattern in patterns or get_resolver().url_patterns:
        route = prefix + str(pattern.pattern)
        if route.startswith("^media/"):
            continue
        if isinstance(pattern, URLPattern):
            yield re.sub(r"\^\(\?P<app_label>.*", "<app_label>/", route)
        else:
            yield from addresses(pattern.url_patterns, route)


def cell(client, address):
    """What the address answers to the account that is signed in: the letter of the table."""
    opens, takes = client.get(address).status_code, client.post(address, {}, headers=SAME_ORIGIN).status_code
    if opens == 302:
        return ">"
    if opens == 404:
        return "0"
    if opens == 403 or (opens, takes) == (405, 403):
        return "-"
    if opens == 405:
        return "p"
    return {403: "r", 405: "g"}.get(takes, "w")


def test_every_address_stands_in_the_table():
    assert set(addresses()) == set(TABLE)


@pytest.mark.parametrize("role", ROLES)
def test_access_is_as_the_table_says(client, world, people, role):
    if people[role]:
        client.force_login(people[role])
    table = {}
    for route in TABLE:
        if people[role]:
            client.force_login(people[role])  # one of the addresses signs out
        table[route] = cell(client, path_of(route, world))

    assert table == {route: row[ROLES.index(role)] for route, row in TABLE.items()}


@pytest.mark.parametrize("role", ROLES)
def test_nobody_reads_the_secret_story_but_its_desk(client, world, people, role):
    sees = role in ("editor", "chief")
    if people[role]:
        client.force_login(people[role])

    shown = [route for route in TABLE if SECRET in _text(client, path_of(route, world))]

    assert bool(shown) == sees
    assert all(route == "admin/" or route.startswith("admin/articles/") for route in shown)


def _text(client, address):
    response = client.get(address)
    return response.content.decode() + response.headers.get("Location", "") if not response.streaming else ""


@pytest.mark.parametrize("role", ["anonymous", "staff", "reporter", "administrator", "market"])
def test_posts_of_those_without_the_right_change_nothing(client, world, people, role):
    if people[role]:
        client.force_login(people[role])
    before = _snapshot()
    attack = {"post": "yes", "title": "x", "name": "x", "_move": "approve", "move_note": "x", "is_superuser": "on"}

    for route, row in TABLE.items():
        if row[ROLES.index(role)] not in "wp":
            client.post(path_of(route, world), attack)

    assert _snapshot() == before


def _snapshot():
    apps_of_ours = ("articles", "photos", "polls", "markets", "desk", "front", "subscriptions")
    models = [model for label in apps_of_ours for model in apps.get_app_config(label).get_models()]
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}
