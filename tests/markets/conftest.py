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
    rights = Permission.objects.filter(content_type__app_label="markets").exclude(codename="add_quote")
    user.user_permissions.set(rights)
    return user
