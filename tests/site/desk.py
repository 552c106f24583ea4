"""The screens of the desk, as each account finds them by following links from its first page."""

import re
from collections import deque
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from lxml import html

from newsroom.desk.demo.stories import STORIES
from tests.site.pages import ACCOUNTS, Page

FIRST = "/admin/"
LIST = "/admin/articles/article/"
# Forms that are also looked at as they come back when they are sent empty, and by whom.
REFUSED = {"articles-article-add": "phongvien", "polls-poll-add": "bientap", "desk-user-add": "quantri"}
# Not pages: where readers' pages are reached from the desk, and words for scripts.
ELSEWHERE = ("/admin/r/", "/admin/jsi18n/", "/admin/logout/", "/admin/autocomplete/")

_NUMBER = re.compile(r"\d+|[0-9a-f-]{36}")


def screens(visitor) -> list[Page]:
    """The screens of all accounts: one of each kind, stories in each state, and forms that were refused.

    What a link leads to in vain is among them, with the status that it answers.
    """
    return [page for who in ACCOUNTS for page in _screens_of(who, visitor)]


def _screens_of(who, visitor):
    found, waiting = {}, deque([(FIRST, "")])
    while waiting:
        path, via = waiting.popleft()
        if _kind(path) in found or path.startswith(ELSEWHERE):
            continue
        answer = visitor.get(who, path)
        if "text/html" in answer.headers.get("content-type", ""):
            found[_kind(path)] = Page(_kind(path), path, status=answer.status, who=who, via=via)
            waiting.extend((link, path) for link in _links(answer.text(), path) if answer.ok)
    return [*found.values(), *_refused(who, found), *_stories(who, visitor, found)]


def _refused(who, found):
    forms = [kind for kind, account in REFUSED.items() if account == who and kind in found]
    return [replace(found[kind], name=kind.replace("-add", "-refused"), then=_send_empty) for kind in forms]


def _send_empty(page):
    # Without a click: which button is in sight depends on the width.
    with page.expect_navigation() as arrival:
        page.locator("[name=_save]").first.evaluate("b => { b.form.noValidate = true; b.form.requestSubmit(b); }")
    return arrival.value


def _kind(path):
    """The name of all pages that differ only in which thing they show: its address with the numbers and keys left out.

    Day sheets differ in their columns, and which is linked first depends on the hour: each counts.
    """
    each = path.endswith("/sheet/")
    words = [word for word in path.strip("/").split("/")[1:] if each or not _NUMBER.fullmatch(word)]
    return "-".join(words) or "dashboard"


def _links(text, path):
    for href in html.fromstring(text).xpath("//a/@href"):
        address = urlsplit(urljoin(path, href))
        if not address.netloc and address.path.startswith(FIRST):
            yield address.path


def _stories(who, visitor, found):
    """The form of one story in each state, and the list where nothing fits."""
    if _kind(LIST) not in found:
        return
    listed = html.fromstring(visitor.get(who, LIST).text())
    numbers = {" ".join(link.text_content().split()): link.get("href") for link in listed.xpath(_CHANGE)}
    for state in dict.fromkeys(story["state"] for story in STORIES):
        titles = [story["title"] for story in STORIES if story["state"] == state and story["title"] in numbers]
        if titles:
            yield Page(f"story-{state}", re.sub(r"\?.*", "", numbers[titles[0]]), who=who)
    yield Page("articles-article-nothing", f"{LIST}?q=khongcotunaonhuthe", who=who)


_CHANGE = "//*[@id='result_list']//a[contains(@href, '/change/')]"
