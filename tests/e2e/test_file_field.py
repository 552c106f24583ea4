"""Fields for a file speak the desk's language, and say what was chosen."""

from django.urls import reverse
from playwright.sync_api import expect

from tests.e2e.test_main_job import sign_in


def test_chosen_file_is_named_and_the_button_opens_the_browsers_own_choice(page, chief):
    sign_in(page, chief.username)
    page.goto(reverse("admin:photos_photo_add"))
    with page.expect_file_chooser() as chooser:
        page.locator(".file .button").click()

    chooser.value.set_files({"name": "cau.png", "mimeType": "image/png", "buffer": b"png"})

    expect(page.locator(".file")).to_contain_text("cau.png")


def test_row_that_is_added_has_a_field_of_the_same_kind(page, chief):
    sign_in(page, chief.username)
    page.goto(reverse("admin:polls_poll_add"))
    rows = page.locator(".file")
    before = rows.count()

    page.locator(".add-row a").click()

    expect(rows).to_have_count(before + 1)
    expect(rows.last.locator("label")).not_to_have_attribute("for", "")
