"""Chromium, signed in as whoever is to look, in the light or in the dark."""

import contextlib
from dataclasses import dataclass

from playwright.sync_api import Error, sync_playwright

from newsroom.bootstrap import Stop
from tests.chromium import FLAGS
from tests.site import workshop
from tests.site.pages import ACCOUNTS, READER

THEMES = ("light", "dark")
PHONE, TABLET, DESKTOP = WIDTHS = (360, 768, 1440)
HEIGHT = 900
PATIENCE = 60_000  # milliseconds
EDITOR = "textarea[data-type=ckeditortype]"
EDITOR_READY = "iframe.cke_wysiwyg_frame"


@contextlib.contextmanager
def chromium():
    """A started browser. Raises Stop."""
    path = workshop.browser()
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        except Error as error:
            raise Stop(f"Chromium at {path} does not start: {error.message.splitlines()[0]}") from error
        with contextlib.closing(browser):
            yield browser


def signed_in(browser, site) -> dict:
    """Who to what a browser keeps of its sign-in. Raises Stop where the demonstration's passwords do not open."""
    return {READER: {}, **{name: _sign_in(browser, site, name) for name in ACCOUNTS}}


def _sign_in(browser, site, name):
    with contextlib.closing(browser.new_context(base_url=site.url)) as context:
        page = context.new_page()
        page.goto("/admin/")
        page.fill("#id_username", name)
        page.fill("#id_password", f"{name}-demo")
        page.click("#login-form [type=submit]")
        if not page.url.endswith("/admin/"):
            raise Stop(f"The demonstration's account {name} cannot sign in.")
        return context.storage_state()


@dataclass
class Opened:
    """A page that is open: `response` brought it, and `faults` says what went wrong in the browser meanwhile."""

    page: object
    response: object
    faults: list


class Visitor:
    """Opens pages one after the other, each as the account that it is meant for: one tab for each account."""

    def __init__(self, browser, site, keys, theme="light", width=DESKTOP, scripts=()):
        self.site = site
        self._size = {"width": width, "height": HEIGHT}
        self._tabs, self._faults = {}, []
        self._make = lambda who: browser.new_context(
            base_url=site.url, storage_state=keys[who] or None, color_scheme=theme, reduced_motion="reduce",
            locale="vi-VN", viewport=self._size,
        )  # fmt: skip
        self._scripts = scripts

    def open(self, wanted) -> Opened:
        """The page in its account's tab, until that opens another one."""
        tab = self._tab(wanted.who)
        tab.set_viewport_size(self._size)
        tab.goto("about:blank")  # what the page before still has to say is said by then
        self._faults.clear()
        try:
            response = self._arrive(tab, wanted)
        except Error as error:
            raise Stop(f"{wanted.who}/{wanted.name}: {error.message.splitlines()[0]}") from error
        if response.status != wanted.status:
            self._faults.append(f"answers {response.status} and not {wanted.status}")
        return Opened(tab, response, self._faults)

    def get(self, who, path):
        """The answer to a plain GET, without running the page."""
        return self._tab(who).context.request.get(path)

    def _tab(self, who):
        if who not in self._tabs:
            self._tabs[who] = self._watched(self._make(who))
        return self._tabs[who]

    def _watched(self, context):
        for script in self._scripts:
            context.add_init_script(path=script)
        context.set_default_timeout(PATIENCE)
        page, faults = context.new_page(), self._faults
        page.on("dialog", lambda dialog: dialog.accept())  # "leave without saving?"
        page.on("pageerror", lambda error: faults.append(f"script: {error}"))
        page.on("console", lambda line: faults.append(f"console: {line.text}") if _is_fault(line) else None)
        page.on("request", lambda asked: None if self._is_near(asked.url) else faults.append(f"foreign: {asked.url}"))
        return page

    def _arrive(self, page, wanted):
        response = page.goto(wanted.path)
        if wanted.then:
            response = wanted.then(page) or response
        if page.locator(EDITOR).count():
            page.locator(EDITOR_READY).first.wait_for()
        return response

    def _is_near(self, url):
        return url.startswith((self.site.url, "data:", "blob:", "about:"))


def _is_fault(line):
    # Chromium also reports every 4xx answer here; some are asked for on purpose.
    return line.type == "error" and "Failed to load resource" not in line.text
