"""Notes beside the story in a real browser: on a passage, without saving the story, without losing a word."""

import pytest
from playwright.sync_api import expect

from articles import notes, passage
from articles.models import Article, Note
from articles.workflow import Status
from newsroom.desk import roles
from tests.e2e.test_main_job import sign_in
from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory
from tests.factories.desk import UserFactory

BODY = (
    "<p>Đường đê sụt 12 m ở thôn <strong>Đoài</strong>.</p><h2>Chỗ thứ hai</h2>"
    "<p>Xã cắm biển. Đường đê sụt 15 m ở thôn Bến.</p>"
    "<table><tbody><tr><td>Đoài</td><td>12 m</td></tr></tbody></table><ul><li>một</li><li>hai</li></ul>"
)
PASSAGES = [
    ("sụt 12 m", "Đường đê", "ở thôn"), ("sụt 12 m", "", ""), ("Đường đê sụt", "Xã cắm biển.", "15 m"),
    ("Đường đê sụt", "", "12 m"), ("Đoài. Chỗ thứ hai Xã", "ở thôn", "cắm"), ("Đoài 12 m", "Bến.", "một"),
    ("một hai", "Đoài 12 m", ""), ("không có", "", ""), ("Bến. Đoài 12 m một hai", "khác", "khác"),
    ("Chỗ thứ hai Xã cắm biển. Đường đê sụt 15 m", "khác", "khác"),
]  # fmt: skip


@pytest.fixture
def section():
    return SectionFactory()


@pytest.fixture
def editor(section):
    user = UserFactory(username="bientap", first_name="Biên", last_name="Hà Thị", roles=[roles.EDITOR])
    user.sections_edited.add(section)
    return user


@pytest.fixture
def reporter():
    return UserFactory(username="phongvien", first_name="Duy", last_name="Đào Văn", roles=[roles.REPORTER])


@pytest.fixture
def story(section, reporter):
    return ArticleFactory(
        section=section, created_by=reporter, status=Status.SUBMITTED, body=BODY, signed=[PenNameFactory()]
    )


@pytest.fixture
def form(page, editor, story):
    """The story form of the editor, ready to write in."""
    sign_in(page, "bientap")
    return opened(page, story)


def opened(page, story):
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    text(page).wait_for()
    page.locator(".cke_button__note").wait_for()
    return page


def text(page):
    return page.frame_locator("#cke_id_body iframe").locator("body[contenteditable=true]")


def select(page, words):
    """Select `words`, which stand in one text node of the editor."""
    text(page).evaluate(
        """(body, words) => {
            const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
            while (!walker.nextNode().data.includes(words));
            const range = body.ownerDocument.createRange();
            range.setStart(walker.currentNode, walker.currentNode.data.indexOf(words));
            range.setEnd(walker.currentNode, walker.currentNode.data.indexOf(words) + words.length);
            const selection = body.ownerDocument.defaultView.getSelection();
            body.focus();
            selection.removeAllRanges();
            selection.addRange(range);
        }""",
        words,
    )


def selected(page):
    return text(page).evaluate("body => body.ownerDocument.defaultView.getSelection().toString()")


def type_note(page, words):
    page.locator("#note-new").fill(words)
    page.locator(".notes__new [type=submit]").click()


def test_browser_finds_passages_as_the_server_does(form):
    read = form.evaluate("() => passages.read().text")
    found = form.evaluate("all => all.map((one) => passages.find(passages.read().text, ...one))", PASSAGES)

    assert read == passage.plain(BODY)
    places = [passage.find(read, *one) for one in PASSAGES]
    assert found == [-1 if place is None else place for place in places]
    assert -1 in found
    assert len({place for place in found if place >= 0}) > 4


def test_note_on_a_passage_is_sent_without_saving_or_losing_the_story(form, story):
    form.locator("#id_title").fill("Tiêu đề đang gõ dở")
    select(form, "sụt 15 m")
    form.locator(".cke_button__note").click()
    expect(form.locator("[data-note-chosen]")).to_contain_text("sụt 15 m")
    type_note(form, "Ai đo?")

    expect(form.locator(".note__text")).to_have_text("Ai đo?")
    expect(form.locator("#id_title")).to_have_value("Tiêu đề đang gõ dở")
    expect(form.locator("[data-unsaved]")).to_be_visible()
    expect(form.locator("#note-new")).to_have_value("")
    expect(form.locator("[data-note-chosen]")).to_be_hidden()
    note = Note.objects.get()
    assert (note.quote, note.before, note.after) == ("sụt 15 m", "m biển. Đường đê", "ở thôn Bến. Đoài")
    assert Article.objects.get().title == story.title
    assert Article.objects.get().body == story.body


def test_click_on_the_quotation_selects_the_passage(form, story, editor):
    notes.write(story, by=editor, text="Ai đo?", quote="Đường đê sụt", before="Xã cắm biển.", after="15 m")
    opened(form, story)

    form.locator("[data-passage]").click()

    assert selected(form) == "Đường đê sụt"
    after = text(form).evaluate(
        "body => { const range = body.ownerDocument.defaultView.getSelection().getRangeAt(0);"
        "return range.endContainer.data.slice(range.endOffset, range.endOffset + 5); }"
    )
    assert after == " 15 m"


def test_note_says_so_while_its_passage_is_being_rewritten(form, story, editor):
    notes.write(story, by=editor, text="Ai đo?", quote="sụt 12 m", before="Đường đê", after="ở thôn")
    opened(form, story)
    expect(form.locator(".note__changed")).to_be_hidden()

    select(form, "12")
    form.keyboard.type("13")
    expect(form.locator(".note__changed")).to_be_visible()

    form.keyboard.press("Control+z")
    expect(form.locator(".note__changed")).to_be_hidden()


def test_note_that_is_being_typed_outlives_a_save_of_the_story(form):
    select(form, "sụt 12 m")
    form.locator("[data-note-passage]").click()
    form.locator("#note-new").fill("Đang nghĩ dở")
    form.locator(".story-actions button.default").click()
    form.locator(".messagelist .success").wait_for()

    expect(form.locator("#note-new")).to_have_value("Đang nghĩ dở")
    expect(form.locator("[data-note-chosen]")).to_contain_text("sụt 12 m")
    assert not Note.objects.exists()


def test_note_that_cannot_be_sent_stays_where_it_was_typed(form):
    form.route("**/notes/", lambda route: route.abort())
    type_note(form, "Mạng đứt giữa chừng")

    expect(form.locator("[data-notes-status]")).not_to_be_empty()
    expect(form.locator("#note-new")).to_have_value("Mạng đứt giữa chừng")
    form.unroute("**/notes/")
    form.locator(".notes__new [type=submit]").click()
    expect(form.locator(".note__text")).to_have_text("Mạng đứt giữa chừng")
    assert Note.objects.count() == 1


def test_note_after_the_session_ended_is_not_lost(form):
    form.context.clear_cookies()
    type_note(form, "Phiên đã hết")

    expect(form.locator("[data-notes-status]")).not_to_be_empty()
    expect(form.locator("#note-new")).to_have_value("Phiên đã hết")


def test_thread_is_answered_edited_settled_and_deleted_on_the_page(form, story, reporter):
    notes.write(story, by=reporter, text="Nên hỏi thêm xã?")
    opened(form, story)
    form.locator(".note__buttons summary").click()
    form.locator("[name^=answer-]").fill("Hỏi đi")
    form.locator("[name=answers]").click()
    expect(form.locator(".note__answers .note__text")).to_have_text("Hỏi đi")

    form.locator(".note__own summary").click()
    form.locator(".note__own textarea").fill("Hỏi cả đơn vị quản lý")
    form.locator("[value=edit]").click()
    expect(form.locator(".note__answers .note__text")).to_have_text("Hỏi cả đơn vị quản lý")

    form.locator("[value=resolve]").click()
    form.locator(".notes__resolved summary").first.click()
    form.locator("[value=reopen]").click()
    form.locator("[value=resolve]").wait_for()
    form.locator(".note__own summary").click()
    form.locator("[value=delete]").click()
    expect(form.locator(".note__answers")).to_have_count(0)
    expect(form.locator(".note__text")).to_have_text("Nên hỏi thêm xã?")


def test_names_are_completed_by_keyboard(form, reporter):
    form.locator("#note-new").click()
    form.keyboard.type("Nhờ @đào")
    expect(form.locator(".mentions [role=option]")).to_have_count(1)
    form.keyboard.press("Enter")

    expect(form.locator("#note-new")).to_have_value("Nhờ @phongvien ")
    form.keyboard.type("xem @")
    expect(form.locator(".mentions [role=option]")).to_have_count(1)
    form.keyboard.press("Escape")
    expect(form.locator(".mentions")).to_have_count(0)
    form.locator(".notes__new [type=submit]").click()
    expect(form.locator(".note .mention")).to_have_text("@phongvien")


def test_who_may_only_read_the_story_notes_a_passage_too(page, story, reporter):
    sign_in(page, "phongvien")
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    page.locator(".reading__body h2").select_text()
    page.locator("[data-note-passage]").click()
    type_note(page, "Tít phụ này do ai đặt?")

    expect(page.locator("[data-passage]")).to_have_text("Chỗ thứ hai")
    page.locator("[data-passage]").click()
    assert page.evaluate("() => getSelection().toString()").strip() == "Chỗ thứ hai"


def test_notes_work_without_scripts(actor, story, editor):
    page = actor(java_script_enabled=False)
    sign_in(page, "bientap")
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    type_note(page, "Không có script")

    expect(page.locator(".note__text")).to_have_text("Không có script")
    page.locator("[value=resolve]").click()
    expect(page.locator(".note--resolved")).to_have_count(1)
