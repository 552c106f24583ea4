"""The settings page of the paper: what it takes, who may change it, what the log keeps, and where it shows."""

import json
import re
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.utils import timezone

from newsroom.desk import roles
from newsroom.front.models import Paper
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db

LIST, FORM = "/admin/front/paper/", "/admin/front/paper/1/change/"
FILLED = {
    "name": "Báo Thử",
    "slogan": "Tiếng nói của bạn đọc",
    "agency": "Cơ quan Thử",
    "governing_body": "Cơ quan chủ quản Thử",
    "domain": "bao.example",
    "licence_number": "000/GP-THU",
    "licence_date": "01/07/2026",
    "licence_issuer": "Cục Thử",
    "address": "Số 1 đường Thử",
    "telephone": "(0229) 000 0000",
    "email": "toasoan@bao.example",
    "advertising": "0912 000 000",
    "head_title": "Giám đốc",
    "head_name": "Nguyễn Văn Thử",
}


@pytest.fixture
def administrator(client):
    client.force_login(UserFactory(roles=[roles.ADMINISTRATOR]))
    return client


def paper(**facts):
    return Paper(pk=1, **facts)


def test_paper_of_an_empty_database_has_a_name_and_nothing_else():
    current = Paper.current()

    assert (current.name, current.licence_number, current.email) == ("Báo Ninh Bình", "", "")
    current.full_clean()


@pytest.mark.parametrize(
    "number",
    [
        "(0229) 3871 234", "0229.3871.234", "0229 387 1234", "02293871234", "024-3825-4231", "0912 345 678",
        "0912.345.678", "+84 229 3871 234", "(+84) 912 345 678", "(84-229) 3871234", "1900 1234", "1800 599 920",
    ],
)  # fmt: skip
def test_telephone_takes_vietnamese_forms(number):
    paper(telephone=number, advertising=number).full_clean()


@pytest.mark.parametrize(
    "number",
    ["3871 234", "0229", "0229 3871 234 567", "0229) 3871 234", "(0229 3871 234", "+1 555 123 4567", "không", "00"],
)  # fmt: skip
def test_telephone_refuses_what_cannot_be_dialled(number):
    with pytest.raises(ValidationError) as refused:
        paper(telephone=number).full_clean()

    assert list(refused.value.message_dict) == ["telephone"]
    assert "không phải số điện thoại Việt Nam" in refused.value.message_dict["telephone"][0]


@pytest.mark.parametrize("domain", ["bao.example", "www.bao.example", "báo-thử.vn", "bao.tinh.gov.vn"])
def test_domain_takes_a_bare_domain(domain):
    paper(domain=domain).full_clean()


@pytest.mark.parametrize("domain", ["https://bao.example", "bao.example/", "bao.example/tin", "bao", "bao example.vn"])
def test_domain_refuses_scheme_and_path(domain):
    with pytest.raises(ValidationError) as refused:
        paper(domain=domain).full_clean()

    assert refused.value.message_dict == {"domain": ["Chỉ ghi tên miền, không có https:// và đường dẫn: bao.example."]}


@pytest.mark.parametrize("address", ["toasoan", "toasoan@", "toa soan@bao.example", "tòa@bao.example"])
def test_email_refuses_what_is_none(address):
    with pytest.raises(ValidationError) as refused:
        paper(email=address).full_clean()

    assert refused.value.message_dict == {
        "email": ["Đây không phải địa chỉ thư điện tử. Ví dụ đúng: toasoan@bao.example."]
    }


def test_licence_date_may_be_today_and_not_to_come():
    facts = {"licence_number": "1/GP", "licence_issuer": "Cục Thử"}
    paper(licence_date=timezone.localdate(), **facts).full_clean()

    with pytest.raises(ValidationError) as refused:
        paper(licence_date=timezone.localdate() + timedelta(days=1), **facts).full_clean()

    assert refused.value.message_dict == {"licence_date": ["Ngày này chưa tới."]}


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"licence_number": "1/GP"}, ["licence_date", "licence_issuer"]),
        ({"licence_issuer": "Cục Thử"}, ["licence_number", "licence_date"]),
        ({"head_title": "Giám đốc"}, ["head_name"]),
        ({"head_name": "Nguyễn Văn Thử"}, ["head_title"]),
    ],
)
def test_licence_and_head_are_whole_or_empty(given, missing):
    with pytest.raises(ValidationError) as refused:
        paper(**given).full_clean()

    assert list(refused.value.message_dict) == missing


def test_list_leads_straight_to_the_one_form(administrator):
    response = administrator.get(LIST)

    assert (response.status_code, response.headers["Location"]) == (302, FORM)


def test_form_makes_the_row_and_then_changes_it_and_the_log_tells_both(administrator):
    assert Paper.objects.count() == 0

    first = administrator.post(FORM, FILLED)
    second = administrator.post(FORM, {**FILLED, "telephone": "1900 1234"})

    saved = Paper.objects.get()
    assert (first.status_code, second.status_code) == (302, 302)
    assert (saved.telephone, saved.head_name, str(saved.licence_date)) == ("1900 1234", "Nguyễn Văn Thử", "2026-07-01")
    newest, oldest = LogEntry.objects.order_by("-pk")
    assert (newest.object_id, newest.get_edited_object()) == ("1", saved)
    [changed, values] = json.loads(newest.change_message)
    assert changed == {"changed": {"fields": ["Telephone"]}}
    assert values["values"][0][1:] == [FILLED["telephone"], "1900 1234"]
    assert "Name of the head" in oldest.change_message


def test_form_keeps_what_was_typed_beside_the_error(administrator):
    response = administrator.post(FORM, {**FILLED, "telephone": "số máy lẻ"})

    html = response.content.decode()
    assert response.status_code == 200
    assert 'value="số máy lẻ"' in html
    assert "không phải số điện thoại Việt Nam" in html
    assert not Paper.objects.exists()


def test_form_has_no_second_paper(administrator):
    assert administrator.get("/admin/front/paper/2/change/").status_code == 302
    assert administrator.post("/admin/front/paper/2/change/", FILLED).status_code == 302
    assert not Paper.objects.exists()


@pytest.mark.parametrize("role", [roles.REPORTER, roles.EDITOR, roles.DESK_CHIEF, roles.MARKET_DESK])
def test_only_the_administrator_changes_the_paper(client, role):
    client.force_login(UserFactory(roles=[role]))

    assert client.get(LIST).status_code == client.post(FORM, FILLED).status_code == 403
    assert not Paper.objects.exists()


def test_front_tells_machines_of_the_site_and_who_publishes_it(client, settings):
    settings.SITE_URL = "https://bao.example"
    Paper(pk=1, name="Báo Thử", agency="Cơ quan Thử", telephone="1900 1234").save()

    html = client.get("/").content.decode()
    site, organization = (json.loads(text) for text in re.findall(r"ld\+json\">(.*?)</script>", html, re.DOTALL))

    assert (site["@type"], site["name"], site["url"]) == ("WebSite", "Báo Thử", "https://bao.example/")
    assert organization == {
        "@context": "https://schema.org",
        "@type": "NewsMediaOrganization",
        "name": "Báo Thử",
        "url": "https://bao.example/",
        "logo": {"@type": "ImageObject", "url": "https://bao.example/static/newsroom/icons/icon.svg"},
        "telephone": "1900 1234",
        "parentOrganization": {"@type": "Organization", "name": "Cơ quan Thử"},
    }
