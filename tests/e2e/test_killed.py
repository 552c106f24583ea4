"""Server or browser are killed while somebody types: every character up to the last three seconds is there again."""

import os
import signal
import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.hashers import make_password
from django.db.models.functions import Now
from playwright.sync_api import expect

from articles.models import Article, OpenForm
from newsroom.desk.models import DeskSession
from tests import database
from tests.chromium import FLAGS
from tests.e2e.conftest import browser_path
from tests.e2e.test_main_job import sign_in
from tests.e2e.test_story_form import change, opened
from tests.e2e.writing import KEPT, at_rest, body_kept, eventually, sign_in_again, text_of, type_at_end_of

PATIENCE = 60  # seconds for a server or a browser to come up on a busy machine


class Server:
    """`manage.py serve`, a process of its own on the tests' database, that can be killed and started again."""

    def __init__(self, port, home):
        self.url = f"http://127.0.0.1:{port}"
        self._log = home / "serve.log"
        self._environment = {
            **os.environ, "PORT": str(port), "DATABASE_URL": database.url(), "MEDIA_ROOT": str(home / "media"),
        }  # fmt: skip

    def start(self):
        command = [sys.executable, "manage.py", "serve"]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=django_settings.BASE_DIR, env=self._environment, stdout=log, stderr=log
            )
        _until(self._answers, self._log.read_text)

    def kill(self):
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def _answers(self):
        assert self._process.poll() is None, self._log.read_text()
        try:
            return urlopen(f"{self.url}/healthz", timeout=5).status == 200  # noqa: S310  (our own address)
        except URLError:
            return False


def _until(question, words):
    deadline = time.monotonic() + PATIENCE
    while not (answer := question()):
        assert time.monotonic() < deadline, words()
        time.sleep(0.1)
    return answer


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def server(live_server, reporter, settings, tmp_path):
    """A server process; the reporter has a password such as it knows."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    reporter.password = make_password("secret")
    reporter.save()
    server = Server(_free_port(), tmp_path)
    server.start()
    yield server
    server.kill()


@pytest.fixture
def form(actor, server, story):
    page = actor(base_url=server.url)
    sign_in(page, "phongvien")
    return at_rest(opened(page, change(story)))


def test_server_killed_while_somebody_types_gets_it_all_when_it_is_back(form, server, story):
    form.locator("#id_title").fill("Đê sụt ba điểm")
    type_at_end_of(form, 0, " Trước khi chết.")
    eventually(form, lambda: "nhanh. Trước khi chết." in body_kept(story))
    server.kill()
    type_at_end_of(form, 1, " Máy chủ đã chết.")
    expect(form.locator(KEPT)).to_contain_text("giữ trong trình duyệt")

    server.start()
    type_at_end_of(form, 1, " Gõ tiếp.")

    eventually(form, lambda: "canh. Máy chủ đã chết. Gõ tiếp." in body_kept(story))
    form.get_by_role("button", name="Lưu", exact=True).click()
    expect(form.locator(".messagelist")).to_be_visible()
    saved = Article.objects.get(pk=story.pk)
    assert saved.title == "Đê sụt ba điểm"
    assert saved.body == (
        "<p>Đê dài ba cây số, nước lên nhanh. Trước khi chết.</p>\n"
        "<p>Dân quân trực đêm ở ba chốt canh. Máy chủ đã chết. Gõ tiếp.</p>"
    )


def test_sign_in_that_went_with_the_server_is_asked_for_again_and_nothing_is_lost(form, server, story):
    server.kill()
    DeskSession.objects.all().delete()
    type_at_end_of(form, 0, " Máy chủ đã chết.")
    expect(form.locator(KEPT)).to_contain_text("giữ trong trình duyệt")
    server.start()
    type_at_end_of(form, 0, " Sống lại.")
    expect(form.locator(KEPT)).to_contain_text("Hết phiên đăng nhập")
    sign_in_again(form, "phongvien")

    type_at_end_of(form, 0, " Gõ tiếp.")

    assert eventually(form, lambda: "nhanh. Máy chủ đã chết. Sống lại. Gõ tiếp." in body_kept(story))


def test_save_attempted_while_the_server_is_gone_loses_nothing(form, server, story):
    server.kill()
    form.locator("#id_kicker").fill("Ven sông")
    type_at_end_of(form, 1, " Bấm lưu khi máy chủ chết.")
    with form.expect_event("requestfailed", lambda request: request.is_navigation_request()):
        form.get_by_role("button", name="Lưu", exact=True).click(no_wait_after=True)
    assert body_kept(story) == ""

    server.start()
    form.goto(change(story))

    form.get_by_role("link", name="So với bản đã lưu").click()
    expect(form.locator("ins", has_text="Bấm lưu khi máy chủ chết.")).to_be_visible()
    form.get_by_role("button", name="Đưa lại vào bài").click()
    expect(form.locator("#id_kicker")).to_have_value("Ven sông")
    expect(text_of(form).locator("p").nth(1)).to_have_text(
        "Dân quân trực đêm ở ba chốt canh. Bấm lưu khi máy chủ chết."
    )


# -- a browser that dies ---------------------------------------------------------------------------------------------


@pytest.fixture
def mortal(browser, live_server, tmp_path):
    """A page in a browser process of its own, and what kills it: no page gets to say goodbye."""
    home = tmp_path / "browser"
    command = [
        browser_path() or browser.browser_type.executable_path,
        *FLAGS,
        "--headless=new",
        "--remote-debugging-port=0",
        f"--user-data-dir={home}",
    ]
    process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def kill():
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    port = home / "DevToolsActivePort"
    try:
        _until(lambda: port.exists() and "\n" in port.read_text(), lambda: "no browser came up")
        address = f"http://127.0.0.1:{port.read_text().split()[0]}"
        context = browser.browser_type.connect_over_cdp(address).new_context(base_url=live_server.url, locale="vi-VN")
        yield context.new_page(), kill
    finally:
        kill()


def test_browser_killed_while_somebody_types_is_found_in_another(mortal, actor, reporter, chief, story):
    form, kill = mortal
    sign_in(form, "phongvien")
    at_rest(opened(form, change(story)))
    type_at_end_of(form, 0, " Trình duyệt sắp chết.")
    time.sleep(3)
    kill()

    elsewhere = actor()
    sign_in(elsewhere, "phongvien")
    elsewhere.goto(change(story))
    elsewhere.get_by_role("link", name="So với bản đã lưu").click()
    expect(elsewhere.locator("ins", has_text="Trình duyệt sắp chết.")).to_be_visible()
    elsewhere.get_by_role("button", name="Đưa lại vào bài").click()
    expect(text_of(elsewhere).locator("p").first).to_have_text(
        "Đê dài ba cây số, nước lên nhanh. Trình duyệt sắp chết."
    )
    expect(elsewhere.locator(KEPT)).to_contain_text("tự giữ lúc")
    elsewhere.close()
    OpenForm.objects.update(beat_at=Now() - OpenForm.objects.all().ALIVE)  # nobody sits there any more
    other = actor()
    sign_in(other, "thuky")
    other.goto(change(story))
    other.get_by_role("link", name="So với bản đã lưu").click()
    expect(other.locator("ins", has_text="Trình duyệt sắp chết.")).to_be_visible()
