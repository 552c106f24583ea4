"""How long the database takes for what readers see of prices, at the size of ten years: `make bench-markets`.

Builds a database of its own beside the configured one, once, and keeps it for the next run: INSTRUMENTS instruments,
QUOTES quotes over ten years, every thousandth corrected. Prints a table for benchmarks/markets.md.
"""

import os
import statistics
import sys
import time
from functools import partial
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
INSTRUMENTS = int(os.environ.get("INSTRUMENTS", "500"))
QUOTES = int(os.environ.get("QUOTES", "5000000"))
YEARS = 10
NAME = f"newsroom_bench_markets_{INSTRUMENTS}_{QUOTES}"
RUNS = 30
ALLOWED_MS = 20

_FILL = """
SET session_replication_role = replica;
INSERT INTO markets_group (id, name, slug, "order")
SELECT n, 'Nhóm ' || n, 'nhom-' || n, n FROM generate_series(1, 10) n;
INSERT INTO markets_source (id, name, provider, url, unit, interval, is_active, is_trusted, is_demo, due_at, failure,
                            failures, etag, modified, rows, faults)
VALUES (1, 'Nguồn', '', '', '', 600, true, true, true, now(), '', 0, '', '', '[]', '[]');
INSERT INTO markets_instrument (id, group_id, name, slug, definition, kind, unit, decimals, place, family, calendar,
                                stale_after, "order", on_front)
SELECT n, 1 + n % 10, 'Mặt hàng ' || n, 'mat-hang-' || n, '', 'pair', 'đồng/lượng', 0, '', '', 'daily', 36, n, n <= 12
FROM generate_series(1, {instruments}) n;
INSERT INTO markets_quote (instrument_id, source_id, buy, sell, quoted_at, is_timed, channel, raw, raw_unit, why)
SELECT 1 + n % {instruments}, 1, round(90000 + 10000 * sin(n / 1e5)), round(92000 + 10000 * sin(n / 1e5)),
       now() - interval '1 minute' - (n / {instruments}) * (interval '{years} years' / ({quotes} / {instruments})),
       true, 'feed', '', '', ''
FROM generate_series(0, {quotes} - 1) n;
INSERT INTO markets_quote (instrument_id, source_id, buy, sell, quoted_at, is_timed, channel, raw, raw_unit, why,
                           corrects_id)
SELECT instrument_id, source_id, buy - 100, sell - 100, quoted_at, true, 'hand', '', '', 'sửa', id
FROM markets_quote WHERE id % 1000 = 0;
SET session_replication_role = origin;
"""
_SUM_UP = """
SELECT markets_sum_up(array_agg(instrument_id), array_agg(day)) FROM (
    SELECT DISTINCT instrument_id, markets_local_day(quoted_at) AS day FROM markets_quote
) AS touched GROUP BY instrument_id
"""


def main():
    """Build what is missing, measure, print; ends with 1 where something takes longer than it may."""
    _use_own_database()
    built = _build()
    rows = [_measured(name, work, _sql_of) for name, work in _works().items()]
    _print_table(rows, built)
    sys.exit(any(slowest > ALLOWED_MS for _name, _queries, _median, slowest in rows))


def _use_own_database():
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME])
        if not cursor.fetchone():
            cursor.execute(f'CREATE DATABASE "{NAME}"')
    connection.close()
    connection.settings_dict["NAME"] = NAME


def _build():
    """Seconds it took to fill and to sum up; None where the database stood already."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from newsroom.ledger import MAY_BE_EMPTIED  # noqa: PLC0415

    call_command("migrate", verbosity=0, skip_checks=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM markets_standing")
        if cursor.fetchone()[0]:
            return None
        cursor.execute(f"SET {MAY_BE_EMPTIED} = on")
        cursor.execute("TRUNCATE markets_group, markets_source CASCADE")  # of a run that was broken off
        filled = _timed(cursor, _FILL.format(instruments=INSTRUMENTS, quotes=QUOTES, years=YEARS))
        cursor.execute("ANALYZE")
        summed = _timed(cursor, _SUM_UP)
        cursor.execute("VACUUM ANALYZE")
    return filled, summed


def _timed(cursor, sql):
    begun = time.perf_counter()
    for statement in filter(str.strip, sql.split(";\n")):
        cursor.execute(statement)
    return time.perf_counter() - begun


def _works():
    """What readers ask for, each as something to call."""
    from markets import comparison, course  # noqa: PLC0415
    from markets.models import Instrument  # noqa: PLC0415
    from markets.periods import RANGES  # noqa: PLC0415
    from markets.sparkline import with_sparklines  # noqa: PLC0415

    every = Instrument.objects.select_related("group").with_latest()
    one, other = (Instrument.objects.with_latest().get(slug=slug) for slug in ("mat-hang-1", "mat-hang-2"))
    names = {"7-ngay": "7 days", "": "30 days", "1-nam": "1 year", "tat-ca": "all ten years"}
    works = {
        "front-page widget, 12 instruments, with sparklines": lambda: with_sparklines(every.on_front()),
        "page of a group, 50 instruments, with sparklines": lambda: with_sparklines(every.filter(group=1)),
        "page of all 500 instruments, with sparklines": lambda: with_sparklines(every),
    }
    for key, name in names.items():
        works[f"chart of {name}, rows, extremes, corrections"] = partial(course.load, one, RANGES[key])
    for key in ("", "tat-ca"):
        works[f"two instruments compared over {names[key]}"] = partial(comparison.compare, one, other, RANGES[key])
    return works


def _sql_of(work):
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as caught:
        work()
    return [query["sql"] for query in caught]


def _measured(name, work, sql_of):
    """The work's queries, and the time that the database itself says it took for all of them: median and worst."""
    statements = sql_of(work)
    times = [sum(_milliseconds(sql) for sql in statements) for _run in range(RUNS + 1)][1:]
    return name, len(statements), statistics.median(times), max(times)


def _milliseconds(sql):
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, TIMING OFF, SUMMARY ON, FORMAT JSON) " + sql.replace("%", "%%"), [])
        plan = cursor.fetchone()[0][0]
    return plan["Planning Time"] + plan["Execution Time"]


def _print_table(rows, built):
    say = sys.stdout.write
    if built:
        say(f"{QUOTES:,} quotes filled in {built[0]:.0f} s, all days summed up in {built[1]:.0f} s\n\n")
    say("| what readers see | queries | median ms | slowest ms |\n|---|---|---|---|\n")
    for name, queries, median, slowest in rows:
        say(f"| {name} | {queries} | {median:.1f} | {slowest:.1f} |\n")


if __name__ == "__main__":
    main()
