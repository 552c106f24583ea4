import pytest
from django.contrib.auth.models import Permission

from tests.factories.desk import UserFactory


def staff(*codenames):
    user = UserFactory()
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="photos", codename__in=codenames))
    return user


@pytest.fixture
def photographer(db):
    """May look at photos, add and mend them."""
    return staff("view_photo", "add_photo", "change_photo")


@pytest.fixture
def onlooker(db):
    """Staff who may look at photos and nothing else."""
    return staff("view_photo")


@pytest.fixture
def chief(db):
    """May do everything with photos."""
    return staff("view_photo", "add_photo", "change_photo", "delete_photo")
