"""Lock-out after failures, the list of own sign-ins, and the language of the desk."""

from datetime import timedelta

import pytest
from axes.models import AccessLog
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from newsroom.desk import letters, roles, sessions, sign_in
from newsroom.desk.models import DeskSession
from newsroom.pages.address import client_address
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db

LOGIN, ACCOUNT, END = (reverse(f"admin:{name}") for name in ("login", "my_account", "end_sign_ins"))
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"


@pytest.fixture
def reporter():
    return UserFactory(username="duy", email="duy@bao.example", roles=[roles.REPORTER])


def attempt(client, password, name="duy", address="192.0.2.1", **headers):
    posted = {"username": name, "password": password, "next": "/admin/"}
    return client.post(LOGIN, posted, REMOTE_ADDR=address, headers=headers)


def fail_to_the_limit(client, settings, **options):
    return [attempt(client, "sai", **options) for _ in range(settings.AXES_FAILURE_LIMIT)][-1]


def test_eight_failures_lock_the_account_from_that_address(client, reporter, settings):
    last = fail_to_the_limit(client, settings)

    assert last.status_code == 429
    assert "Đăng nhập sai quá nhiều lần" in last.content.decode()
    assert 'value="duy"' in last.content.decode()
    assert attempt(client, "secret").status_code == 429


def test_one_failure_less_locks_nobody_out(client, reporter, settings):
    for _ in range(settings.AXES_FAILURE_LIMIT - 1):
        assert attempt(client, "sai").status_code == 200

    assert attempt(client, "secret").status_code == 302


def test_a_stranger_cannot_lock_the_owner_out(client, reporter, settings):
    fail_to_the_limit(client, settings, address="198.51.100.7")

    assert attempt(client, "secret", address="192.0.2.1").status_code == 302


def test_colleague_behind_the_same_address_may_sign_in(client, reporter, settings):
    UserFactory(username="lan", roles=[roles.REPORTER])
    fail_to_the_limit(client, settings)

    assert attempt(client, "secret", name="lan").status_code == 302


def test_addresses_of_one_ipv6_network_count_as_one(client, reporter, settings):
    for host in range(settings.AXES_FAILURE_LIMIT):
        attempt(client, "sai", address=f"2001:db8:1:2::{host + 1:x}")

    assert attempt(client, "secret", address="2001:db8:1:2:ffff::9").status_code == 429
    assert attempt(client, "secret", address="2001:db8:1:3::1").status_code == 302


def test_ipv4_addresses_written_as_ipv6_count_each_for_itself(client, reporter, settings):
    fail_to_the_limit(client, settings, address="::ffff:198.51.100.7")

    assert attempt(client, "secret", address="198.51.100.7").status_code == 429
    assert attempt(client, "secret", address="::ffff:192.0.2.1").status_code == 302


def test_own_list_keeps_the_whole_ipv6_address(client, reporter):
    attempt(client, "secret", address="2001:db8:1:2::7")

    assert [s.address for s in client.get(ACCOUNT).context["sign_ins"]] == ["2001:db8:1:2::7"]


def test_unknown_name_is_locked_out_alike(client, settings):
    assert fail_to_the_limit(client, settings, name="khong-co").status_code == 429


def test_lock_out_ends_by_itself(client, reporter, settings):
    fail_to_the_limit(client, settings)
    settings.AXES_COOLOFF_TIME = timedelta(0)

    assert attempt(client, "secret").status_code == 302


def test_administrator_lets_somebody_in_again(client, reporter, settings, mailoutbox):
    fail_to_the_limit(client, settings)
    administrator = Client()
    administrator.force_login(UserFactory(roles=[roles.ADMINISTRATOR]))

    administrator.post(reverse("admin:desk_user_password_link", args=[reporter.pk]))

    assert attempt(client, "secret").status_code == 302


def test_new_password_by_letter_ends_the_lock_out(client, reporter, settings):
    fail_to_the_limit(client, settings)
    path = letters.new_password_link(reporter).removeprefix(settings.SITE_URL)
    form = client.get(path, follow=True).request["PATH_INFO"]

    client.post(form, {"new_password1": "nui-Non-nuoc-9", "new_password2": "nui-Non-nuoc-9"})

    assert attempt(client, "nui-Non-nuoc-9").status_code == 302


def test_success_forgets_the_failures_before_it(client, reporter, settings):
    for password in ["sai"] * (settings.AXES_FAILURE_LIMIT - 1) + ["secret"] + ["sai"]:
        attempt(client, password)

    assert attempt(Client(), "secret").status_code == 302


def test_forwarded_address_counts_only_behind_proxies_of_ours(rf, settings):
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", headers={"x-forwarded-for": "203.0.113.9, 198.51.100.7"})

    assert client_address(request) == "10.0.0.1"
    settings.TRUSTED_PROXIES = 1
    assert client_address(request) == "198.51.100.7"
    settings.TRUSTED_PROXIES = 2
    assert client_address(request) == "203.0.113.9"
    settings.TRUSTED_PROXIES = 3
    assert client_address(request) is None


@pytest.mark.parametrize("sent", ["", "unknown", "1.2.3.4:80", "a, b"])
def test_rubbish_instead_of_an_address_is_none(rf, settings, sent):
    settings.TRUSTED_PROXIES = 1

    assert client_address(rf.get("/", headers={"x-forwarded-for": sent})) is None


def test_account_page_lists_own_open_sign_ins_and_no_others(client, reporter):
    attempt(client, "secret", address="192.0.2.1", user_agent=FIREFOX)
    attempt(Client(), "secret", address="198.51.100.7", user_agent="curl/8")
    Client().force_login(UserFactory())

    shown = client.get(ACCOUNT).context["sign_ins"]

    assert [(s.device, s.address, s.is_this) for s in shown] == [
        ("Firefox · Linux", "192.0.2.1", True), ("curl", "198.51.100.7", False),
    ]  # fmt: skip


def test_page_does_not_give_the_keys_of_sessions_away(client, reporter):
    attempt(client, "secret")
    attempt(Client(), "secret")

    page = client.get(ACCOUNT).content.decode()

    assert DeskSession.objects.count() == 2
    assert not [session for session in DeskSession.objects.all() if session.session_key in page]


@pytest.mark.parametrize("count", [1, 3])
def test_account_page_asks_a_constant_number_of_queries(client, reporter, django_assert_num_queries, count):
    for _ in range(count):
        Client().force_login(reporter)
    client.force_login(reporter)

    with django_assert_num_queries(8):
        assert len(client.get(ACCOUNT).context["sign_ins"]) == count + 1


def test_one_sign_in_is_ended_from_elsewhere(client, reporter):
    phone, tablet = Client(), Client()
    for browser in (client, phone, tablet):
        browser.force_login(reporter)
    name = next(s.name for s in sessions.open_sign_ins(reporter, tablet.session.session_key) if s.is_this)

    client.post(END, {"name": name})

    assert [browser.get("/admin/").status_code for browser in (client, phone, tablet)] == [200, 200, 302]


def test_all_other_sign_ins_are_ended_but_not_those_of_others(client, reporter):
    phone, colleague = Client(), Client()
    client.force_login(reporter)
    phone.force_login(reporter)
    colleague.force_login(UserFactory(roles=[roles.REPORTER]))

    client.post(END)

    assert [browser.get("/admin/").status_code for browser in (client, phone, colleague)] == [200, 302, 200]


def test_new_password_at_the_desk_ends_the_other_sign_ins(client, reporter):
    phone = Client()
    client.force_login(reporter)
    phone.force_login(reporter)
    typed = {"old_password": "secret", "new_password1": "nui-Non-nuoc-9", "new_password2": "nui-Non-nuoc-9"}

    client.post(reverse("admin:password_change"), typed)

    assert [s.is_this for s in client.get(ACCOUNT).context["sign_ins"]] == [True]
    assert phone.get("/admin/").status_code == 302


def test_refused_new_password_at_the_desk_ends_no_sign_in(client, reporter):
    Client().force_login(reporter)
    client.force_login(reporter)
    typed = {"old_password": "sai", "new_password1": "nui-Non-nuoc-9", "new_password2": "nui-Non-nuoc-9"}

    client.post(reverse("admin:password_change"), typed)

    assert len(client.get(ACCOUNT).context["sign_ins"]) == 2


def test_sign_in_of_somebody_else_cannot_be_ended(client, reporter):
    victim = UserFactory(roles=[roles.REPORTER])
    colleague = Client()
    colleague.force_login(victim)
    client.force_login(reporter)

    client.post(END, {"name": sessions.open_sign_ins(victim, "")[0].name})

    assert colleague.get("/admin/").status_code == 200


def test_addresses_of_sign_ins_are_forgotten_in_time(client, reporter):
    attempt(client, "secret")
    AccessLog.objects.update(attempt_time=timezone.now() - sign_in.KEPT - timedelta(minutes=1))
    DeskSession.objects.update(expire_date=timezone.now() - timedelta(minutes=1))

    attempt(Client(), "secret", address="198.51.100.7")

    assert [log.ip_address for log in AccessLog.objects.all()] == ["198.51.100.7"]
    assert DeskSession.objects.count() == 1


def test_desk_speaks_the_language_its_user_chose_and_the_paper_does_not(client, reporter):
    client.force_login(reporter)

    client.post(ACCOUNT, {"language": "en"})

    assert "My desk" in client.get("/admin/").content.decode()
    assert 'lang="en"' in client.get("/admin/").content.decode()
    assert 'lang="vi"' in client.get("/").content.decode()


def test_dates_of_the_house_stay_in_english(client, reporter):
    reporter.language = "en"
    reporter.save()
    client.force_login(reporter)

    catalog = client.get(reverse("admin:jsi18n")).content.decode()

    assert '"%d/%m/%Y"' in catalog


def test_unknown_language_is_refused(client, reporter):
    client.force_login(reporter)

    assert client.post(ACCOUNT, {"language": "xx"}).status_code == 200
    reporter.refresh_from_db()
    assert reporter.language == "vi"
