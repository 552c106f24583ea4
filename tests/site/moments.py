"""Screens that no link leads to: those that come up while two people work, something is typed, or a letter is read."""

import json
import re
import subprocess
import sys
from datetime import datetime, timedelta
from urllib.parse import quote
from zoneinfo import ZoneInfo

from newsroom.bootstrap import Stop
from newsroom.desk.demo import prices, questions, underway
from newsroom.desk.demo.stories import STORIES
from tests.site import workshop
from tests.site.pages import CHIEF, Page

LIST = "/admin/articles/article/"
IMPORT = "/admin/markets/quote/import/"
FILE = "gia-vang-hom-nay.csv"
POLL = next(poll["question"] for poll in questions.POLLS if poll.get("crowd"))
# Saves the form as it stands: which button is in sight depends on the width.
SAVE = "b => { b.form.noValidate = true; b.form.requestSubmit(b); }"
BEAT = "**/article/beat/"
DAY = timedelta(days=1)


def at_the_desk(desk) -> list[Page]:
    """The desk's; `desk` answers the chief's GET with HTML."""
    draft, plain = _story(desk, underway.VERSIONS["story"]), _story(desk, "loi-hua-hoi-truong-thon")
    poll = _found(r"/admin/polls/poll/\d+/", desk(f"/admin/polls/poll/?q={quote(POLL)}"), POLL)
    tomorrow = _today() + DAY  # when the scheduled story appears
    gold = _found(r"/admin/markets/group/\d+/(?=change/[^>]*>\s*Vàng\s*<)", desk("/admin/markets/group/"), "Vàng")
    return [
        Page("moment-collision", f"{draft}change/", who=CHIEF, then=_collide),
        Page("moment-typed-without-network", f"{plain}change/", who="phongvien", then=_type_without_network),
        Page("moment-versions-compared", f"{draft}revisions/?from=1&to=4", who=CHIEF),
        Page("moment-calendar-day", f"{LIST}calendar/?by=day&day={tomorrow}", who=CHIEF),
        Page("moment-calendar-week", f"{LIST}calendar/?by=week&day={tomorrow}", who=CHIEF),
        Page("moment-sheet-refused", f"{gold}sheet/", who=CHIEF, then=_refuse_prices),
        Page("moment-import-preview", IMPORT, who=CHIEF, then=_preview_prices),
        Page("moment-burst-marked", f"{poll}ballots/", who=CHIEF, then=_mark_bursts),
    ]


def for_readers(site) -> list[Page]:
    """Pages and letters of a subscription; only where the site was started by us, since their addresses are secret."""
    if not site.environment:
        return []
    command = [sys.executable, "-m", "tests.site.subscription"]
    done = subprocess.run(command, cwd=workshop.ROOT, env=site.environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Stop(f"Nobody can be subscribed: {done.stderr.strip().splitlines()[-1]}")
    made = json.loads(done.stdout)
    pages = [
        Page("subscribe-confirm", made["confirm"]),
        Page("subscribe-confirmed", made["confirm_other"], then=_confirm),
        Page("subscribe-leave", made["leave"]),
    ]
    return pages + [Page(f"letter-{about}", "/", then=_letter(text)) for about, text in made["letters"].items()]


def _today():
    """By the paper's clock; there are no settings here to ask."""
    return datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()


def _story(desk, key):
    title = next(story["title"] for story in STORIES if story["key"] == key)
    return _found(rf"{LIST}\d+/(?=change/)", desk(f"{LIST}?q={quote(title)}"), title)


def _found(pattern, text, name):
    found = re.search(pattern, text)
    if not found:
        raise Stop(f"The desk does not show what the demonstration left half done: {name} is not there.")
    return found[0]


def _save(page):
    with page.expect_navigation() as arrival:
        page.locator("[name=_save]").first.evaluate(SAVE)
    return arrival.value


def _collide(page):
    """As somebody who began from the second version: headline and last paragraph were changed since."""
    # What is typed for the sake of looking is kept nowhere.
    page.route(BEAT, lambda route: route.fulfill(json={"kept": "09:00:00", "others": []}))
    page.locator("iframe.cke_wysiwyg_frame").first.wait_for()
    page.evaluate("""() => {
        const form = document.querySelector("#article_form"), body = CKEDITOR.instances.id_body;
        form.elements.seen.value = 1;
        form.elements.title.value = "Sen muộn hồ Vân, mỗi ngày một bông";
        body.setData(body.getData().replace(/<p>Hồ cách[^]*/, "<p>Muốn tới hồ, hỏi đường ở quán nước đầu đê.</p>"));
    }""")
    return _save(page)


def _type_without_network(page):
    page.route(BEAT, lambda route: route.abort())
    page.fill("#id_title", "Lời hứa ở hội trường thôn, và quyển sổ đặt ngay cửa")
    page.locator("[data-autosave].is-cut-off").wait_for()


def _refuse_prices(page):
    """One price ten times too high, one sold for less than it is bought; sent past the script that would keep them."""
    page.evaluate("""() => {
        const [high, wrong] = document.querySelectorAll("[data-sheet-grid] tbody tr");
        const type = (row, ...texts) => row.querySelectorAll("td input:not([type=checkbox])")
            .forEach((field, at) => { field.value = texts[at]; });
        type(high, "1.475.000.000", "1.495.000.000");
        type(wrong, "146.300.000", "143.500.000");
    }""")
    with page.expect_navigation() as arrival:
        page.locator("[data-sheet-grid]").evaluate("grid => grid.closest('form').submit()")
    page.locator(".day-sheet.is-watched").wait_for()
    return arrival.value


def _preview_prices(page):
    """Of a file that was read already, or that is read now: new, changed, odd and refused rows."""
    read = page.locator(".price-files__waiting a", has_text=FILE)
    if read.count():
        return page.goto(read.first.get_attribute("href"))
    page.fill("#id_source", prices.SOURCE)
    page.set_input_files("#id_file", {"name": FILE, "mimeType": "text/csv", "buffer": _file().encode()})
    with page.expect_navigation() as arrival:
        page.locator(".price-files [type=submit]").evaluate("button => button.form.requestSubmit(button)")
    return arrival.value


def _file():
    today, recorded = f"{_today():%d/%m/%Y} 00:05", f"{_today() - DAY:%d/%m/%Y} 09:00"
    rows = [
        ("Mặt hàng", "Ngày giờ", "Mua vào", "Bán ra"),
        ("Vàng miếng SJC", recorded, "147.000.000", "149.000.000"),
        ("Vàng nhẫn trơn 9999", today, "143.200.000", "146.100.000"),
        ("Đô la Mỹ (USD)", today, "26.120", "264.300"),
        ("Bạc miếng", recorded, "1.900.000", "1.950.000"),
        ("Vàng miếng SJC", "hôm qua", "147.000.000", "149.000.000"),
    ]
    return "\n".join(";".join(row) for row in rows)


def _mark_bursts(page):
    for box in page.locator("[name=burst]").all():
        box.check()


def _confirm(page):
    with page.expect_navigation() as arrival:
        page.locator(".subscribe button").first.click()
    return arrival.value


def _letter(text):
    """Opens it as a mail program shows its HTML."""

    def opened(page):
        page.route("**/thu/", lambda route: route.fulfill(body=text, content_type="text/html; charset=utf-8"), times=1)
        return page.goto("/thu/")

    return opened
