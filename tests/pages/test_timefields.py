"""Beside every field for a time at the desk stands the time zone, and it is the paper's."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import override

from articles.workflow import Status
from newsroom.desk import roles
from newsroom.pages.clock import ZONE
from newsroom.text.vietnamese import format_zoned
from tests.factories.articles import ArticleFactory
from tests.factories.desk import UserFactory
from tests.factories.markets import InstrumentFactory
from tests.factories.polls import PollFactory

pytestmark = pytest.mark.django_db

# A field for a time of day, and the name of it.
FIELD = re.compile(r'<input[^>]*(?:type="datetime-local"|class="vTimeField")[^>]*>')


@pytest.fixture
def pages():
    """Every page of the desk with a field for a time on it, and how many it has."""
    scheduled = ArticleFactory(live=True, published_at=timezone.now() + timedelta(days=1))
    return {
        reverse("admin:articles_article_change", args=[ArticleFactory(status=Status.APPROVED).pk]): 3,
        reverse("admin:articles_article_change", args=[scheduled.pk]): 3,
        f"{reverse('admin:articles_article_calendar')}?day={scheduled.published_at:%Y-%m-%d}": 1,
        reverse("admin:polls_poll_change", args=[PollFactory(draft=True).pk]): 2,
        reverse("admin:markets_group_sheet", args=[InstrumentFactory().group_id]): 1,
    }


@pytest.mark.parametrize("language", ["vi", "en"])
def test_time_zone_stands_beside_every_field_for_a_time(client, pages, language):
    client.force_login(UserFactory(roles=[roles.DESK_CHIEF], language=language))
    with override(language):
        zone = f'<span class="zone">{escape(ZONE)}</span>'

    for address, fields in pages.items():
        html = " ".join(client.get(address).content.decode().split())
        beside = [html[found.end() : found.end() + 400].partition("<input")[0] for found in FIELD.finditer(html)]
        assert len(beside) == fields, address
        assert all(zone in after for after in beside), address


def test_time_zone_is_that_of_the_settings():
    assert format_zoned(timezone.now()).rpartition(" ")[2] in str(ZONE)
