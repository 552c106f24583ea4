"""How fast votes are cast, and whether they are counted right: `make bench-polls`. Numbers: benchmarks/polls.md.

Every number stands beside a yardstick of the same run, in rounds that take turns; the ratio
is the median of the rounds'. It works in a
database of its own, made for it and dropped after it, on the server that the newsroom uses.
"""

import os
import random
import secrets
import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from operator import truediv
from threading import Barrier

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

import django

django.setup()

from django.db import connection

from newsroom import database
from polls.models import Choice, Poll
from polls.traces import Sender
from polls.voting import Outcome, cast_vote
from tests.polls import storm

THREADS = 8
BROWSERS = 24
"""At once, so that there is always somebody to be served."""
ROUNDS = 9
EACH = 150
"""Statements or requests of each thread in a round."""
VOTES, KILLS = 10_000, 25
PARTS = [1, 4, 16, 64]


def main():
    with database.running(), _scratch_database() as name, tempfile.TemporaryFile("w") as log:
        measure_casting()
        measure_parts()
        measure_reading()
        with storm.servers(1, name, log, workers=2, threads=8) as [server]:
            measure_http(server)
        with storm.servers(3, name, log) as running:
            check_storm(running)


# -- what is measured -------------------------------------------------------------------------------------------------


def measure_casting():
    """`cast_vote()` against the barest insert that is as durable."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bare (id bigserial PRIMARY KEY, poll bigint, choice bigint, voter text)")
    poll = _poll()
    jobs = {"bare insert": _insert, "cast_vote()": _casting(poll, located=True)}
    _tell("Votes by eight threads", _rounds(jobs), "bare insert", floor=0.5)


def measure_parts():
    """What the number of parts of a tally does, on one hot choice. 16 is what the migration has."""
    jobs = {}
    for parts in PARTS:
        jobs[f"{parts} parts"] = (_with_parts(parts), _casting(_poll(), located=False, only=0))
    _tell("One hot choice, by parts of its tally", _rounds(jobs), f"{PARTS[0]} parts")
    _with_parts(16)()


def measure_reading():
    """The list of polls, read while all votes pour into one of them, against votes that spread over fifty."""
    hot, many = _casting(_poll(), located=False), [_casting(_poll(), located=False) for _ in range(50)]
    jobs = {"votes in fifty polls": lambda: random.choice(many)(), "votes in one hot poll": hot}
    told = {name: [] for name in jobs}
    for number in range(ROUNDS):
        for name, cast in _in_turn(jobs, number):
            told[name].append(_reading_under(cast))
    _tell("Lists read each second while eight threads vote", told, "votes in fifty polls", floor=0.9)


def measure_http(server):
    _tell("Over HTTP, gunicorn with two workers", _over_http(server, ROUNDS), "bare POST", floor=0.3)


def ratio_over_http(server, rounds=3) -> float:
    """Accepted votes to bare POSTs, the median of the rounds."""
    told = _over_http(server, rounds)
    return statistics.median(map(truediv, told["vote"], told["bare POST"]))


def _over_http(server, rounds):
    """Accepted votes over HTTP and POSTs that do nothing, through the same server and middleware."""
    path = _poll().get_vote_url()
    choice = Poll.objects.latest("pk").choices.first().pk
    jobs = {
        "bare POST": lambda: _post(server, "/nothing/", "choice=1", 200),
        "vote": lambda: _post(server, path, f"choice={choice}&key={secrets.token_hex(16)}", 303),
    }
    return _rounds(jobs, rounds, threads=BROWSERS)


def check_storm(running):
    """Ten thousand votes on three servers that are killed at random."""
    poll, seen = _poll(), []
    with storm.watched(poll, seen):
        answers = storm.throw(poll, VOTES, running, kills=KILLS)
    agree = answers[303] + answers[409] == VOTES and storm.counts(poll) == (VOTES, VOTES)
    looked = len(seen), sum(ballots != tally for ballots, tally in seen)
    _say(f"\nA storm of {VOTES} votes, {KILLS} servers killed: answers {dict(answers)}, {storm.counts(poll)} counted")
    _say(f"  looked at {looked[0]} times meanwhile, ballots and tally apart {looked[1]} times")
    if looked[1] or not agree:
        sys.exit("Answers, ballots, and tally do not agree.")


# -- how --------------------------------------------------------------------------------------------------------------


@contextmanager
def _scratch_database():
    before = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"] |= {"NAME": f"{before}_bench"}
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield connection.settings_dict["NAME"]
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


def _poll():
    poll = Poll(question="Nhanh đến đâu?")
    poll.save()
    Choice.objects.bulk_create(Choice(poll=poll, text=f"Ý {number}", order=number) for number in range(4))
    Poll.objects.filter(pk=poll.pk).update(is_published=True)
    return poll


def _insert():
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO bare (poll, choice, voter) VALUES (%s, %s, %s)", [1, 1, secrets.token_hex(32)])


def _casting(poll, *, located, only=None):
    choices = [choice.pk for choice in poll.choices.all()]

    def cast():
        place = secrets.token_hex(16) if located else ""
        choice = random.choice(choices) if only is None else choices[only]
        sender = Sender(address=place, network=place, has_script=True)
        answer = cast_vote(poll_id=poll.pk, choices=[choice], voter=secrets.token_hex(32), sender=sender)
        if answer is not Outcome.ACCEPTED:
            raise RuntimeError(answer)

    return cast


def _with_parts(parts):
    def change():
        with connection.cursor() as cursor:
            for function in ("polls_tally_new", "polls_tally_changed"):
                cursor.execute("SELECT pg_get_functiondef(%s::regproc)", [function])
                [source] = cursor.fetchone()
                head, tail = source.split("pg_backend_pid() % ")
                cursor.execute(f"{head}pg_backend_pid() % {parts}{tail.lstrip('0123456789')}".replace("%", "%%"), [])

    return change


def _post(server, path, body, expected):
    address = ".".join(str(random.randrange(1, 255)) for _ in range(4))
    status = server.post(path, body, **{"X-Forwarded-For": address})
    if status != expected:
        raise RuntimeError(status)


def _rounds(jobs, rounds=ROUNDS, threads=THREADS):
    """Rates a second of each job, {name: [one for each round]}; a job may be (what to do before, the job)."""
    told = {name: [] for name in jobs}
    for number in range(rounds):
        for name, job in _in_turn(jobs, number):
            before, job = job if isinstance(job, tuple) else (None, job)
            if before:
                before()
            told[name].append(_rate(job, threads))
    return told


def _in_turn(jobs, number):
    """Every other round the other way round, so that what slowly changes weighs on both."""
    return list(jobs.items())[:: -1 if number % 2 else 1]


def _rate(job, threads):
    each = THREADS * EACH // threads
    start = Barrier(threads + 1)

    def work():
        job()  # the connection is made before the clock starts
        start.wait()
        for _ in range(each):
            job()
        connection.close()

    with ThreadPoolExecutor(threads) as pool:
        running = [pool.submit(work) for _ in range(threads)]
        start.wait()
        began = time.perf_counter()
        for thread in running:
            thread.result()
        return threads * each / (time.perf_counter() - began)


def _reading_under(cast):
    """Lists of polls with their totals read a second, while as many threads as ever `cast`."""
    reads = []

    def votes():
        for _ in range(EACH):
            cast()
        connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        running = [pool.submit(votes) for _ in range(THREADS)]
        began = time.perf_counter()
        while not all(thread.done() for thread in running):
            reads.append(list(Poll.objects.open().with_totals()))
        return len(reads) / (time.perf_counter() - began)


def _tell(title, told, yardstick, floor=None):
    medians = {name: statistics.median(rates) for name, rates in told.items()}
    _say(f"\n{title}")
    for name, rates in told.items():
        # Round by round, so that what else the machine does at a time weighs on both.
        ratio = statistics.median(rate / other for rate, other in zip(rates, told[yardstick], strict=True))
        _say(f"  {name:36} {medians[name]:8.0f}/s  {ratio:5.2f} ×   rounds {' '.join(f'{rate:.0f}' for rate in rates)}")
        if floor and ratio < floor:
            _say(f"  below the floor of {floor}")


def _say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
