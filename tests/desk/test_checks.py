import pytest

from newsroom.desk.checks import no_demo_accounts
from newsroom.desk.demo import seed
from newsroom.desk.models import User

pytestmark = pytest.mark.django_db


def test_deployment_is_refused_while_a_demo_account_opens_with_its_published_password():
    User.objects.create_user("bientap", password=seed.password_of("bientap"))

    assert [error.id for error in no_demo_accounts(None)] == ["desk.E001"]


def test_account_of_that_name_with_a_password_of_its_own_is_no_demo_account():
    User.objects.create_user("bientap", password="khong-ai-biet")

    assert no_demo_accounts(None) == []
