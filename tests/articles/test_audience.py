"""Whom a story concerns: the twins of the rights agree with them."""

import pytest

from articles import audience, rights
from newsroom.desk import roles
from newsroom.desk.models import User
from tests.factories.articles import ArticleFactory, PenNameFactory, PersonFactory, SectionFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(section):
    """Accounts of every kind, with and without a hand in the story."""
    editor, elsewhere = UserFactory.create_batch(2, roles=[roles.EDITOR])
    editor.sections_edited.add(section)
    elsewhere.sections_edited.add(SectionFactory())
    signer = UserFactory(roles=[roles.REPORTER])
    creator, stranger = UserFactory.create_batch(2, roles=[roles.REPORTER])
    UserFactory(roles=[roles.DESK_CHIEF])
    UserFactory(roles=[roles.ADMINISTRATOR])
    UserFactory()
    story = ArticleFactory(
        section=section, created_by=creator, signed=[PenNameFactory(person=PersonFactory(account=signer))]
    )
    return {"story": story, "editor": editor, "creator": creator, "signer": signer, "stranger": stranger}


def test_viewers_are_those_who_may_view(desk):
    story = desk["story"]

    assert set(audience.viewers(story)) == {user for user in User.objects.all() if rights.may_view(user, story)}
    assert audience.viewers(story).count() == 4


def test_authors_are_those_whom_the_rights_call_so(desk):
    story = desk["story"]

    assert set(audience.authors(story)) == {user for user in User.objects.all() if rights.is_author(user, story)}
    assert set(audience.authors(story)) == {desk["creator"], desk["signer"]}


def test_who_left_is_nobodys_audience(desk):
    User.objects.filter(pk__in=[desk["creator"].pk, desk["editor"].pk]).update(is_active=False)

    assert desk["creator"] not in audience.authors(desk["story"])
    assert desk["editor"] not in audience.viewers(desk["story"])


def test_section_without_an_editor_is_the_chiefs(section, editor, chief):
    assert list(audience.editors(section)) == [editor]
    assert list(audience.editors(SectionFactory())) == [chief]
