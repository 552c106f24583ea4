"""The desk's navigation shows each account what it may open, by work."""

import pytest
from django.contrib import admin
from django.test import RequestFactory
from django.urls import reverse

from newsroom.desk import roles
from newsroom.desk.navigation import WORK, by_work
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db


def shown_to(*role_names):
    """The navigation as {group: [model, …]} for an account with these roles."""
    request = RequestFactory().get("/admin/")
    request.user = UserFactory(roles=role_names)
    groups = admin.site.get_app_list(request)
    return {group["app_label"]: [model["model"]._meta.label_lower for model in group["models"]] for group in groups}


def test_reporter_sees_what_a_reporter_works_with():
    assert shown_to(roles.REPORTER) == {
        "stories": ["articles.article", "articles.assignment", "articles.tag", "articles.previewlink"],
        "photographs": ["photos.photo"],
        "people": ["articles.penname"],
        "paper": ["articles.section"],
    }


def test_market_desk_sees_prices_only():
    names = ["group", "held", "source", "instrument", "quote", "holiday"]
    assert shown_to(roles.MARKET_DESK) == {"prices": [f"markets.{name}" for name in names]}


def test_roles_combine():
    assert list(shown_to(roles.REPORTER, roles.MARKET_DESK)) == ["stories", "photographs", "prices", "people", "paper"]


def test_account_without_a_role_sees_nothing():
    assert shown_to() == {}


def test_model_that_no_group_names_stands_in_the_last():
    unnamed = type("Unnamed", (), {"_meta": type("Meta", (), {"label_lower": "later.model"})})
    model = {"model": unnamed, "admin_url": "/admin/later/model/", "name": "Later"}

    groups = by_work([{"app_label": "later", "models": [model]}])

    assert [(group["app_label"], group["models"]) for group in groups] == [(WORK[-1][0], [model])]


def test_page_of_one_app_keeps_to_that_app(client):
    client.force_login(UserFactory(roles=[roles.DESK_CHIEF]))

    response = client.get(reverse("admin:app_list", args=["markets"]))

    assert [app["app_label"] for app in response.context["app_list"]] == ["markets"]


def test_page_of_an_app_with_one_list_is_that_list(client):
    client.force_login(UserFactory(roles=[roles.DESK_CHIEF]))

    response = client.get(reverse("admin:app_list", args=["polls"]))

    assert (response.status_code, response.get("Location")) == (302, reverse("admin:polls_poll_changelist"))


def test_page_of_an_app_tells_nothing_to_those_without_a_list_in_it(client):
    client.force_login(UserFactory(roles=[roles.REPORTER]))

    assert client.get(reverse("admin:app_list", args=["polls"])).status_code == 404


def test_group_of_one_list_is_not_named_twice(client):
    client.force_login(UserFactory(roles=[roles.DESK_CHIEF]))

    html = client.get(reverse("admin:index")).content.decode()

    assert 'id="nav-stories"' in html
    assert 'id="nav-polls"' not in html


def test_navigation_marks_the_place_one_is_at(client):
    client.force_login(UserFactory(roles=[roles.REPORTER]))
    address = reverse("admin:articles_tag_changelist")

    html = " ".join(client.get(address).content.decode().split())

    assert f'<a href="{address}" aria-current="page">' in html
    assert html.count("aria-current") == 1
