"""Every page that readers are shown, and the door of the desk: the one list that all checks and screenshots go by.

What is behind the door `tests.site.desk` finds, by following its links.
"""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import quote

from newsroom.bootstrap import Stop
from newsroom.desk.demo import paper, questions
from newsroom.desk.demo.stories import STORIES
from newsroom.text.vietnamese import slugify

READER = "reader"
# The demonstration's accounts; who sees all there is at the desk comes first.
CHIEF = "thuky"
ACCOUNTS = (CHIEF, "bientap", "phongvien", "quantri")
# As many failed attempts as lock a name out.
FAILURES = 8


@dataclass(frozen=True)
class Page:
    """One page as one account sees it. In `path`, a story's key or a poll's state in braces stands for its address.

    `then` takes the opened page to the one that is meant, and returns the response that brought it where one did;
    `ours` says that the page exists only where the site was started by us; `via` is the page that links here.
    """

    name: str
    path: str
    status: int = 200
    who: str = READER
    then: Callable | None = None
    ours: bool = False
    via: str = ""

    def at(self, addresses):
        return replace(self, path=self.path.format_map(addresses))


def _submit_expired(page):
    page.context.clear_cookies()
    return _submit_wrong(page)


def _submit_wrong(page, name=None):
    # A name of its own each time, so that nobody is locked out by looking.
    page.fill("#id_username", name or f"khach-{secrets.token_hex(4)}")
    page.fill("#id_password", "khong-phai-mat-khau-nay")
    with page.expect_navigation() as arrival:
        page.click("#login-form [type=submit]")
    return arrival.value


def _lock_out(page):
    name = f"khach-{secrets.token_hex(4)}"
    for _failure in range(FAILURES):
        response = _submit_wrong(page, name)
    return response


READERS = [
    Page("front", "/"),
    Page("section", "/kinh-te/"),
    Page("section-child", "/nong-nghiep/"),
    Page("section-archive", "/kinh-te/?page=1"),
    Page("article", "{dem-mua-xom-bai}"),
    Page("article-table", "{thu-hoach-lua-mua}"),
    Page("article-poll", "{pho-den-van-khe}"),
    Page("article-prices", "{gia-nep-cai}"),
    Page("article-list", "{hang-luon-nuoc}"),
    Page("article-interview", "{ben-do-van-tra}"),
    Page("article-answer", "{de-lac-vao-vuon}"),
    Page("article-no-photo", "{duong-thon-doai-thuong}"),
    Page("article-own-photo", "{soi-coi-kim-lac}"),
    Page("article-tin", "{cau-ben-say}"),
    Page("article-tin-no-photo", "{nuoc-sach-gia-linh}"),
    Page("article-agency", "{phong-benh-mua-lanh}"),
    Page("author", "/tac-gia/dao-duy/"),
    Page("author-no-bio", "/tac-gia/truong-yen/"),
    Page("tag", "/tu-khoa/thoi-tiet/"),
    Page("article-corrected", "{phien-toa-gia-dinh}"),
    Page("article-reply", "{phan-hoi-bo-kich-dien}"),
    Page("corrections", "/dinh-chinh/"),
    Page("preview", "{preview}"),
    Page("preview-story", "{preview}bai/"),
    Page("preview-front", "{preview}trang-nhat/"),
    Page("polls", "/binh-chon/"),
    Page("poll-open", "{open}"),
    Page("poll-closed", "{closed}"),
    Page("poll-several", "{several}"),
    Page("poll-ranking", "{ranking}"),
    Page("poll-scale", "{scale}"),
    Page("poll-sealed", "{sealed}"),
    Page("poll-run-off", "{run-off}"),
    Page("poll-preview", "{poll-preview}"),
    Page("poll-result", "{open}?phieu=da-ghi#ket-qua"),
    Page("poll-frame", "{open}nhung/"),
    Page("poll-opened-ballot-box", "{open}vote/", status=405),
    Page("prices", "/gia-ca-thi-truong/"),
    Page("instrument", "/gia-ca-thi-truong/vang-mieng-sjc/"),
    Page("instrument-week", "/gia-ca-thi-truong/usd/7-ngay/"),
    Page("instrument-year", "/gia-ca-thi-truong/vang-mieng-sjc/1-nam/"),
    Page("instrument-all", "/gia-ca-thi-truong/xang-ron-95/tat-ca/"),
    Page("instrument-corrected", "/gia-ca-thi-truong/lon-hoi/"),
    Page("price-group", "/gia-ca-thi-truong/nhom/vang/"),
    Page("compare", "/gia-ca-thi-truong/so-sanh/"),
    Page("compare-prices", "/gia-ca-thi-truong/so-sanh/?a=vang-mieng-sjc&b=vang-nhan-tron-9999&ky="),
    Page("compare-indexes", "/gia-ca-thi-truong/so-sanh/?a=vang-mieng-sjc&b=usd&ky=1-nam"),
    Page("convert", "/gia-ca-thi-truong/quy-doi/"),
    Page("convert-refused", "/gia-ca-thi-truong/quy-doi/?so=1.5&tu=gram&sang=USD&gia=vang-mieng-sjc&ben=buy"),
    Page("instrument-one-price", "/gia-ca-thi-truong/lon-hoi/"),
    Page("instrument-frame", "/gia-ca-thi-truong/vang-mieng-sjc/nhung/"),
    Page("api", "/api/v1/"),
    Page("subscribe", "/ban-tin/gia-ca/vang-mieng-sjc/"),
    Page("subscribe-asked", "/ban-tin/da-gui/"),
    Page("subscribe-dead-link", "/ban-tin/xac-nhan/khong-dung/", status=404),
    Page("subscribe-forged-link", "/ban-tin/thoi/khong-dung/", status=404),
    Page("search-empty", "/tim-kiem/"),
    Page("search-found", "/tim-kiem/?q=lua"),
    Page("search-nothing", "/tim-kiem/?q=khongcotunaonhuthe"),
    Page("403", "/admin/desk/user/", status=403, who="phongvien"),
    Page("403-form", "/admin/login/", status=403, then=_submit_expired),
    Page("404", "/khong-co-trang-nay/", status=404),
    Page("410", "{tha-ca-dong-trach}", status=410),
    Page("410-expired", "{gui-anh-san-phoi}", status=410),
    Page("500", "/kiem-tra/hong/", status=500, ours=True),
]
DOOR = [
    Page("sign-in", "/admin/login/"),
    Page("sign-in-refused", "/admin/login/", then=_submit_wrong),
    Page("sign-in-locked", "/admin/login/", status=429, then=_lock_out),
    Page("password-ask", "/admin/password/"),
    Page("password-sent", "/admin/password/sent/"),
    Page("password-dead-link", "/admin/password/MQ/khong-con-dung/"),
    Page("password-chosen", "/admin/password/chosen/"),
]
# Addresses that readers' programs ask for, and who looks at them.
FOR_MACHINES = {
    "articles:feed": "extractors",
    "articles:section_feed": "extractors",
    "articles:correction_feed": "extractors",
    "all_closings": "extractors",
    "closings": "extractors",
    **dict.fromkeys(
        [
            "api:schema",
            "api:groups",
            "api:instruments",
            "api:prices",
            "api:price",
            "api:days",
            "api:corrections",
            "api:quotes",
            "api_unknown",
        ],
        "tests/markets/api",
    ),
    "robots": "extractors",
    "sitemaps": "extractors",
    "sitemap": "extractors",
    "news_sitemap": "extractors",
    "healthz": "server",
    "oembed": "tests",
    "polls:json": "tests",
    "side": "pages with a side column",
}


def for_readers(site, desk) -> list[Page]:
    """The pages of the paper that stands on `site`; `desk` answers the chief's GET with HTML."""
    addresses = {**_stories(site, desk), **_polls(site), "preview": _preview(desk), "poll-preview": _poll_preview(desk)}
    return [page.at(addresses) for page in [*READERS, *DOOR] if site.environment or not page.ours]


def _stories(site, desk):
    """Key to address of the public stories, and of those withdrawn or expired, which only the desk still names."""
    public = re.findall(r"<loc>[a-z]+://[^/]+(/[^<]+/)</loc>", site.get("/sitemap-stories.xml"))
    by_slug = {re.sub(r"-\d+/$", "", path).rpartition("/")[2]: path for path in public}
    addresses = {story["key"]: by_slug.get(slugify(story["title"])) for story in STORIES}
    gone = [story for story in STORIES if story["state"] in ("withdrawn", "expired")]
    addresses |= {story["key"]: _address_of(story, desk) for story in gone}
    missing = [page.path for page in READERS if page.path[1:-1] in addresses and not addresses[page.path[1:-1]]]
    if missing:
        raise Stop(f"The site does not show the demonstration as it was loaded: {', '.join(missing)} is not there.")
    return addresses


def _address_of(story, desk):
    listed = desk(f"/admin/articles/article/?q={quote(story['title'])}")
    number = re.search(r"/admin/articles/article/(\d+)/change/", listed)
    return number and f"/{story['section']}/{slugify(story['title'])}-{number[1]}/"


def _preview(desk):
    """Of the link to the scheduled story, which the desk lists."""
    found = re.search(r"/xem-truoc/[^/\"]+/", desk("/admin/articles/previewlink/"))
    if not found:
        raise Stop("The desk lists no preview link of the demonstration.")
    return found[0]


def _poll_preview(desk):
    """Of the link to the draft, which stands beside it."""
    drafts = re.findall(r"/admin/polls/poll/\d+/change/", desk("/admin/polls/poll/?state=draft"))
    found = drafts and re.search(r"/binh-chon/xem-truoc/[^/\"]+/", desk(drafts[0]))
    if not found:
        raise Stop("The desk shows no preview link of a poll of the demonstration.")
    return found[0]


def _polls(site):
    listed = site.get("/binh-chon/")
    by_slug = dict(re.findall(r"(/binh-chon/([\w-]+)-\d+/)", listed))
    by_slug = {slug: path for path, slug in by_slug.items()}
    states = {"open" if poll["open"] else "closed": by_slug.get(slugify(poll["question"])) for poll in paper.POLLS}
    states |= {poll["key"]: by_slug.get(slugify(poll["question"])) for poll in questions.POLLS}
    if None in states.values():
        raise Stop("The site does not show the polls of the demonstration.")
    return states
