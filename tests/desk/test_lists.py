"""The desk's lists: order, what an empty one says, search and filters. Their cost stands with each app's tests."""

import json

import pytest
from django.contrib import admin
from django.urls import reverse
from django.utils import translation

from articles.models import Article, PenName, Person, Section, Tag
from markets.models import Group, Instrument, Quote
from newsroom.desk import roles
from photos.models import Photo
from polls.models import Poll
from tests.factories.articles import ArticleFactory, PenNameFactory, PersonFactory, SectionFactory, TagFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db

NAMES = ["Trần An", "Lê Thị Ánh", "Nguyễn Ánh", "Đào Duy", "Trần Đức", "Vũ Thị Hà", "Vũ Văn Hà"]


@pytest.fixture
def chief(client):
    client.force_login(UserFactory(roles=[roles.DESK_CHIEF]))
    return client


def address(model, page="changelist", *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def shown(response):
    return [str(row) for row in response.context["cl"].result_list]


# --- Choices in forms ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("app", "model", "field", "words"),
    [
        ("articles", "assignment", "section", "Choose the section"),  # has to be chosen
        ("articles", "assignment", "assignee", "open to all"),
        ("articles", "section", "parent", "Below no other section"),
        ("articles", "person", "account", "No account yet"),
    ],
)
def test_field_that_chooses_begins_with_words(client, app, model, field, words):
    client.force_login(UserFactory(roles=[roles.DESK_CHIEF]))

    form = client.get(reverse(f"admin:{app}_{model}_add")).context["adminform"].form

    with translation.override("en"):
        assert str(form.fields[field].empty_label) == words


# --- Actions -------------------------------------------------------------------------------------------------------


def test_list_of_actions_begins_with_words(chief):
    ArticleFactory()

    choices = chief.get(address(Article)).context["action_form"].fields["action"].choices

    assert choices[0] == ("", "Chọn việc cần làm")


# --- Order ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("model", "factory", "field"), [(Person, PersonFactory, "full_name"),
                                                         (PenName, PenNameFactory, "name")])  # fmt: skip
def test_people_stand_in_the_order_of_given_names(chief, model, factory, field):
    for name in reversed(NAMES):
        factory(**{field: name})

    assert shown(chief.get(address(model))) == NAMES
    assert shown(chief.get(address(model), {"q": "Hà"})) == ["Vũ Thị Hà", "Vũ Văn Hà"]


def test_accounts_and_editors_to_choose_from_stand_in_the_order_of_given_names(chief):
    for name in ("Vũ Thị Hà", "Trần Đức", "Nguyễn Ánh"):
        *last, first = name.split()
        UserFactory(last_name=" ".join(last), first_name=first)

    for model, field in ((Person, "account"), (Section, "editors")):
        form = chief.get(address(model, "add")).context["adminform"].form
        offered = [str(account) for account in form.fields[field].queryset if account.last_name]
        assert offered == ["Nguyễn Ánh", "Trần Đức", "Vũ Thị Hà"]


def test_list_of_nobody_opens(chief):
    assert chief.get(address(Person)).status_code == 200


# --- Sections are a tree -------------------------------------------------------------------------------------------


def section(name, position, parent=None):
    return SectionFactory(name=name, position=position, parent=parent)


@pytest.fixture
def tree():
    """Kinh tế with Nông nghiệp, then Văn hóa."""
    economy = section("Kinh tế", 1)
    return economy, section("Nông nghiệp", 2, economy), section("Văn hóa", 3)


def test_sections_are_listed_as_a_tree(chief, tree):
    page = chief.get(address(Section))

    assert shown(page) == ["Kinh tế", "Nông nghiệp", "Văn hóa"]
    assert '<span class="branch">Nông nghiệp</span>' in page.content.decode()
    assert page.content.decode().count('class="branch"') == 1


def test_new_child_stands_with_its_parent(chief, tree):
    fields = {"name": "Công nghiệp", "slug": "cong-nghiep", "parent": tree[0].pk}

    chief.post(address(Section, "add"), fields)

    assert list(Section.objects.values_list("name", "position")) == [
        ("Kinh tế", 1), ("Nông nghiệp", 2), ("Công nghiệp", 3), ("Văn hóa", 4),
    ]  # fmt: skip


def moved(client, *places):
    """The answer to a list whose rows were dragged to these (section, position)."""
    items = [[section.pk, position] for section, position in places]
    return client.post(
        reverse("admin:articles_section_sortable_update"), json.dumps({"updatedItems": items}), "application/json"
    )


def test_children_follow_a_parent_that_is_moved(chief, tree):
    economy, farming, culture = tree

    assert moved(chief, (farming, 1), (culture, 2), (economy, 3)).status_code == 200

    assert shown(chief.get(address(Section))) == ["Văn hóa", "Kinh tế", "Nông nghiệp"]


def test_order_of_sections_is_not_for_everybody(client, tree):
    client.force_login(UserFactory(roles=[roles.REPORTER]))
    Section.objects.filter(name="Văn hóa").update(position=7)

    assert moved(client, (tree[0], 9)).status_code == 403

    assert list(Section.objects.values_list("position", flat=True)) == [1, 2, 7]


def test_who_may_not_order_sections_is_given_nothing_to_grasp(client, chief, tree):
    with_handles = chief.get(address(Section)).content.decode()
    client.force_login(UserFactory(roles=[roles.REPORTER]))
    without = client.get(address(Section)).content.decode()

    assert "drag handle" in with_handles
    assert (without.count('class="branch"'), "drag" in without) == (1, False)


# --- Nothing to list -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", [Group, Instrument, PenName, Person, Photo, Poll, Quote, Section, Tag])
def test_empty_list_says_what_its_things_are_for_and_how_to_begin(client, model):
    client.force_login(UserFactory(is_superuser=True))

    page = client.get(address(model)).content.decode()

    empty = page[page.index('class="empty-list"') :]
    assert str(admin.site.get_model_admin(model).nothing_yet) in page
    assert (f'href="{address(model, "add")}"' in empty) is (model is not Quote)
    assert 'id="result_list"' not in page


def test_empty_list_offers_nothing_that_the_account_may_not_do(client):
    client.force_login(UserFactory(roles=[roles.REPORTER]))

    page = client.get(address(PenName)).content.decode()

    assert 'class="empty-list"' in page
    assert address(PenName, "add") not in page


def test_search_without_a_result_leads_back_to_everything(chief):
    TagFactory(name="lúa mùa")

    page = chief.get(address(Tag), {"q": "không có"}).content.decode()

    empty = page[page.index('class="empty-list"') :]
    assert 'href="?"' in empty
    assert address(Tag, "add") not in empty


# --- Search and filters --------------------------------------------------------------------------------------------


def test_search_field_has_a_name_and_keeps_what_was_asked(chief):
    TagFactory(name="lúa mùa")

    page = " ".join(chief.get(address(Tag), {"q": "lúa"}).content.decode().split())

    assert '<label for="searchbar"' in page
    assert '<input type="search" name="q" value="lúa" id="searchbar"' in page


def test_filters_open_from_a_button_that_says_when_one_is_on(chief):
    idle, filtering = (chief.get(address(Poll), asked).content.decode() for asked in ({}, {"state": "open"}))

    for page in (idle, filtering):
        assert 'popovertarget="list-filters"' in page
        assert '<div id="list-filters" class="list-filters" popover>' in page
    assert "list-tools__on" not in idle
    assert "list-tools__on" in filtering


def test_list_without_filters_has_no_button_for_them(chief):
    assert "list-filters" not in chief.get(address(Tag)).content.decode()
