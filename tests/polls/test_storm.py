"""Votes at once on several server processes, some of them killed: accepted answers, ballots, and tally agree."""

import pytest
from django.conf import settings

from tests.factories.polls import PollFactory
from tests.polls import storm

VOTES = 300


@pytest.mark.django_db(transaction=True)
def test_accepted_answers_ballots_and_tally_agree_though_servers_are_killed(tmp_path):
    poll, seen = PollFactory(choices=["Đẹp", "Xấu", "Khác"]), []
    database = settings.DATABASES["default"]["NAME"]

    with (tmp_path / "log").open("w") as log, storm.servers(3, database, log) as running, storm.watched(poll, seen):
        answers = storm.throw(poll, VOTES, running, kills=3)

    # A vote whose answer was lost with its server is told, when it is sent again, that it lies in the box already.
    assert answers[303] + answers[409] == VOTES
    assert storm.counts(poll) == (VOTES, VOTES)
    assert all(ballots == tally for ballots, tally in seen)
    assert len({ballots for ballots, _tally in seen}) > 10
    assert "/vote/" not in (tmp_path / "log").read_text()
