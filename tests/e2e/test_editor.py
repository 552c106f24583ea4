"""The story editor in a real browser, under the desk's Content-Security-Policy.

The fixture `page` fails a test on whatever the policy refuses, on script errors and on requests to other hosts.
"""

import pytest
from playwright.sync_api import expect

WORD = (
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·"
    "<span style='font:7.0pt'>&nbsp;&nbsp;</span></span><![endif]>Vàng<o:p></o:p></p>"
    "<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Đậm</b><span style='color:red'> đỏ</span></p>"
)
PASTE = """html => {
    const editor = CKEDITOR.instances.id_body;
    editor.focus();
    const clipboardData = new editor.window.$.DataTransfer();
    clipboardData.setData("text/html", html);
    editor.editable().$.dispatchEvent(
        new editor.window.$.ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def story_page(page, settings):
    """The page with its editor ready."""
    settings.ROOT_URLCONF = "tests.e2e.editor_page"
    page.goto("/admin/editor/")
    page.locator(".editor-words").wait_for()
    return page


def saved(page):
    page.get_by_role("button", name="Save").click()
    page.wait_for_load_state()
    return page.locator("pre").inner_text()


def test_editor_takes_what_is_typed(story_page):
    story_page.frame_locator(".cke_wysiwyg_frame").locator("body").click()
    story_page.keyboard.type("Đất và Người")
    story_page.keyboard.press("Enter")
    story_page.keyboard.type("hai")

    story_page.locator(".editor-words", has_text="4").wait_for()
    assert saved(story_page) == "<p>Đất và Người</p>\n<p>hai</p>"


def test_editor_takes_what_word_pastes(story_page):
    story_page.evaluate(PASTE, WORD)
    story_page.frame_locator(".cke_wysiwyg_frame").locator("strong").wait_for()

    assert saved(story_page) == "<ul><li>Vàng</li></ul>\n<p><strong>Đậm</strong> đỏ</p>"


TRACKED = (
    "<p class=MsoNormal>Đê dài <del cite='mailto:Mai' datetime='2026-11-20T08:00'>ba &lt;b&gt;</del>"
    "<ins cite='mailto:Mai' datetime='2026-11-20T08:00'>năm</ins> cây số<span class=msoDel> rưỡi</span>.</p>"
)


def test_tracked_changes_of_word_are_told_with_what_was_struck_out(story_page):
    story_page.evaluate(PASTE, TRACKED)
    warning = story_page.locator(".cke_notification_warning")

    expect(warning).to_contain_text("“ba <b>”, “rưỡi”")
    story_page.wait_for_timeout(6000)  # what CKEditor only informs of goes by itself
    expect(warning).to_be_visible()
    assert saved(story_page) == "<p>Đê dài ba &lt;b&gt;năm cây số rưỡi.</p>"


def test_insertions_of_word_are_told_and_ordinary_text_is_not(story_page):
    story_page.evaluate(PASTE, WORD)
    story_page.frame_locator(".cke_wysiwyg_frame").locator("strong").wait_for()
    expect(story_page.locator(".cke_notification")).to_have_count(0)

    story_page.evaluate(PASTE, "<p class=MsoNormal>Đê <ins datetime='2026-11-20T08:00'>dài</ins>.</p>")

    expect(story_page.locator(".cke_notification_warning")).to_have_count(1)


def test_editor_uploads_a_picture_with_the_token_of_its_form(story_page):
    picture = {"name": "a.png", "mimeType": "image/png", "buffer": b"not looked at here"}
    story_page.locator(".cke_button__image").click()
    story_page.locator(".cke_dialog_tab:visible").nth(1).click()
    story_page.frame_locator("iframe.cke_dialog_ui_input_file").locator("input[type=file]").set_input_files(picture)
    with story_page.expect_response("**/upload/") as response:
        story_page.locator(".cke_dialog_ui_fileButton:visible").click()
    address, description, width = (
        story_page.locator("input.cke_dialog_ui_input_text:visible").nth(n) for n in range(3)
    )
    expect(address).to_have_value("/media/a.png")
    expect(width).to_have_value("30")
    description.fill("Núi")
    story_page.locator(".cke_dialog_ui_button_ok").click()

    assert response.value.status == 200
    assert saved(story_page) == '<p><img alt="Núi" height="20" src="/media/a.png" width="30"></p>'


@pytest.mark.parametrize("button", ["image", "link", "table", "find", "specialchar"])
def test_editor_opens_its_dialogs(story_page, button):
    story_page.locator(f".cke_button__{button}").click()

    expect(story_page.locator(".cke_dialog:visible")).to_have_count(1)


def test_editor_offers_three_levels_of_heading(story_page):
    story_page.locator(".cke_combo__format .cke_combo_button").click()

    formats = story_page.frame_locator("iframe.cke_panel_frame").locator(".cke_panel_listItem")
    expect(formats.locator("p, h1, h2, h3, h4")).to_have_count(4)
    expect(formats.locator("h2, h3, h4")).to_have_count(3)


def test_editor_marks_a_picture_as_wide(story_page):
    story_page.evaluate("""() => CKEDITOR.instances.id_body.setData(
        '<figure class="image"><img src="/media/a.png" alt="a"><figcaption>b</figcaption></figure>')""")
    story_page.frame_locator(".cke_wysiwyg_frame").locator("figure img").click()
    story_page.locator(".cke_combo__styles .cke_combo_button").click()
    story_page.frame_locator("iframe.cke_panel_frame").locator(".cke_panel_listItem a:visible").click()

    figure = '<figure class="image wide"><img alt="a" src="/media/a.png"><figcaption>b</figcaption></figure>'
    assert saved(story_page) == figure
