from datetime import UTC, datetime, timedelta

import pytest

from markets.board import blocks
from markets.models import Instrument
from tests.factories.markets import GroupFactory, InstrumentFactory, QuoteFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


def board():
    return blocks(Instrument.objects.select_related("group").with_latest())


def test_blocks_gather_instruments_by_group():
    gold, petrol = GroupFactory(), GroupFactory()
    first, third, second = (InstrumentFactory(group=group) for group in (gold, petrol, gold))

    assert [(block.group, block.instruments) for block in board()] == [(gold, [first, second]), (petrol, [third])]


def test_block_has_pairs_where_one_instrument_is_a_pair():
    group = GroupFactory()
    InstrumentFactory(single=True)
    InstrumentFactory(single=True, group=group)
    InstrumentFactory(group=group)

    assert sorted(block.has_pairs for block in board()) == [False, True]


@pytest.mark.parametrize(
    ("difference", "shared"),
    [({}, True), ({"source__name": "Khác"}, False), ({"quoted_at": AT - timedelta(minutes=1)}, False)],
)
def test_block_dateline_stands_only_where_source_and_time_agree(difference, shared):
    group = GroupFactory()
    for values in ({}, difference):
        QuoteFactory(instrument=InstrumentFactory(group=group), **{"quoted_at": AT} | values)
    InstrumentFactory(group=group)

    [block] = board()

    assert (block.dateline is not None) == shared


def test_block_without_quotes_has_no_dateline():
    InstrumentFactory()

    assert board()[0].dateline is None
