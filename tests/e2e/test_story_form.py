"""The story form shows what the story will look like from outside, while it is written and before anything is saved."""

import unicodedata

import pytest
from playwright.sync_api import expect

from articles.models import Article
from articles.workflow import Status
from newsroom.desk import roles
from newsroom.text.vietnamese import slugify
from tests.e2e.test_main_job import sign_in
from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory
from tests.factories.desk import UserFactory
from tests.factories.photos import PhotoFactory
from tests.text.vectors import OWN_VECTORS

TITLES = [
    "Đất và Người Ninh Bình",
    "“Giá vàng” tăng 1,2%: vì sao?",
    "ÐÊM  HOA-LƯ",
    unicodedata.normalize("NFD", "Nguyễn Ưởng thắp đèn dưới tầng hầm"),
    "Ninh\u200bBình\u00a0đẹp\tlắm\n",
    "Вода",
    "???",
    "",
    "Đường " * 40,
    "a" * 200,
]
# What may stand in a headline of ours: Latin, Greek and Cyrillic with all their marks, punctuation, signs.
LETTERS = [*range(0x530), *range(0x1E00, 0x2C00)]


@pytest.fixture
def reporter():
    return UserFactory(username="phongvien", roles=[roles.REPORTER])


@pytest.fixture
def section():
    return SectionFactory(name="Văn hóa", slug="van-hoa")


@pytest.fixture
def form(page, reporter, section):
    """The form of a new story, its editor ready."""
    sign_in(page, "phongvien")
    return opened(page, "/admin/articles/article/add/")


def opened(page, address):
    page.goto(address)
    page.frame_locator("#cke_id_body iframe").locator("body[contenteditable=true]").wait_for()
    return page


def draft(reporter, **facts):
    return ArticleFactory(created_by=reporter, status=Status.DRAFT, signed=[PenNameFactory()], **facts)


def change(story):
    return f"/admin/articles/article/{story.pk}/change/"


def choose_photo(page, caption):
    page.locator(".field-lead_photo .select2-selection").click()
    page.locator(".select2-search__field").last.fill(caption)
    page.locator(".select2-results__option", has_text=caption).click()


def test_headline_of_a_new_story_has_the_focus(form):
    form.keyboard.type("Mùa nước nổi")

    expect(form.locator("#id_title")).to_have_value("Mùa nước nổi")


def test_address_follows_headline_and_section(form):
    address = form.locator("[data-address]")
    expect(address).to_have_text("")

    form.locator("#id_title").fill("Đất và Người Ninh Bình")
    expect(address).to_contain_text("/…/dat-va-nguoi-ninh-binh-…/")

    form.locator("#id_section").select_option(label="Văn hóa")
    expect(address).to_contain_text("/van-hoa/dat-va-nguoi-ninh-binh-…/")

    form.locator("#id_slug").fill("dat-nguoi")
    expect(address).to_contain_text("/van-hoa/dat-nguoi-…/")


def test_address_that_is_shown_is_the_one_that_is_saved(form):
    form.locator("#id_title").fill("Đêm hội Hoa Lư: “rồng” lửa")
    form.locator("#id_section").select_option(label="Văn hóa")
    shown = form.locator("[data-address]").inner_text()
    form.locator(".story-actions button.default").click()
    form.wait_for_url("**/change/")

    story = Article.objects.get()
    assert shown.endswith(story.get_absolute_url().replace(f"-{story.pk}/", "-…/"))


def test_address_of_a_draft_goes_on_following_its_headline(form, reporter, section):
    story = draft(reporter, section=section, title="Tít cũ", slug="tit-cu")
    opened(form, change(story))
    form.locator("#id_title").fill("Tít mới")
    expect(form.locator("[data-address]")).to_contain_text(f"/van-hoa/tit-moi-{story.pk}/")
    form.locator(".story-actions button.default").click()
    form.locator(".messagelist .success").wait_for()

    story.refresh_from_db()
    assert story.slug == "tit-moi"


def test_slug_in_the_browser_is_the_servers(form):
    letters = [chr(code) for code in LETTERS if unicodedata.category(chr(code)) != "Cn"]
    texts = [*TITLES, *OWN_VECTORS, *letters, *(f"a{letter}b" for letter in letters)]

    slugs = form.evaluate("texts => texts.map((text) => slugify(text))", texts)

    pairs = zip(texts, slugs, strict=True)
    assert len(letters) > 3_000
    assert [(text, slug) for text, slug in pairs if slug != slugify(text)] == []


def test_share_card_follows_the_typing(form):
    card = form.locator(".share-card")
    form.locator("#id_title").fill("Mùa nước nổi")
    expect(card.locator(".share-card__title")).to_have_text("Mùa nước nổi")

    form.frame_locator("#cke_id_body iframe").locator("body").click()
    form.keyboard.type("Nước lên từ đêm.")
    expect(card.locator(".share-card__text")).to_have_text("Nước lên từ đêm.")

    form.locator("#id_standfirst").fill("Cả xã ra đồng.")
    expect(card.locator(".share-card__text")).to_have_text("Cả xã ra đồng.")


def test_long_headline_and_standfirst_take_two_lines_of_the_card(form):
    form.locator("#id_title").fill("Đường đê qua ba thôn ven sông " * 6)
    form.locator("#id_standfirst").fill("Xã đã cắm biển và chờ đơn vị quản lý. " * 8)

    for place in ("title", "text"):
        lines = form.locator(f".share-card__{place}").evaluate(
            "line => line.offsetHeight / parseFloat(getComputedStyle(line).lineHeight)"
        )
        assert round(lines, 1) == 2


def test_chosen_photo_is_shown_with_its_own_words_before_saving(form):
    photo = PhotoFactory(caption="Hội Gióng", credit="Thạo Hoàng", alt="Người đi trẩy hội")

    choose_photo(form, "Hội Gióng")

    for frame in (".lead-photo img", ".share-card__picture img"):
        expect(form.locator(frame)).to_have_attribute("src", f"/media/{photo.folder}/w960.webp")
    for field, words in (("caption", "Hội Gióng"), ("credit", "Thạo Hoàng"), ("alt", "Người đi trẩy hội")):
        expect(form.locator(f"#id_lead_{field}")).to_have_attribute("placeholder", words)
        expect(form.locator(f"#id_lead_{field}")).to_have_value("")


def test_photo_taken_away_leaves_nothing_behind(form, reporter, section):
    story = draft(reporter, section=section, lead_photo=PhotoFactory(caption="Hội Gióng"))
    opened(form, change(story))
    expect(form.locator("#id_lead_caption")).to_have_attribute("placeholder", "Hội Gióng")

    form.locator(".field-lead_photo .select2-selection__clear").click()

    expect(form.locator(".share-card__picture img")).to_have_count(0)
    expect(form.locator(".lead-photo img")).to_have_count(0)
    expect(form.locator("#id_lead_caption")).to_have_attribute("placeholder", "")


def test_previews_do_not_count_as_something_typed(form, reporter, section):
    asked = []
    story = draft(reporter, section=section, lead_photo=PhotoFactory(caption="Hội Gióng"))
    opened(form, change(story))
    form.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    expect(form.locator("#id_lead_caption")).to_have_attribute("placeholder", "Hội Gióng")
    expect(form.locator(".share-card__title")).to_have_text(story.title)

    expect(form.locator("[data-unsaved]")).to_be_hidden()
    form.locator("#id_kicker").click()  # browsers ask only where something was touched
    form.goto("/admin/")
    assert asked == []


def test_published_story_shows_its_address_plainly(page, section):
    UserFactory(username="thuky", roles=[roles.DESK_CHIEF])
    story = ArticleFactory(live=True, section=section, signed=[PenNameFactory()])
    sign_in(page, "thuky")
    opened(page, change(story))

    expect(page.locator(".address a")).to_have_attribute("href", story.get_absolute_url())
    page.locator("#id_title").fill("Tít khác hẳn")
    expect(page.locator(".address a")).to_contain_text(story.get_absolute_url())


def chosen_theme(page, theme):
    page.evaluate("theme => localStorage.setItem('theme', theme)", theme)
    page.reload()
    page.frame_locator("#cke_id_body iframe").locator("body[contenteditable=true]").wait_for()


def colour(locator, name):
    return locator.evaluate("(element, name) => getComputedStyle(element)[name]", name)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("button", ["table", "link", "image"])
def test_dialogs_of_the_editor_wear_the_theme(form, theme, button):
    chosen_theme(form, theme)
    paper, ink = (colour(form.locator("body"), name) for name in ("backgroundColor", "color"))

    form.locator(f".cke_button__{button}").click()
    dialog = form.locator(".cke_dialog:visible")
    field = dialog.locator("input.cke_dialog_ui_input_text:visible").first

    assert colour(dialog.locator(".cke_dialog_body"), "backgroundColor") == paper
    assert colour(dialog.locator(".cke_dialog_title"), "color") == ink
    assert colour(field, "color") == ink
    assert colour(field, "backgroundColor") == colour(form.locator("#id_title"), "backgroundColor")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_lists_of_the_editor_wear_the_theme(form, theme):
    chosen_theme(form, theme)
    paper, ink = (colour(form.locator("body"), name) for name in ("backgroundColor", "color"))

    form.locator(".cke_combo__format .cke_combo_button").click()
    inside = form.frame_locator("iframe.cke_panel_frame")
    inside.locator(".cke_panel_listItem").first.wait_for()

    assert colour(inside.locator("html"), "backgroundColor") == paper
    assert colour(inside.locator("body"), "color") == ink


@pytest.mark.parametrize("button", ["table", "link"])
def test_keyboard_sees_where_it_is_in_a_dialog(form, button):
    form.locator(f".cke_button__{button}").click()
    dialog = form.locator(".cke_dialog:visible")
    dialog.wait_for()
    form.keyboard.press("Tab")

    focused = dialog.locator(":focus")
    assert colour(focused, "outlineStyle") == "solid"
    assert colour(focused, "outlineWidth") == "2px"


def test_fields_and_buttons_are_large_enough_for_a_thumb(form):
    form.set_viewport_size({"width": 360, "height": 740})

    targets = "button, select, textarea, input, .select2-selection, .cke_button, .related-widget-wrapper-link"
    heights = form.evaluate(
        """targets => [...document.querySelectorAll(`#content :is(${targets})`)]
            .filter((target) => target.offsetWidth > 1 && target.checkVisibility({ visibilityProperty: true }))
            .filter((target) => !target.closest(".select2-selection__rendered"))
            .map((target) => [target.id || target.className, target.getBoundingClientRect().height])""",
        targets,
    )

    assert len(heights) > 25
    assert [target for target in heights if target[1] < 44] == []
