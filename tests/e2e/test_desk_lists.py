"""The desk's lists and the day sheet on small screens, as a finger and a keyboard meet them."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from markets.models import Quote
from newsroom.desk import roles
from tests.e2e.test_main_job import sign_in
from tests.factories.articles import PenNameFactory, PersonFactory, SectionFactory, TagFactory
from tests.factories.desk import UserFactory
from tests.factories.markets import GroupFactory, InstrumentFactory, QuoteFactory
from tests.factories.photos import PhotoFactory
from tests.factories.polls import PollFactory

LISTS = [
    "articles_penname", "articles_person", "articles_section", "articles_tag", "markets_group", "markets_instrument",
    "markets_quote", "photos_photo", "polls_poll",
]  # fmt: skip
FINGER = 44  # pixels


@pytest.fixture
def desk(page):
    """The desk chief's page, with a row of long words in every list."""
    chief = UserFactory(username="thuky", last_name="Nguyễn Thị Hoàng Phương", first_name="Thảo",
                        roles=[roles.DESK_CHIEF])  # fmt: skip
    long = "Một tên gọi rất dài của chuyện đồng áng, làng nghề và chợ phiên ven sông"
    person = PersonFactory(full_name=long, account=chief)
    PenNameFactory(name=long, slug="-".join(["rat-dai"] * 12), person=person)
    SectionFactory(name=long, parent=SectionFactory())
    TagFactory(name=long, slug="-".join(["rat-dai"] * 12))
    QuoteFactory(instrument__name=long, instrument__group__name=long, source__name=long, entered_by=chief)
    PhotoFactory(caption=long, credit=long, created_by=chief)
    PollFactory(question=long, closed=True, on_front=True)
    sign_in(page, "thuky")
    return page


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_lists_fit_their_screen(desk, width):
    """On a phone the table too, which otherwise may scroll in its frame."""
    desk.set_viewport_size({"width": width, "height": 800})
    for name in LISTS:
        desk.goto(reverse(f"admin:{name}_changelist"))

        assert desk.evaluate("document.documentElement.scrollWidth") <= width, name
        hidden = desk.locator(".results").evaluate("frame => frame.scrollWidth - frame.clientWidth")
        assert hidden == 0 or width > 360, name


def test_row_on_a_phone_opens_wherever_it_is_touched(desk):
    desk.set_viewport_size({"width": 360, "height": 740})
    for name in sorted(set(LISTS) - {"photos_photo"}):
        desk.goto(reverse(f"admin:{name}_changelist"))
        row = desk.locator("#result_list tbody tr").first
        row.scroll_into_view_if_needed()
        place = row.bounding_box()
        assert place["height"] >= FINGER, name

        desk.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] - 4)

        desk.wait_for_url("**/change/*")


def test_box_on_a_phone_is_ticked_by_a_finger(desk):
    desk.set_viewport_size({"width": 360, "height": 740})
    desk.goto(reverse("admin:articles_tag_changelist"))
    box = desk.locator(".action-select")
    place = box.bounding_box()

    desk.mouse.click(place["x"] + place["width"] + 8, place["y"] + place["height"] + 8)

    expect(box).to_be_checked()


def test_filters_on_a_phone_are_a_sheet_of_their_own(desk):
    desk.set_viewport_size({"width": 360, "height": 740})
    desk.goto(reverse("admin:polls_poll_changelist"))
    filters = desk.locator("#list-filters")
    expect(filters).to_be_hidden()

    desk.locator(".list-tools__filter").click()
    choice = filters.locator("a[href*='state=closed']")
    assert choice.bounding_box()["height"] >= FINGER
    choice.click()

    desk.wait_for_url("**/?state=closed")
    expect(desk.locator(".list-tools__on")).to_be_visible()


def test_filters_stand_beside_the_list_where_there_is_room(desk):
    desk.set_viewport_size({"width": 1440, "height": 900})
    desk.goto(reverse("admin:polls_poll_changelist"))

    expect(desk.locator("#list-filters")).to_be_visible()
    expect(desk.locator(".list-tools__filter")).to_be_hidden()
    table, filters = desk.locator("#result_list").bounding_box(), desk.locator("#list-filters").bounding_box()
    assert filters["x"] >= table["x"] + table["width"]


@pytest.mark.parametrize("width", [360, 1440])
def test_enter_on_the_day_sheet_goes_from_price_to_price_and_records_nothing(page, width):
    UserFactory(username="thuky", roles=[roles.DESK_CHIEF])
    group = GroupFactory()
    gold, fuel = InstrumentFactory(group=group), InstrumentFactory(group=group, single=True)
    page.set_viewport_size({"width": width, "height": 800})
    sign_in(page, "thuky")
    page.goto(reverse("admin:markets_group_sheet", args=[group.pk]))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("#id_source").fill("Cửa hàng A")

    page.locator(f"#id_instrument-{gold.pk}-buy").focus()
    for typed, key in (("148.000.000", "Tab"), ("150.000.000", "Enter"), ("20.000", "Enter")):
        page.keyboard.type(typed)
        page.keyboard.press(key)

    expect(page.locator(f"#id_instrument-{fuel.pk}-price")).to_have_value("20.000")
    expect(page.locator(".day-sheet [type=submit]")).to_be_focused()
    assert not Quote.objects.exists()
    page.keyboard.press("Enter")
    page.locator(".messagelist .success").wait_for()
    assert Quote.objects.count() == 2
