"""The desk's page of one recorded price."""

import pytest
from django.urls import reverse

from markets import decisions
from markets.models import Quote
from tests.factories.markets import QuoteFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, judge):
    client.force_login(judge)
    return client


def page(quote):
    return reverse("admin:markets_quote_correct", args=[quote.pk])


def test_a_price_is_corrected_with_a_reason(desk, judge):
    quote = QuoteFactory()

    desk.post(page(quote), {"buy": "148.100.000", "sell": "150.100.000", "why": "Gõ nhầm"})

    correction = Quote.objects.get(corrects=quote)
    assert (correction.sell, correction.why, correction.entered_by) == (150_100_000, "Gõ nhầm", judge)


def test_a_price_is_taken_back_whatever_stands_in_the_amounts(desk):
    quote = QuoteFactory()

    desk.post(page(quote), {"buy": "x", "sell": "1", "why": "Tiệm đóng cửa", "retract": "1"})

    assert Quote.objects.get(corrects=quote).is_void


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"sell": "150.100.000"}, "why"),
        ({"sell": "11.5", "why": "x"}, "sell"),
        ({"buy": "3", "sell": "2", "why": "x"}, "buy"),
        ({"why": "x"}, "__all__"),
        ({"sell": "1.500.000.000", "why": "x"}, "__all__"),
    ],
)
def test_what_is_refused_says_why_at_its_field(typed, field, desk):
    response = desk.post(page(QuoteFactory()), typed)

    assert list(response.context["form"].errors) == [field]
    assert Quote.objects.count() == 1


def test_what_looks_odd_is_taken_where_it_is_confirmed(desk):
    quote = QuoteFactory()

    desk.post(page(quote), {"sell": "1.500.000.000", "why": "x", "confirmed": "on"})

    assert Quote.objects.filter(corrects=quote).exists()


def test_the_page_shows_all_that_was_said_and_leads_to_what_stands(desk, judge):
    quote = QuoteFactory()
    right = decisions.correct(quote, by=judge, values={"sell": 150_100_000}, why="Gõ nhầm")

    shown = desk.get(page(quote)).content.decode()

    assert "<s>148.000.000 / 150.000.000</s>" in shown
    assert "150.100.000" in shown
    assert "Gõ nhầm" in shown
    assert page(right) in shown
    assert 'name="why"' not in shown
    assert desk.post(page(quote), {"sell": "1", "why": "x"}).status_code == 200
    assert Quote.objects.count() == 2


def test_the_list_of_prices_leads_there_for_those_who_may(client, judge, market_desk, request):
    quote = QuoteFactory()
    judge.user_permissions.add(*market_desk.user_permissions.filter(codename="view_quote"))
    for account, is_led in ((judge, True), (market_desk, False)):
        client.force_login(account)
        listed = client.get(reverse("admin:markets_quote_changelist")).content.decode()
        assert (page(quote) in listed) == is_led


def test_the_page_is_closed_to_others(client, market_desk):
    quote = QuoteFactory()
    client.force_login(market_desk)

    assert client.get(page(quote)).status_code == client.post(page(quote), {"retract": "1"}).status_code == 403
    assert Quote.objects.count() == 1


@pytest.mark.parametrize("count", [0, 2])
def test_the_page_takes_a_constant_number_of_queries(count, desk, judge, django_assert_num_queries):
    quote = last = QuoteFactory()
    for number in range(count):
        last = decisions.correct(last, by=judge, values={"sell": 150_100_000 + number}, why="x")

    # session, account, two of permissions, bell; the price, what was said of its time
    with django_assert_num_queries(7):
        desk.get(page(quote))
