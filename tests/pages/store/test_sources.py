"""Where a page is read from, with a real replica. It has the store's own tables, and one of things."""

from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from importlib import import_module

import psycopg2
import pytest
from django.db import OperationalError, connection, connections, transaction
from django.test import Client

from newsroom.pages import replica
from newsroom.pages.store import keeping, purge, purges, shelf, sources
from tests import replication
from tests.pages.store import replica_urls as urls

TABLES = import_module("newsroom.pages.migrations.0001_purges").MAKE
NAME = "/thing/@.html"

pytestmark = pytest.mark.urls("tests.pages.store.replica_urls")


@pytest.fixture(autouse=True)
def _nothing_but_the_store(monkeypatch):
    """There are no stories here that the clock could change."""
    monkeypatch.setattr(keeping.time_passed, "receivers", [])


@contextmanager
def _pair(folder):
    """A pair that Django's connections lead to."""
    with replication.Pair(folder).running() as pair:
        ours = connection.settings_dict | {"PASSWORD": "", "OPTIONS": {}}
        theirs = ours | replication.facts(pair.two)
        with _leading_to("default", ours | replication.facts(pair.one)), _leading_to("replica", theirs):
            yield pair


@contextmanager
def _leading_to(alias, facts):
    before = connections.settings.get(alias)
    _let_go(alias)
    connections.settings[alias] = facts
    try:
        yield
    finally:
        _let_go(alias)
        if before:
            connections.settings[alias] = before
        else:
            del connections.settings[alias]


def _let_go(alias):
    if alias in connections.settings:
        connections[alias].close()
        del connections[alias]


@pytest.fixture(scope="module")
def standing(tmp_path_factory, django_db_blocker):
    with django_db_blocker.unblock(), _pair(tmp_path_factory.mktemp("pair")) as pair:
        _write(TABLES, "CREATE TABLE thing (value integer)", "INSERT INTO thing VALUES (0)")
        yield pair


@pytest.fixture
def pair(standing, settings, tmp_path):
    """Both servers, a shelf that follows them, and nobody who beats but the tests."""
    settings.DATABASE_ROUTERS = ["newsroom.pages.replica.Router"]
    settings.PAGE_STORE = str(tmp_path / "pages")
    sources._pause["until"] = 0.0
    urls.meanwhile.clear()
    _write("UPDATE thing SET value = 0")
    for _ in range(2):  # the first begins the shelf, the second beats after it
        keeping.tick(shelf.here())
    standing.wait_for_replay()
    return standing


def _write(*statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def change(value):
    with transaction.atomic():
        _write(f"UPDATE thing SET value = {value}")  # noqa: S608 (ours)
        purge("thing:a")


def read(address="/thing/"):
    return Client().get(address).content.decode()


@contextmanager
def standing_still(pair):
    """The replica shows nothing new inside this block."""
    replication.ask(pair.two, "SELECT pg_wal_replay_pause()")
    replication.until(lambda: replication.ask(pair.two, "SELECT pg_get_wal_replay_pause_state()") == [("paused",)])
    try:
        yield
    finally:
        replication.ask(pair.two, "SELECT pg_wal_replay_resume()")


@pytest.mark.parametrize("address", ["/thing/", "/thing/?x=1", "/search/"])
def test_readers_are_answered_from_the_replica(pair, address):
    assert read(address) == "0 replica"


def test_page_from_the_replica_is_stored(pair):
    read()

    assert shelf.here().get(NAME).body == b"0 replica"


def test_who_just_changed_something_sees_it_though_the_replica_does_not(pair):
    with standing_still(pair):
        change(1)

        assert [read(), read("/search/")] == ["1 primary", "1 primary"]

    assert shelf.here().get(NAME).body == b"1 primary"


def test_who_votes_is_answered_from_the_primary(pair):
    client = Client()
    client.cookies["vote"] = "x"

    assert client.get("/thing/").content == b"0 primary"


def test_page_is_not_stored_if_a_transaction_ended_meanwhile_that_began_before(pair):
    """The replica's own snapshot calls it over from the beginning: PostgreSQL lists none under way in recovery."""
    with closing(psycopg2.connect(**_address(pair.one))) as slow:
        slow.cursor().execute("UPDATE thing SET value = 1")
        slow.cursor().execute("INSERT INTO pages_purge (tags, is_gone) VALUES ('{thing:a}', false)")
        keeping.tick(shelf.here())  # a later transaction, which ends earlier
        pair.wait_for_replay()
        urls.meanwhile.append(lambda: [read_of_replica(), slow.commit()])

        assert read() in ("0 replica", "1 replica")

    assert shelf.here().get(NAME) is None


def read_of_replica():
    """Asking first fixes nothing: each statement sees what is there by then. It is there so that a snapshot is old."""
    with connections["replica"].cursor() as cursor:
        cursor.execute("SELECT value FROM thing")


def _address(server):
    named = replication.facts(server)
    return {"host": named["HOST"], "port": named["PORT"], "dbname": named["NAME"], "user": named["USER"]}


def test_replica_that_hears_no_beat_is_not_read(pair):
    _write("UPDATE pages_clock SET at = at - interval '6 seconds'")
    pair.wait_for_replay()
    shelf.here().index.remember(since="2020-01-01T00:00:00+00:00")

    assert read() == "0 primary"


@pytest.mark.parametrize("off", [timedelta(seconds=1), timedelta(seconds=-4)])
def test_replica_whose_clock_is_off_is_not_read(pair, monkeypatch, off):
    look = purges.look

    def with_another_clock(alias="default"):
        sight = look(alias)
        return replace(sight, at=sight.at + off) if alias == "replica" else sight

    monkeypatch.setattr(purges, "look", with_another_clock)

    assert read() == "0 primary"


def test_replica_of_a_former_primary_is_not_read(pair):
    keeping.catch_up()
    shelf.here().index.remember(since=purges.look().at.isoformat())

    assert read() == "0 primary"


@pytest.mark.parametrize("address", ["/thing/", "/patient/"])
def test_replica_that_fails_while_it_is_read_is_passed_over_and_left_alone(pair, address):
    def end_it():
        with connections["replica"].cursor() as cursor, pytest.raises(OperationalError):
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    urls.meanwhile.append(end_it)

    assert read(address) == "0 primary"
    assert shelf.here().get(f"{address}@.html").body == b"0 primary"
    assert read("/search/") == "0 primary"


def test_replica_that_is_down_is_passed_over(pair):
    connections["replica"].close()
    replication.kill(pair.two)
    try:
        assert read("/search/") == "0 primary"
    finally:
        replication.ask(pair.two, "SELECT 1")  # it is started again


def test_replica_that_lacks_what_a_migration_brought_is_passed_over(pair):
    with standing_still(pair):
        _write("ALTER TABLE thing RENAME TO item")
        urls.table = "item"
        try:
            assert read() == "0 primary"
        finally:
            urls.table = "thing"
            _write("ALTER TABLE item RENAME TO thing")


def test_transaction_reads_from_the_primary_and_writes_go_there(pair):
    with replica.reading_from("replica"):
        assert replica.source() == "replica"
        with transaction.atomic():
            assert replica.source() == "default"
    assert replica.source() == "default"


def test_while_the_primary_is_down_readers_read_on_and_nothing_is_stored(pair):
    _primary_ends(pair)
    try:
        assert [read(), read("/search/")] == ["0 replica", "0 replica"]
        assert shelf.here().get(NAME) is None
    finally:
        replication.ask(pair.one, "SELECT 1")


def test_replica_that_knows_less_than_we_knew_is_no_help(pair):
    with standing_still(pair):
        late = purges.look().at + sources.LAG + timedelta(seconds=1)
        shelf.here().index.remember(seen_at=late.isoformat())
        _primary_ends(pair)
        try:
            with pytest.raises(OperationalError):
                read()
        finally:
            replication.ask(pair.one, "SELECT 1")


def _primary_ends(pair):
    connection.close()
    replication.kill(pair.one)


def test_when_another_server_becomes_the_primary_every_page_is_rendered_anew(tmp_path, settings, django_db_blocker):
    settings.PAGE_STORE = str(tmp_path / "pages")
    settings.DATABASE_ROUTERS = ["newsroom.pages.replica.Router"]
    with django_db_blocker.unblock(), _pair(tmp_path / "pair") as pair:
        _write(TABLES, "CREATE TABLE thing (value integer)", "INSERT INTO thing VALUES (0)")
        keeping.tick(shelf.here())
        pair.wait_for_replay()
        read()
        seen = shelf.here().index.recall("seen")
        _primary_ends(pair)
        replication.ask(pair.two, "SELECT pg_promote()")
        connection.settings_dict.update(replication.facts(pair.two))
        _write("UPDATE thing SET value = 1")
        # As another machine purges it, by a transaction whose number was in use before.
        oldest = seen.partition(":")[0]
        _write(f"INSERT INTO pages_purge (xid, tags, is_gone) VALUES ('{int(oldest) - 1}', '{{thing:a}}', true)")  # noqa: S608 (ours)

        keeping.catch_up()

        assert [shelf.here().get(NAME, where) for where in (shelf.FRESH, shelf.KEPT)] == [None, None]
        assert read() == "1 primary"
