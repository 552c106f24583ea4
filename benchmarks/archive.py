"""Fill an empty database with an archive: `python -m benchmarks.archive --stories 100000 --revisions 10`.

Rows go in by COPY, a batch at a time in as many processes as there are processors; indexes and foreign keys are taken
off before and put on again after, so that the database checks what came in. The database is the one that
`DATABASE_URL` names. It has to be migrated and without stories.
"""

import argparse
import os
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import StringIO
from multiprocessing import Pool

from django.db import connection, connections

from articles.models import Article
from benchmarks.staff import hire
from benchmarks.stories import TABLES, rows_of

BATCH = 500
_INDEXES = """
    SELECT pg_get_indexdef(indexrelid), format('DROP INDEX %%I', indexrelid::regclass) FROM pg_index
    WHERE indrelid = ANY(%s::regclass[])
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""
_CONSTRAINTS = """
    SELECT format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid)),
           format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname)
    FROM pg_constraint WHERE conrelid = ANY(%s::regclass[]) AND contype = ANY(%s)
"""


@dataclass(frozen=True)
class Size:
    """How much there is to be of it."""

    stories: int
    revisions: int
    words: int = 300


def fill(size: Size, tell=lambda words: None):
    """Fill the database; `tell` hears how far it is."""
    if not is_empty():
        raise SystemExit("There are stories in this database; an archive is made in an empty one.")
    staff, started = hire(), time.monotonic()
    connections.close_all()  # each process has its own
    with Pool(os.cpu_count()) as pool, _bare_tables(pool, tell):
        starts = range(1, size.stories + 1, BATCH)
        copied = pool.imap_unordered(partial(_copy_batch, size, staff), starts)
        for count in _sums(copied):
            tell(f"{count:,} of {size.stories:,} stories, {count / (time.monotonic() - started):,.0f} a second")
    for table in TABLES:
        _run(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")  # noqa: S608
    _run("VACUUM ANALYZE")
    seconds = time.monotonic() - started
    tell(f"{size.stories:,} stories in {seconds:,.0f} s, indexes and all: {size.stories / seconds:,.0f} a second")


def is_empty() -> bool:
    """Whether the database has no story yet."""
    return not Article.objects.exists()


@contextmanager
def _bare_tables(pool, tell):
    """The tables without indexes and foreign keys inside this block; unless it fails, with all of them after it."""
    tables = list(TABLES)
    keys, unique = (_run(_CONSTRAINTS, [tables, [kind]]) for kind in "fu")
    indexes = _run(_INDEXES, [tables])
    for _definition, drop in [*keys, *unique, *indexes]:
        _run(drop)
    yield
    for definition, _drop in [*indexes, *unique]:
        tell(definition.partition(" USING ")[0])
        _run(definition)
    for definition, _drop in keys:
        _run(definition)


def _copy_batch(size, staff, first) -> int:
    """Write the stories from number `first` on; returns how many."""
    numbers = range(first, min(first + BATCH, size.stories + 1))
    files = {table: StringIO() for table in TABLES}
    for number in numbers:
        for table, row in rows_of(number, size, staff):
            files[table].write(_line(row))
    connection.ensure_connection()
    with connection.cursor() as cursor:
        for table, columns in TABLES.items():
            files[table].seek(0)
            cursor.copy_expert(f"COPY {table} ({', '.join(columns)}) FROM STDIN", files[table])
    return len(numbers)


def _line(row):
    """A row as COPY reads it. The prose holds no tab and no line break; JSON holds backslashes."""
    cells = (r"\N" if cell is None else str(cell).replace("\\", "\\\\") for cell in row)
    return "\t".join(cells) + "\n"


def _sums(counts):
    total = 0
    for count in counts:
        total += count
        yield total


def _run(sql, params=None):
    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '1GB'")
        cursor.execute(sql, params)
        return cursor.fetchall() if cursor.description else []


def _parsed():
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--revisions", type=int, default=10, help="of each story")
    parser.add_argument("--words", type=int, default=300, help="of each story, at least")
    return parser.parse_args()


def progress(words):
    """Say on the terminal how far it is, in one line that changes."""
    sys.stderr.write(f"\r\033[K{words}" if sys.stderr.isatty() else f"{words}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    asked = _parsed()
    fill(Size(asked.stories, asked.revisions, asked.words), progress)
    progress("\n")
