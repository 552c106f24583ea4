"""What tests do at a story form that keeps by itself what is typed."""

from articles.models import OpenForm

KEPT = "[data-autosave]"
"""Where the form says what became of what is typed."""


def at_rest(page):
    """The script has seen what the form holds before anything is typed."""
    page.locator("[data-autosave][data-ready]").wait_for(state="attached")
    return page


def text_of(page):
    return page.frame_locator("#cke_id_body iframe").locator("body")


def type_at_end_of(page, paragraph, words):
    text_of(page).locator("p").nth(paragraph).click()
    page.keyboard.press("End")
    page.keyboard.type(words)


def typed(story):
    held = OpenForm.objects.filter(article=story).unsaved().first()
    return held and dict(held.typed)


def eventually(page, question):
    """What `question` answers as soon as it is true; the script has its own pace."""
    for _attempt in range(50):
        if answer := question():
            return answer
        page.wait_for_timeout(200)
    raise AssertionError(question())


def body_kept(story):
    """The body that the server holds of what is typed and not saved."""
    return (typed(story) or {"body": ""})["body"]


def sign_in_again(page, username):
    """From the sign that says so, in a tab of its own."""
    with page.context.expect_page() as tab:
        page.get_by_role("link", name="Đăng nhập lại").click()
    tab.value.fill("#id_username", username)
    tab.value.fill("#id_password", "secret")
    tab.value.get_by_role("button", name="Đăng nhập").click()
    tab.value.wait_for_url("**/admin/account/")
