"""A real browser. CHROMIUM_PATH names one; else Chromium from PATH, else the one that playwright downloaded.

Where none can be started the tests are skipped, loudly; with CI=true that is a failure.
"""

import os
import shutil
import time

import pytest
from playwright.sync_api import Error, sync_playwright

from articles import actions
from articles.models import Article
from newsroom.desk import roles
from tests.chromium import FLAGS
from tests.factories.articles import SectionFactory
from tests.factories.desk import UserFactory


def pytest_collection_modifyitems(items):
    for item in items:
        if "/e2e/" in str(item.path).replace("\\", "/"):
            item.add_marker(pytest.mark.e2e)


def browser_path():
    """The Chromium to play in; None where playwright knows its own."""
    return os.environ.get("CHROMIUM_PATH") or shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def browser():
    # playwright's synchronous interface keeps an event loop in this thread; Django's guard means other things.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS)
        except Error as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"NO BROWSER, NOT TESTED: {error.message.splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture
def actor(browser, live_server):
    """Makes a page in a browser session of its own; after the test nothing on it may have gone wrong unseen."""
    contexts, faults = [], []

    def open_page(base_url=live_server.url, **options):
        def watch(request):
            if not request.url.startswith((base_url, "data:", "blob:", "about:")):
                faults.append(f"foreign: {request.url}")

        context = browser.new_context(base_url=base_url, locale="vi-VN", **options)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"script: {error}"))
        page.on("console", lambda line: faults.append(f"console: {line.text}") if _is_fault(line) else None)
        page.on("request", watch)
        contexts.append(context)
        return page

    yield open_page
    for context in contexts:
        # A page that closes tells the server so; the database is emptied right after.
        context.route("**/beat/", lambda route: route.abort())
    for context in contexts:
        context.close()
    if contexts:
        time.sleep(0.2)  # what the server still has in hand
    assert faults == []


@pytest.fixture
def page(actor):
    """A reader's page."""
    return actor()


@pytest.fixture
def reporter():
    return UserFactory(username="phongvien", roles=[roles.REPORTER], last_name="Trần", first_name="Mai")


@pytest.fixture
def chief():
    return UserFactory(username="thuky", roles=[roles.DESK_CHIEF], last_name="Lê", first_name="Bình")


@pytest.fixture
def story(reporter):
    body = "<p>Đê dài ba cây số, nước lên nhanh.</p>\n<p>Dân quân trực đêm ở ba chốt canh.</p>"
    article = Article(section=SectionFactory(name="Thời sự", slug="thoi-su"), title="Đê sụt", body=body)
    return actions.create(article, by=reporter)


def _is_fault(line):
    # Chromium also reports every 4xx answer here; tests ask for some on purpose.
    return line.type == "error" and "Failed to load resource" not in line.text
