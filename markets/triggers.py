"""Triggers of prices, as migration operations: days summed up, decisions kept."""

from django.conf import settings
from django.db import migrations

# Touched days are computed anew from the quotes that stand, in the transaction that adds quotes. The rows of the
# instruments are locked first, so that two transactions which touch one day cannot miss each other's quotes.
_FUNCTIONS = """
CREATE FUNCTION markets_local_day(moment timestamptz) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
RETURN (moment AT TIME ZONE '{zone}')::date;

CREATE FUNCTION markets_first_moment(day date) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
RETURN day::timestamp AT TIME ZONE '{zone}';

CREATE FUNCTION markets_sum_up(instruments bigint[], days date[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    WITH touched AS (
        SELECT DISTINCT instrument_id, day FROM unnest(instruments, days) AS t(instrument_id, day)
    ), standing AS (
        SELECT t.instrument_id, t.day, q.id, q.quoted_at,
               COALESCE(q.price, (q.low + q.high) / 2, q.sell) AS reference,
               COALESCE(q.price, q.high, q.sell) AS top,
               COALESCE(q.price, q.low, q.sell) AS bottom
        FROM touched t JOIN markets_quote q
          ON q.instrument_id = t.instrument_id
         AND q.quoted_at >= markets_first_moment(t.day) AND q.quoted_at < markets_first_moment(t.day + 1)
        WHERE num_nonnulls(q.buy, q.sell, q.price, q.low) > 0
          AND NOT EXISTS (SELECT 1 FROM markets_quote c WHERE c.corrects_id = q.id)
    ), emptied AS (
        DELETE FROM markets_day d
        USING (SELECT instrument_id, day FROM touched EXCEPT SELECT instrument_id, day FROM standing) AS empty
        WHERE d.instrument_id = empty.instrument_id AND d.day = empty.day
    )
    INSERT INTO markets_day (instrument_id, day, open, high, low, close, count, last_id)
    SELECT instrument_id, day,
           (array_agg(reference ORDER BY quoted_at, id) FILTER (WHERE reference IS NOT NULL))[1],
           max(top), min(bottom),
           (array_agg(reference ORDER BY quoted_at DESC, id DESC) FILTER (WHERE reference IS NOT NULL))[1],
           count(*), (array_agg(id ORDER BY quoted_at DESC, id DESC))[1]
    FROM standing GROUP BY instrument_id, day
    ON CONFLICT (instrument_id, day) DO UPDATE SET
        open = EXCLUDED.open, high = EXCLUDED.high, low = EXCLUDED.low, close = EXCLUDED.close,
        count = EXCLUDED.count, last_id = EXCLUDED.last_id;

    WITH newest AS (
        SELECT i.instrument_id, two.ids
        FROM (SELECT DISTINCT unnest(instruments) AS instrument_id) i CROSS JOIN LATERAL (
            SELECT array_agg(last_id ORDER BY day DESC) AS ids FROM (
                SELECT last_id, day FROM markets_day d WHERE d.instrument_id = i.instrument_id ORDER BY day DESC LIMIT 2
            ) AS latest_days
        ) AS two
    ), emptied AS (
        DELETE FROM markets_standing s USING newest n WHERE s.instrument_id = n.instrument_id AND n.ids IS NULL
    )
    INSERT INTO markets_standing (instrument_id, latest_id, previous_id)
    SELECT instrument_id, ids[1], ids[2] FROM newest WHERE ids IS NOT NULL
    ON CONFLICT (instrument_id) DO UPDATE SET latest_id = EXCLUDED.latest_id, previous_id = EXCLUDED.previous_id;
END $$;

CREATE FUNCTION markets_keep_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM markets_instrument WHERE id IN (SELECT instrument_id FROM fresh) ORDER BY id FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT 1 FROM fresh f JOIN markets_quote wrong ON wrong.id = f.corrects_id
        WHERE (wrong.instrument_id, wrong.quoted_at) <> (f.instrument_id, f.quoted_at)
    ) THEN
        RAISE EXCEPTION 'a correction is of the same instrument and time' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM markets_sum_up(array_agg(instrument_id), array_agg(markets_local_day(quoted_at))) FROM fresh
    HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE TRIGGER markets_quote_keep_days AFTER INSERT ON markets_quote REFERENCING NEW TABLE AS fresh
FOR EACH STATEMENT EXECUTE FUNCTION markets_keep_days();

SELECT markets_sum_up(array_agg(instrument_id), array_agg(markets_local_day(quoted_at))) FROM markets_quote
HAVING count(*) > 0;
"""

_DROP = """
DROP TRIGGER markets_quote_keep_days ON markets_quote;
DROP FUNCTION markets_keep_days();
DROP FUNCTION markets_sum_up(bigint[], date[]);
DROP FUNCTION markets_first_moment(date);
DROP FUNCTION markets_local_day(timestamptz);
"""

_DECIDED = """
CREATE FUNCTION markets_refuse_second_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a held price is decided once and stays on record' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER markets_held_decided_once BEFORE UPDATE ON markets_held
FOR EACH ROW WHEN (OLD.state <> 'waiting') EXECUTE FUNCTION markets_refuse_second_decision();
CREATE TRIGGER markets_held_kept BEFORE DELETE ON markets_held
FOR EACH ROW EXECUTE FUNCTION markets_refuse_second_decision();
"""


def keep_days() -> migrations.RunSQL:
    """Days and Standing are kept by the database from here on, and computed for the quotes that are there.

    A day is one of settings.TIME_ZONE as it is when this runs.
    """
    return migrations.RunSQL(_FUNCTIONS.format(zone=settings.TIME_ZONE), _DROP)


def keep_decisions() -> migrations.RunSQL:
    """A held price may be decided once, and is never deleted."""
    undo = "DROP TRIGGER markets_held_decided_once ON markets_held; DROP TRIGGER markets_held_kept ON markets_held;"
    return migrations.RunSQL(_DECIDED, f"{undo} DROP FUNCTION markets_refuse_second_decision();")
