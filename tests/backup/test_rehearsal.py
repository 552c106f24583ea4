"""The whole paper backed up by one command and restored by another, onto an empty machine under new paths."""

import io
import os
import re
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from articles.models import Article
from newsroom import backup
from newsroom.backup.dump import WITHOUT_ROWS
from newsroom.subscriptions import limits
from polls import keys
from polls.models import Poll
from polls.workflow import Kind
from tests.database import connect, new_database, url
from tests.deploy.house import ROOT, House

pytestmark = pytest.mark.django_db(transaction=True)

# Every row of a table, in one digest that depends on no order.
DIGEST = """SELECT count(*), coalesce(md5(string_agg(md5(r::text), '' ORDER BY md5(r::text))), '') FROM "{}" r"""
TABLES = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
# What else a database is made of: without it the rows would be there, and the rules be gone.
RULES = """
    SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION SELECT sequencename, last_value::text FROM pg_sequences"""
CASTS = re.compile(r"::[a-z ]+(\[\])?|[()]")
"""PostgreSQL reads `IN ('a', 'b')` back with its casts and brackets elsewhere, and means the same."""


@pytest.fixture
def machine(tmp_path):
    """A machine's paths, and its database, which is empty."""
    with new_database(f"{connection.settings_dict['NAME']}_restored") as name:
        yield Machine(tmp_path / "elsewhere", name)


class Machine:
    def __init__(self, home, database):
        self.media, self.pages, self.home, self.database = home / "media", home / "pages", home, database
        home.mkdir(mode=0o755)

    def manage(self, *words):
        environment = {**os.environ, "DATABASE_URL": url(self.database), "MEDIA_ROOT": str(self.media)}
        command = [sys.executable, "manage.py", *map(str, words)]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def contents(database):
    """Table → (rows, digest), and every rule."""
    with closing(connect(database)) as other, other.cursor() as cursor:
        cursor.execute(TABLES)
        tables = [name for (name,) in cursor.fetchall()]
        rows = {name: _one(cursor, DIGEST.format(name)) for name in tables}
        cursor.execute(RULES)
        return rows, {(name, CASTS.sub("", rule or "")) for name, rule in cursor.fetchall()}


def _one(cursor, query):
    cursor.execute(query)
    return cursor.fetchone()


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()
    }


@pytest.mark.skipif(shutil.which("nginx") is None and not os.environ.get("CI"), reason="nginx is not installed")
def test_paper_is_the_same_on_another_machine(machine, settings, tmp_path, monkeypatch):
    call_command("seed_demo", stdout=io.StringIO())
    keys.rotate()
    limits.admits_address("lan@example.vn")
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO pages_purge (tags, is_gone) VALUES ('{*}', false)")
        cursor.execute("INSERT INTO pages_clock VALUES (1, now()) ON CONFLICT DO NOTHING")

    made = backup.make(tmp_path / "backups", settings.MEDIA_ROOT)
    done = machine.manage("restore", made)

    assert (done.returncode, done.stderr) == (0, "")
    before, rules = contents(connection.settings_dict["NAME"])
    after, restored_rules = contents(machine.database)
    assert 0 not in [before[table][0] for table in WITHOUT_ROWS]
    assert [after.pop(table)[0] for table in WITHOUT_ROWS] == [0, 0, 0, 0]
    assert after == {table: facts for table, facts in before.items() if table not in WITHOUT_ROWS}
    assert restored_rules ^ rules == set()
    assert tree(machine.media) == tree(settings.MEDIA_ROOT) != {}
    _answers(machine, monkeypatch)


def _answers(machine, monkeypatch):
    """Readers get pages and photographs, and vote; a machine's own tables fill again."""
    monkeypatch.setenv("MEDIA_ROOT", str(machine.media))
    house = House(machine.home, machine.pages, machine.database)
    for name in ("keeper", "application", "nginx"):
        house.start(name)
    try:
        house.wait_until(lambda: house.ask("/healthz")[0] == 200)
        story = Article.objects.published().filter(lead_photo__isnull=False).first()
        assert story.title in house.ask(story.get_absolute_url())[2].decode()
        name, content = next((name, content) for name, content in tree(machine.media).items())
        assert house.ask(f"/media/{name}")[::2] == (200, content)
        poll = Poll.objects.open().filter(kind=Kind.ONE).first()
        body = f"choice={poll.choices.first().pk}"
        form = {"Content_Type": "application/x-www-form-urlencoded", "Sec_Fetch_Site": "same-origin"}
        assert house.ask(poll.get_vote_url(), "POST", body=body, **form)[0] == 303
        house.wait_until(lambda: contents(machine.database)[0]["pages_clock"][0] == 1)
    finally:
        house.close()
    assert contents(machine.database)[0]["polls_key"][0] == 1
    assert machine.manage("purge_pages").returncode == 0


def test_restore_refuses_what_is_not_empty(machine, settings, tmp_path):
    made = backup.make(tmp_path / "backups", settings.MEDIA_ROOT)
    machine.media.mkdir()
    (machine.media / "one.jpg").write_bytes(b"1")

    kept = machine.manage("restore", made)
    (machine.media / "one.jpg").unlink()
    first, second = machine.manage("restore", made), machine.manage("restore", made)

    assert [done.returncode for done in (kept, first, second)] == [1, 0, 1]
    assert "is not empty: photographs are restored into an empty folder only" in kept.stderr
    assert "The database is not empty" in second.stderr


def test_failed_restore_leaves_everything_empty(machine, settings, tmp_path):
    Path(settings.MEDIA_ROOT).mkdir()
    (Path(settings.MEDIA_ROOT) / "one.jpg").write_bytes(b"1")
    made = backup.make(tmp_path / "backups", settings.MEDIA_ROOT)
    with closing(connect(machine.database)) as other, other.cursor() as cursor:
        # It has no table yet, and something of the backup's is there already.
        cursor.execute("CREATE FUNCTION newsroom_refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'")

    done = machine.manage("restore", made)

    assert (done.returncode, tree(machine.media)) == (1, {})
    assert "newsroom_refuse_rewrite" in done.stderr
    assert contents(machine.database)[0] == {}
