"""What is typed into the form of a correction outlives its page, its tab, its sign-in."""

from django.urls import reverse

from articles.models import Correction
from tests.e2e.test_main_job import sign_in
from tests.e2e.writing import text_of, type_at_end_of
from tests.factories.articles import ArticleFactory

WRONG, RIGHT, SORRY = "Cầu dài 300 m.", "Cầu dài 320 m.", "Tòa soạn xin lỗi bạn đọc."


def opened(page, base, story):
    page.goto(base + reverse("admin:articles_article_correct", args=[story.pk]))
    text_of(page).wait_for()
    page.wait_for_timeout(1_500)  # the script has seen what the form holds
    return page


def test_text_that_was_never_sent_is_shown_and_put_back(page, live_server, chief):
    story = ArticleFactory(live=True, title="Cầu mới", body="<p>Cầu dài 300 m.</p>")
    sign_in(page, "thuky")
    opened(page, live_server.url, story)
    page.fill("[name=false_statement]", WRONG)
    page.fill("[name=corrected_statement]", RIGHT)
    page.fill("[name=apology]", SORRY)
    type_at_end_of(page, 0, " Sửa lại.")
    page.wait_for_timeout(1_500)

    page.context.clear_cookies()  # the session is over, and with it the form
    page.get_by_role("button", name="Sửa bài và đăng cải chính").click()
    page.wait_for_load_state()
    sign_in(page, "thuky")
    opened(page, live_server.url, story)

    assert page.locator("[name=apology]").input_value() == ""
    assert SORRY in page.locator("[data-draft-words]").inner_text()
    page.get_by_role("button", name="Đưa lại vào biểu mẫu").click()
    fields = ("false_statement", "corrected_statement", "apology")
    assert [page.locator(f"[name={name}]").input_value() for name in fields] == [WRONG, RIGHT, SORRY]
    assert "Sửa lại." in text_of(page).inner_text()
    assert not Correction.objects.exists()
