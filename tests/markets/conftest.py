import pytest
from django.contrib.auth.models import Permission

from tests.factories.desk import UserFactory


@pytest.fixture
def market_desk(db):
    """An account that may enter prices."""
    user = UserFactory()
    wanted = ["view_group", "view_instrument", "view_quote", "add_quote"]
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="markets", codename__in=wanted))
    return user


@pytest.fixture
def onlooker(db):
    """An account that may see everything of markets and change the price list, but not enter a price."""
    user = UserFactory()
    rights = Permission.objects.filter(content_type__app_label="markets").exclude(
        codename__in=["add_quote", "decide_held", "correct_quote", "fetch_source"]
    )
    user.user_permissions.set(rights)
    return user


@pytest.fixture
def judge(db):
    """An account that may enter prices, decide on held ones and correct recorded ones."""
    user = UserFactory()
    wanted = ["add_quote", "decide_held", "correct_quote", "view_held", "view_source", "fetch_source"]
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="markets", codename__in=wanted))
    return user
