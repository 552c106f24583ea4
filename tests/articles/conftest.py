import pytest

from newsroom.desk import roles
from tests.factories.articles import SectionFactory
from tests.factories.desk import UserFactory


@pytest.fixture
def section(db):
    return SectionFactory(name="Xây dựng Đảng", slug="xay-dung-dang")


@pytest.fixture
def reporter(db):
    return UserFactory(username="reporter", roles=[roles.REPORTER])


@pytest.fixture
def editor(section):
    """An editor of `section`."""
    user = UserFactory(username="editor", roles=[roles.EDITOR])
    user.sections_edited.add(section)
    return user


@pytest.fixture
def chief(db):
    return UserFactory(username="chief", roles=[roles.DESK_CHIEF])


@pytest.fixture
def administrator(db):
    return UserFactory(username="administrator", roles=[roles.ADMINISTRATOR])
