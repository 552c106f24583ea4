"""No word is lost: network and server go, the sign-in runs out, the browser dies; two people write at once."""

import pytest
from playwright.sync_api import expect

from articles import actions
from articles.models import Article, OpenForm
from newsroom.desk import roles
from newsroom.desk.models import DeskSession
from tests.e2e.test_main_job import sign_in
from tests.e2e.test_story_form import change, opened
from tests.factories.articles import PenNameFactory, SectionFactory
from tests.factories.desk import UserFactory

KEPT = "[data-autosave]"


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


@pytest.fixture
def form(page, reporter, story):
    sign_in(page, "phongvien")
    return at_rest(opened(page, change(story)))


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


def test_what_is_typed_is_on_the_server_and_not_in_the_story(form, story):
    form.locator("#id_title").fill("Đê sụt ba điểm")
    type_at_end_of(form, 0, " Xã họp khẩn.")

    held = eventually(form, lambda: "nhanh. Xã họp khẩn." in (typed(story) or {"body": ""})["body"] and typed(story))
    assert held["title"] == "Đê sụt ba điểm"
    expect(form.locator(KEPT)).to_contain_text("tự giữ lúc")
    assert Article.objects.get(pk=story.pk).version == 1


def test_byline_is_kept_too(form, story):
    name = PenNameFactory(name="Hương Lan")
    form.locator(".add-row a").click()
    form.locator("#bylines-group .select2-selection").last.click()
    form.locator(".select2-search__field").last.fill("Hương")
    form.locator(".select2-results__option", has_text="Hương Lan").click()

    held = eventually(form, lambda: "bylines-0-pen_name" in (typed(story) or {}) and typed(story))
    assert held["bylines-0-pen_name"] == str(name.pk)


def test_network_cut_while_typing_loses_nothing(form, story):
    form.context.set_offline(True)
    type_at_end_of(form, 1, " Mất mạng rồi.")
    expect(form.locator(KEPT)).to_contain_text("giữ trong trình duyệt")

    form.context.set_offline(False)

    assert eventually(form, lambda: "Mất mạng rồi." in (typed(story) or {"body": ""})["body"])


def test_page_closed_while_the_server_is_gone_is_found_again(form, story):
    form.route("**/beat/", lambda route: route.abort())
    type_at_end_of(form, 1, " Máy chủ tắt.")
    expect(form.locator(KEPT)).to_contain_text("giữ trong trình duyệt")
    again = form.context.new_page()
    form.close(run_before_unload=False)
    assert typed(story) is None

    again.goto(change(story))

    again.get_by_role("link", name="Xem chỗ khác").click()
    expect(again.locator("ins", has_text="Máy chủ tắt.")).to_be_visible()
    again.get_by_role("button", name="Đưa lại vào biểu mẫu").click()
    expect(text_of(again).locator("p").nth(1)).to_have_text("Dân quân trực đêm ở ba chốt canh. Máy chủ tắt.")
    assert Article.objects.get(pk=story.pk).version == 1
    again.get_by_role("button", name="Lưu", exact=True).click()
    expect(again.locator(".messagelist")).to_be_visible()
    assert "Máy chủ tắt." in Article.objects.get(pk=story.pk).body
    assert typed(story) is None


def test_sign_in_that_ran_out_keeps_the_text_and_goes_on_after_the_next(form, story):
    DeskSession.objects.all().delete()
    type_at_end_of(form, 0, " Hết phiên.")
    expect(form.locator(KEPT)).to_contain_text("Hết phiên đăng nhập")

    with form.context.expect_page() as tab:
        form.get_by_role("link", name="Đăng nhập lại").click()
    login = tab.value
    login.fill("#id_username", "phongvien")
    login.fill("#id_password", "secret")
    login.get_by_role("button", name="Đăng nhập").click()
    login.wait_for_url("**/admin/account/")

    type_at_end_of(form, 0, " Gõ tiếp.")
    assert eventually(form, lambda: "Hết phiên. Gõ tiếp." in (typed(story) or {"body": ""})["body"])
    form.get_by_role("button", name="Lưu", exact=True).click()
    expect(form.locator(".messagelist")).to_be_visible()
    assert "Hết phiên. Gõ tiếp." in Article.objects.get(pk=story.pk).body


def test_two_people_see_each_other_and_write_different_paragraphs(form, actor, story, chief):
    other = actor()
    sign_in(other, "thuky")
    at_rest(opened(other, change(story)))
    expect(other.locator("[data-presence]")).to_contain_text("Trần Mai")
    type_at_end_of(other, 0, " Thư ký thêm.")
    other.get_by_role("button", name="Lưu", exact=True).click()
    expect(other.locator(".messagelist")).to_be_visible()

    type_at_end_of(form, 1, " Phóng viên thêm.")
    form.get_by_role("button", name="Lưu", exact=True).click()

    expect(form.locator(".messagelist")).to_contain_text("Lê Bình")
    body = Article.objects.get(pk=story.pk).body
    assert "nhanh. Thư ký thêm." in body
    assert "canh. Phóng viên thêm." in body


def test_two_people_write_the_same_sentence_and_one_chooses(form, actor, story, chief):
    other = actor()
    sign_in(other, "thuky")
    at_rest(opened(other, change(story)))
    type_at_end_of(other, 0, " Bản thư ký.")
    other.get_by_role("button", name="Lưu", exact=True).click()
    expect(other.locator(".messagelist")).to_be_visible()

    type_at_end_of(form, 0, " Bản phóng viên.")
    form.get_by_role("button", name="Lưu", exact=True).click()
    expect(form.locator(".collision")).to_have_count(1)
    form.get_by_label("Bản Lê Bình đã lưu").check()
    form.get_by_role("button", name="Lưu", exact=True).click()

    expect(form.locator(".messagelist")).to_be_visible()
    assert "Bản thư ký." in Article.objects.get(pk=story.pk).body
    kept = [revision.content["body"] for revision in story.revisions.all()]
    assert any("Bản phóng viên." in body for body in kept)
    assert any("Bản thư ký." in body for body in kept)
