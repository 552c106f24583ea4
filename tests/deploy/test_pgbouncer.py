"""deploy/pgbouncer.ini as it is, between Django and the database: each transaction on another connection."""

import os
import shutil
import subprocess
import tempfile
import time
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path

import pytest
from django.db import OperationalError, connection, transaction
from django.urls import reverse

from articles import actions
from articles.models import Article
from articles.workflow import Status
from markets import export, fetching
from markets.models import Quote
from newsroom import database
from newsroom.desk import roles
from polls.models import Ballot
from tests.database import connect
from tests.deploy.house import PATIENCE, ROOT, free_port
from tests.factories.articles import ArticleFactory, PenNameFactory
from tests.factories.desk import UserFactory
from tests.factories.markets import QuoteFactory, SourceFactory
from tests.factories.polls import PollFactory

PROGRAM = shutil.which("pgbouncer", path=f"{os.environ['PATH']}:/usr/sbin")
SECRET = "only-here"
NOBODY = "nobody"

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        PROGRAM is None and not os.environ.get("CI"), reason="pgbouncer is not installed (apt-get install pgbouncer)"
    ),
]


def _as_here(text, folder, port):
    """The configuration with ports and folders of this machine, and every transaction on the next connection."""
    facts = connection.settings_dict
    for there, here in {
        "host=/run/postgresql port=5432 dbname=newsroom":
            f"host={facts['HOST']} port={facts['PORT'] or 5432} dbname={facts['NAME']} user={facts['USER']}"
            + (f" password={facts['PASSWORD']}" if facts["PASSWORD"] else ""),
        "listen_port = 6432": f"listen_port = {port}\nserver_round_robin = 1\nmin_pool_size = 4",
        "/run/postgresql": folder,
        "/etc/pgbouncer/": f"{folder}/",
        "/var/log/postgresql/": f"{folder}/",
    }.items():  # fmt: skip
        assert there in text, there
        text = text.replace(there, str(here))
    return text


@pytest.fixture
def pgbouncer(transactional_db):
    """Its port. It refuses to be root, so its folder lies where another user reaches it."""
    port = free_port()
    user = {"user": NOBODY} if os.geteuid() == 0 else {}
    with tempfile.TemporaryDirectory() as name, _welcome(NOBODY) if user else nullcontext():
        folder = Path(name)
        config = folder / "pgbouncer.ini"
        config.write_text(_as_here((ROOT / "deploy" / "pgbouncer.ini").read_text(), folder, port))
        (folder / "userlist.txt").write_text(f'"newsroom" "{SECRET}"\n')
        for path in [folder, *folder.iterdir()] if user else ():
            shutil.chown(path, NOBODY)
        process = subprocess.Popen([PROGRAM, "-q", config], **user)
        try:
            yield port
        finally:
            process.terminate()
            process.wait()


@contextmanager
def _welcome(name):
    """The embedded server lets one more user in, beside root; any other server asks for no name of the system's."""
    if not database.is_embedded():
        yield
        return
    names = database.embedded.data / "pg_ident.conf"
    before = names.read_text()
    try:
        _put(names, f'{before}newsroom "{name}" all\n')
        yield
    finally:
        _put(names, before)


def _put(names, text):
    names.write_text(text)
    with closing(connect("postgres", user="postgres")) as server, server.cursor() as cursor:
        cursor.execute("SELECT pg_reload_conf()")


@pytest.fixture
def pooled(pgbouncer, monkeypatch):
    """Django's connection goes through it, set as the file's first lines say."""
    connection.close()
    there = {
        "HOST": "127.0.0.1", "PORT": pgbouncer, "NAME": "newsroom", "USER": "newsroom", "PASSWORD": SECRET,
        "DISABLE_SERVER_SIDE_CURSORS": True, "CONN_MAX_AGE": 0,
    }  # fmt: skip
    with monkeypatch.context() as patch:
        for name, value in there.items():
            patch.setitem(connection.settings_dict, name, value)
        _wait_for_pool()
        yield
        connection.close()


def _wait_for_pool():
    """Until it answers, and has several connections to lend."""
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE:
        try:
            if len({_backend() for _ in range(8)}) > 1:
                return
        except OperationalError:
            connection.close()
        time.sleep(0.05)
    raise TimeoutError


def _backend():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


@pytest.mark.usefixtures("pooled")
def test_each_transaction_has_one_connection_and_the_next_another():
    with transaction.atomic():
        within = {_backend() for _ in range(4)}

    assert len(within) == 1
    assert len({_backend() for _ in range(4)}) > 1


@pytest.mark.usefixtures("pooled")
def test_reader_votes_and_reads_on(client):
    poll = PollFactory()

    answer = client.post(
        poll.get_vote_url(), {"choice": poll.choices.first().pk}, headers={"sec-fetch-site": "same-origin"}
    )

    assert (answer.status_code, Ballot.objects.filter(poll=poll).count()) == (303, 1)
    assert client.get(poll.get_absolute_url()).status_code == 200


@pytest.mark.usefixtures("pooled")
def test_chief_signs_in_and_publishes_and_readers_see_it(client):
    chief = UserFactory(roles=[roles.DESK_CHIEF])
    story = ArticleFactory(status=Status.APPROVED, published_at=None, signed=[PenNameFactory()])

    signed_in = client.post(reverse("admin:login"), {"username": chief.username, "password": "secret"})
    actions.publish(story, by=chief)

    assert signed_in.status_code == 302
    assert client.get(reverse("admin:index")).status_code == 200
    assert list(Article.objects.published()) == [story]
    assert client.get(story.get_absolute_url()).status_code == 200


@pytest.mark.usefixtures("pooled")
def test_prices_are_written_out_in_pieces():
    quotes = QuoteFactory.create_batch(3)

    assert len(b"".join(export.as_csv(Quote.objects.all())).splitlines()) == 1 + len(quotes)


@pytest.mark.usefixtures("pooled")
def test_source_is_asked_by_one_at_a_time():
    source = SourceFactory()
    for _ in range(3):
        with fetching._alone(source):
            for _ in range(3):
                with pytest.raises(fetching.TooSoonError), fetching._alone(source):
                    pass
