"""Every attack, after the seam, on a page without any policy: nothing runs, nothing is requested."""

import pytest

from newsroom.text.richtext import clean
from tests.text.vectors import OWN_VECTORS, sample_vectors

ADDRESS = "http://paper.example/"

# Fires what waits for a reader's hand.
PROVOKE = """() => {
    for (const element of document.body.querySelectorAll("*")) {
        for (const type of ["mouseover", "mousemove", "click", "focus", "pointerenter", "keydown", "animationstart"]) {
            element.dispatchEvent(new Event(type, {bubbles: true}));
        }
    }
}"""
# Links as the browser itself reads them; those to other places are no harm until a reader follows them.
SCHEMES = "() => [...new Set([...document.links].map(link => link.protocol))]"


class Stage:
    """A page of our own that holds some HTML, cut off from the network; `events` is what it does beyond that."""

    def __init__(self, page):
        self.page, self.events, self.html = page, [], ""
        page.on("dialog", self.on_dialog)
        page.on("popup", lambda popup: self.events.append(f"popup {popup.url}"))
        page.on("pageerror", lambda error: self.events.append(f"script {error}"))
        page.context.route("**/*", self.on_request)

    def on_dialog(self, dialog):
        self.events.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def on_request(self, route):
        url = route.request.url
        if url == ADDRESS:
            route.fulfill(content_type="text/html; charset=utf-8", body=self.html)
            return
        # Pictures of our own are the one thing a story may fetch.
        if not url.startswith(f"{ADDRESS}media/"):
            self.events.append(f"request {url}")
        route.abort()

    def play(self, html):
        self.html = f"<!doctype html><title>t</title><link rel=icon href=data:,><body>{html}"
        self.page.goto(ADDRESS)
        self.page.evaluate(PROVOKE)
        self.page.wait_for_timeout(300)
        if self.page.evaluate("window.ran"):
            self.events.append("script ran")
        return self.events


@pytest.fixture
def stage(browser):
    context = browser.new_context()
    yield Stage(context.new_page())
    context.close()


def test_own_attacks_do_nothing(stage):
    assert stage.play("\n".join(map(clean, OWN_VECTORS))) == []
    assert set(stage.page.evaluate(SCHEMES)) <= {"http:", "https:", "mailto:", "tel:"}


def test_sample_attacks_do_nothing(stage):
    assert stage.play("\n".join(map(clean, sample_vectors()))) == []
    assert set(stage.page.evaluate(SCHEMES)) <= {"http:", "https:", "mailto:", "tel:"}


@pytest.mark.parametrize(
    "vector",
    [
        "<script>window.ran = 1</script>",
        "<script>alert(1)</script>",
        "<script>throw new Error()</script>",
        "<img src=/x onerror='window.ran = 1'>",
        "<p onmouseover='window.ran = 1'>a",
        "<img src='//evil.example/x.gif'>",
        "<p style='background:url(/x.png)'>a",
    ],
)
def test_an_attack_that_is_not_cleaned_would_be_noticed(stage, vector):
    assert stage.play(vector) != []
