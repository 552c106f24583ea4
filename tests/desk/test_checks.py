import pytest

from newsroom.desk import checks
from newsroom.desk.demo import seed
from newsroom.desk.models import User

pytestmark = pytest.mark.django_db


def test_deployment_is_refused_while_a_demo_account_opens_with_its_published_password():
    User.objects.create_user("bientap", password=seed.password_of("bientap"))

    assert [error.id for error in checks.no_demo_accounts(None)] == ["desk.E001"]


def test_account_of_that_name_with_a_password_of_its_own_is_no_demo_account():
    User.objects.create_user("bientap", password="khong-ai-biet")

    assert checks.no_demo_accounts(None) == []


@pytest.mark.parametrize(("backend", "found"), [("console", ["desk.W001"]), ("smtp", [])])
def test_letters_that_would_only_be_printed_are_told(settings, backend, found):
    settings.EMAIL_BACKEND = f"django.core.mail.backends.{backend}.EmailBackend"

    assert [message.id for message in checks.letters_leave_the_house(None)] == found


@pytest.mark.parametrize(("header", "proxies", "found"), [
    (("HTTP_X_FORWARDED_PROTO", "https"), 0, ["desk.W002"]),
    (("HTTP_X_FORWARDED_PROTO", "https"), 1, []),
    (None, 0, []),
])  # fmt: skip
def test_proxy_that_is_believed_but_not_counted_is_told(settings, header, proxies, found):
    settings.SECURE_PROXY_SSL_HEADER, settings.TRUSTED_PROXIES = header, proxies

    messages = checks.proxies_are_counted(None)

    assert [message.id for message in messages] == found
    assert all("TRUSTED_PROXIES" in message.hint for message in messages)
