"""Pages of the desk that stand in for Django's own: history, deletion, password."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.urls import reverse

from articles.models import Checklist
from newsroom.desk import roles
from tests.factories.articles import TagFactory
from tests.factories.desk import UserFactory
from tests.factories.polls import PollFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client):
    account = UserFactory(roles=[roles.DESK_CHIEF], last_name="Trần Văn", first_name="Thư", language="en")
    client.force_login(account)
    return account


def way_back(thing):
    return f'href="{reverse(f"admin:articles_{thing._meta.model_name}_change", args=[thing.pk])}"'


def test_history_without_entries_says_so_and_leads_back(client, chief):
    tag = TagFactory()

    html = client.get(reverse("admin:articles_tag_history", args=[tag.pk])).content.decode()

    assert "No change has been recorded yet." in html
    assert html.count(way_back(tag)) == 2  # in the path over the page, and under it


def test_history_names_people_and_not_their_accounts(client, chief):
    tag = TagFactory()
    LogEntry.objects.log_actions(chief.pk, [tag], CHANGE, [{"changed": {"fields": ["Name"]}}], single_object=True)

    html = client.get(reverse("admin:articles_tag_history", args=[tag.pk])).content.decode()

    assert "<td>Trần Văn Thư</td>" in html
    assert f"{chief.username} (" not in html


def test_path_names_a_thing_once_that_its_list_is_called_after(client):
    client.force_login(UserFactory(roles=[roles.ADMINISTRATOR], language="en"))
    only = Checklist.objects.create(pk=Checklist.ONLY)

    html = html_of(client, reverse("admin:articles_checklist_history", args=[only.pk]))

    path = html.partition('class="breadcrumbs"')[2].partition("</div>")[0]
    assert path.count("</a>") == 2  # the desk, and the page of the checks


def test_question_before_deleting_can_be_answered_both_ways(client, chief):
    tag = TagFactory()
    url = reverse("admin:articles_tag_delete", args=[tag.pk])

    assert html_of(client, url).count(way_back(tag)) == 2
    client.post(url, {"post": "yes"})

    assert not type(tag).objects.filter(pk=tag.pk).exists()


def test_what_goes_along_is_named_before(client, chief):
    poll = PollFactory(draft=True, choices=["Mở cửa", "Đóng cửa"])

    html = html_of(client, reverse("admin:polls_poll_delete", args=[poll.pk]))

    assert "Mở cửa" in html


def test_password_page_says_where_it_belongs(client, chief):
    html = html_of(client, reverse("admin:password_change"))

    assert f'› <a href="{reverse("admin:my_account")}">My account</a>' in " ".join(html.split())


def html_of(client, url):
    return client.get(url).content.decode()
