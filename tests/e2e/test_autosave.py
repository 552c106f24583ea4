"""No word is lost: network and server go, the sign-in runs out, the browser dies; two people write at once."""

import time

import pytest
from playwright.sync_api import expect

from articles.models import Article
from newsroom.desk import roles
from newsroom.desk.models import DeskSession
from tests.e2e.test_main_job import sign_in
from tests.e2e.test_story_form import change, opened
from tests.e2e.writing import KEPT, at_rest, body_kept, eventually, sign_in_again, text_of, type_at_end_of, typed
from tests.factories.articles import PenNameFactory
from tests.factories.desk import UserFactory


@pytest.fixture
def form(page, reporter, story):
    sign_in(page, "phongvien")
    return at_rest(opened(page, change(story)))


def test_what_is_typed_is_on_the_server_and_not_in_the_story(form, story):
    form.locator("#id_title").fill("Đê sụt ba điểm")
    type_at_end_of(form, 0, " Xã họp khẩn.")

    eventually(form, lambda: "nhanh. Xã họp khẩn." in body_kept(story))
    assert typed(story)["title"] == "Đê sụt ba điểm"
    expect(form.locator(KEPT)).to_contain_text("tự giữ lúc")
    assert Article.objects.get(pk=story.pk).version == 1


def test_last_key_is_on_the_server_within_three_seconds(form, story):
    type_at_end_of(form, 0, " Xã họp khẩn.")
    pressed = time.monotonic()

    while "nhanh. Xã họp khẩn." not in body_kept(story):
        assert time.monotonic() - pressed < 3
        form.wait_for_timeout(50)


def test_steady_typing_is_on_the_server_every_fifteen_seconds(form, story):
    type_at_end_of(form, 0, " ")
    typed_at = []  # for each letter, when it was pressed
    while not typed_at or time.monotonic() - typed_at[0] < 20:
        form.keyboard.type("x")
        typed_at.append(time.monotonic())
        late = [moment for moment in typed_at[body_kept(story).count("x") :] if typed_at[-1] - moment > 15]
        assert late == []
        form.wait_for_timeout(300)

    assert 0 < body_kept(story).count("x") < len(typed_at)  # it never rested


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

    assert eventually(form, lambda: "Mất mạng rồi." in body_kept(story))


def test_page_closed_while_the_server_is_gone_is_found_again(form, story):
    form.route("**/beat/", lambda route: route.abort())
    type_at_end_of(form, 1, " Máy chủ tắt.")
    expect(form.locator(KEPT)).to_contain_text("giữ trong trình duyệt")
    again = form.context.new_page()
    form.close(run_before_unload=False)
    assert typed(story) is None

    again.goto(change(story))

    again.get_by_role("link", name="So với bản đã lưu").click()
    expect(again.locator("ins", has_text="Máy chủ tắt.")).to_be_visible()
    again.get_by_role("button", name="Đưa lại vào bài").click()
    expect(text_of(again).locator("p").nth(1)).to_have_text("Dân quân trực đêm ở ba chốt canh. Máy chủ tắt.")
    assert Article.objects.get(pk=story.pk).version == 1
    again.get_by_role("button", name="Lưu", exact=True).click()
    expect(again.locator(".messagelist")).to_be_visible()
    assert "Máy chủ tắt." in Article.objects.get(pk=story.pk).body
    assert typed(story) is None


def test_first_page_after_the_next_sign_in_names_what_the_browser_had_kept(form, story):
    form.route("**/beat/", lambda route: route.abort())
    type_at_end_of(form, 1, " Sập nguồn.")
    expect(form.locator(KEPT)).to_contain_text("giữ trong trình duyệt")
    desk = form.context.new_page()
    form.close(run_before_unload=False)

    desk.goto("/admin/")

    expect(desk.locator(".panel", has_text="Đã gõ")).to_contain_text("Đê sụt")
    assert "Sập nguồn." in typed(story)["body"]


def test_another_account_at_the_same_computer_sees_nothing_of_it(form, story):
    form.route("**/beat/", lambda route: route.abort())
    type_at_end_of(form, 1, " Chỉ mình tôi biết.")
    expect(form.locator(KEPT)).to_contain_text("giữ trong trình duyệt")
    DeskSession.objects.all().delete()
    UserFactory(username="nguoikhac", roles=[roles.DESK_CHIEF])
    other = form.context.new_page()
    form.close(run_before_unload=False)

    sign_in(other, "nguoikhac")
    at_rest(opened(other, change(story)))

    assert typed(story) is None
    assert "Chỉ mình tôi biết" not in other.content()


def test_sign_in_that_ran_out_keeps_the_text_and_goes_on_after_the_next(form, story):
    DeskSession.objects.all().delete()
    type_at_end_of(form, 0, " Hết phiên.")
    expect(form.locator(KEPT)).to_contain_text("Hết phiên đăng nhập")

    sign_in_again(form, "phongvien")

    type_at_end_of(form, 0, " Gõ tiếp.")
    assert eventually(form, lambda: "Hết phiên. Gõ tiếp." in body_kept(story))
    form.get_by_role("button", name="Lưu", exact=True).click()
    expect(form.locator(".messagelist")).to_be_visible()
    assert "Hết phiên. Gõ tiếp." in Article.objects.get(pk=story.pk).body


# Once the page stands: Django's own scripts cannot do without.
FORBIDDEN = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
)
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"


@pytest.mark.parametrize("storage", [FORBIDDEN, FULL])
def test_browser_that_keeps_nothing_says_so_and_the_server_keeps(page, reporter, story, storage):
    page.add_init_script(f"addEventListener('DOMContentLoaded', () => {{ {storage} }}, true)")
    sign_in(page, "phongvien")
    form = at_rest(opened(page, change(story)))
    type_at_end_of(form, 0, " Bộ nhớ đầy.")
    eventually(form, lambda: "Bộ nhớ đầy." in (typed(story) or {"body": ""})["body"])
    form.locator("[data-autosave]:not(.is-cut-off)").wait_for()

    form.context.set_offline(True)
    type_at_end_of(form, 0, " Mất mạng.")

    words = form.locator(KEPT).get_attribute("data-nowhere")
    expect(form.locator(KEPT)).to_have_text(words)


def test_clock_set_back_while_typing_loses_nothing(page, reporter, story):
    page.clock.install()
    sign_in(page, "phongvien")
    form = at_rest(opened(page, change(story)))
    type_at_end_of(form, 0, " Giờ sai.")
    page.clock.run_for(2_000)
    eventually(form, lambda: "Giờ sai." in (typed(story) or {"body": ""})["body"])

    page.evaluate("const real = Date.now; Date.now = () => real() - 3_600_000")
    type_at_end_of(form, 0, " Giờ đúng.")
    page.clock.run_for(2_000)

    assert eventually(form, lambda: "Giờ đúng." in (typed(story) or {"body": ""})["body"])


def test_answer_that_never_comes_does_not_hold_up_the_next(page, reporter, story):
    page.clock.install()
    sign_in(page, "phongvien")
    form = at_rest(opened(page, change(story)))
    held = []
    form.route("**/beat/", lambda route: route.continue_() if held else held.append(route))
    type_at_end_of(form, 0, " Mạng treo.")
    page.clock.run_for(2_000)
    assert eventually(form, lambda: held)

    page.clock.run_for(60_000)

    assert eventually(form, lambda: "Mạng treo." in (typed(story) or {"body": ""})["body"])


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
    expect(form.locator(".errornote, .errorlist.nonfield")).to_have_count(2)  # said by the choice already
    expect(form.locator(".errornote:visible, .errorlist.nonfield:visible")).to_have_count(0)
    form.get_by_label("Bản Lê Bình đã lưu").check()
    form.get_by_role("button", name="Lưu", exact=True).click()

    expect(form.locator(".messagelist")).to_be_visible()
    assert "Bản thư ký." in Article.objects.get(pk=story.pk).body
    kept = [revision.content["body"] for revision in story.revisions.all()]
    assert any("Bản phóng viên." in body for body in kept)
    assert any("Bản thư ký." in body for body in kept)
