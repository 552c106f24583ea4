from django.db import migrations

from newsroom.ledger import append_only

# A ballot added, changed, or judged changes the tally in the same transaction, whoever writes it. Each connection
# adds to a part of its own, so that votes at once do not wait for each other's commit; a part may be negative, only the
# sum means something. Several rows are written in one order, so there is no deadlock.
TALLY = """
ALTER TABLE polls_tally SET (fillfactor = 50);

CREATE FUNCTION polls_tally_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO polls_tally (poll_id, choices, part, ballots)
    VALUES (NEW.poll_id, NEW.choices, pg_backend_pid() % 16, 1)
    ON CONFLICT (poll_id, choices, part) DO UPDATE SET ballots = polls_tally.ballots + 1;
    RETURN NULL;
END $$;

CREATE FUNCTION polls_tally_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO polls_tally (poll_id, choices, part, ballots)
    SELECT poll_id, choices, pg_backend_pid() % 16, sum(step)
    FROM (
        SELECT poll_id, choices, 1 AS step FROM now_so WHERE standing = 'counted'
        UNION ALL
        SELECT poll_id, choices, -1 FROM once_so WHERE standing = 'counted'
    ) AS steps
    GROUP BY poll_id, choices HAVING sum(step) <> 0
    ORDER BY poll_id, choices
    ON CONFLICT (poll_id, choices, part) DO UPDATE SET ballots = polls_tally.ballots + excluded.ballots;
    RETURN NULL;
END $$;

CREATE TRIGGER polls_ballot_tally_new AFTER INSERT ON polls_ballot
    FOR EACH ROW WHEN (NEW.standing = 'counted') EXECUTE FUNCTION polls_tally_new();
CREATE TRIGGER polls_ballot_tally_changed AFTER UPDATE ON polls_ballot
    REFERENCING OLD TABLE AS once_so NEW TABLE AS now_so
    FOR EACH STATEMENT EXECUTE FUNCTION polls_tally_changed();
CREATE TRIGGER polls_ballot_kept BEFORE DELETE ON polls_ballot
    FOR EACH ROW EXECUTE FUNCTION newsroom_refuse_rewrite();
"""

# The whole vote in one round trip: `polls.voting` says what comes back. Nothing is locked but, for a vote without
# proof, its network, so that of votes at once from there exactly as many pass as may.
CAST = """
CREATE FUNCTION polls_vote_again(
    the_poll bigint, the_voter text, ticked bigint[], the_reason text, may_change boolean
) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    mine polls_ballot;
BEGIN
    SELECT * INTO mine FROM polls_ballot WHERE poll_id = the_poll AND voter = the_voter;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    IF mine.choices = ticked AND mine.reason = the_reason THEN
        RETURN 'repeated';
    END IF;
    IF NOT may_change THEN
        RETURN 'already_voted';
    END IF;
    UPDATE polls_ballot SET choices = ticked, reason = the_reason, changed_at = statement_timestamp()
    WHERE id = mine.id AND standing <> 'discarded';
    RETURN CASE WHEN FOUND THEN 'changed' ELSE 'already_voted' END;
END $$;

-- What a vote without proof is worth, by how many came from there within the last minute.
CREATE FUNCTION polls_admit(the_poll bigint, the_address text, the_network text, has_script boolean) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    of_address integer;
    of_network integer;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(the_network, the_poll));
    SELECT count(*) FILTER (WHERE address = the_address), count(*) INTO of_address, of_network
    FROM (
        SELECT address FROM polls_ballot
        WHERE poll_id = the_poll AND network = the_network
            AND created_at > statement_timestamp() - interval '1 minute'
        LIMIT 600
    ) AS recent;
    RETURN CASE
        WHEN of_address < 30 AND of_network < 600 THEN 'counted'
        WHEN has_script THEN 'challenged'
        WHEN of_network < 600 THEN 'pending'
        ELSE 'crowded'
    END;
END $$;

CREATE FUNCTION polls_cast_vote(
    the_poll bigint, ticked bigint[], the_voter text, the_reason text, the_place text,
    the_address text, the_network text, the_agent text, has_script boolean, is_proven boolean
) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    poll record;
    worth text := 'counted';
BEGIN
    SELECT kind, max_choices, asks_reason, may_change, closes_at <= statement_timestamp() AS is_closed, (
        SELECT count(*) FROM polls_choice WHERE poll_id = the_poll AND id = ANY (ticked)
    ) AS known INTO poll
    FROM polls_poll WHERE id = the_poll AND is_published AND opens_at <= statement_timestamp();
    IF NOT FOUND THEN
        RETURN 'unknown_poll';
    ELSIF poll.is_closed THEN
        RETURN 'closed';
    ELSIF poll.known = 0 OR poll.known <> cardinality(ticked) THEN
        RETURN 'unknown_choice';
    ELSIF poll.known > (CASE poll.kind WHEN 'several' THEN poll.max_choices WHEN 'ranking' THEN poll.known ELSE 1 END)
    THEN
        RETURN 'too_many_choices';
    END IF;
    IF poll.kind = 'several' THEN
        ticked := ARRAY(SELECT choice FROM unnest(ticked) AS choice ORDER BY choice);
    END IF;
    IF NOT poll.asks_reason THEN
        the_reason := '';
    END IF;
    IF the_network <> '' AND NOT is_proven THEN
        worth := polls_admit(the_poll, the_address, the_network, has_script);
        IF worth IN ('challenged', 'crowded') THEN
            -- Unless it is no new voter.
            RETURN coalesce(polls_vote_again(the_poll, the_voter, ticked, the_reason, poll.may_change), worth);
        END IF;
        -- The same paper twice in two seconds from one nameless browser is one press of the button too many: it is
        -- counted once, and belongs to the name that the browser was given last.
        IF the_agent <> '' THEN
            UPDATE polls_ballot SET voter = the_voter
            WHERE id = (
                SELECT id FROM polls_ballot
                WHERE poll_id = the_poll AND network = the_network AND agent = the_agent AND choices = ticked
                    AND created_at > statement_timestamp() - interval '2 seconds'
                ORDER BY id DESC LIMIT 1
            );
            IF FOUND THEN
                RETURN 'repeated';
            END IF;
        END IF;
    END IF;
    INSERT INTO polls_ballot (poll_id, choices, reason, voter, standing, place, is_proven, created_at,
                              address, network, agent)
    VALUES (the_poll, ticked, the_reason, the_voter, worth, the_place, is_proven, statement_timestamp(),
            the_address, the_network, the_agent)
    ON CONFLICT (poll_id, voter) DO NOTHING;
    IF FOUND THEN
        RETURN CASE worth WHEN 'pending' THEN 'pending' ELSE 'accepted' END;
    END IF;
    -- This voter has a ballot; one cast at the same time has committed meanwhile.
    RETURN polls_vote_again(the_poll, the_voter, ticked, the_reason, poll.may_change);
END $$;
"""

# What readers saw changes by a correction that says so, written before in the same transaction; their votes stay.
PAPER = """
CREATE FUNCTION polls_readers_saw(poll polls_poll) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT poll.was_public OR (poll.is_published AND poll.opens_at <= now())
$$;

CREATE FUNCTION polls_keep_question() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT polls_readers_saw(OLD) THEN
        RETURN NEW;
    END IF;
    IF (NEW.kind, NEW.low_label, NEW.high_label, NEW.slug) <> (OLD.kind, OLD.low_label, OLD.high_label, OLD.slug)
        OR NEW.max_choices IS DISTINCT FROM OLD.max_choices
        OR NEW.question <> OLD.question AND NOT EXISTS (
            SELECT FROM polls_correction
            WHERE poll_id = OLD.id AND choice_id IS NULL AND before = OLD.question AND after = NEW.question
        )
    THEN
        RAISE EXCEPTION 'readers saw what poll % asks', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION polls_keep_choices() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    poll polls_poll;
BEGIN
    SELECT * INTO poll FROM polls_poll WHERE id = CASE TG_OP WHEN 'INSERT' THEN NEW.poll_id ELSE OLD.poll_id END;
    IF NOT FOUND OR NOT polls_readers_saw(poll) THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP <> 'UPDATE'
        OR (NEW.poll_id, NEW."order", NEW.picture) <> (OLD.poll_id, OLD."order", OLD.picture)
        OR NEW.text <> OLD.text AND NOT EXISTS (
            SELECT FROM polls_correction
            WHERE choice_id = OLD.id AND before = OLD.text AND after = NEW.text
        )
    THEN
        RAISE EXCEPTION 'readers saw the choices of poll %', poll.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER polls_poll_question_kept BEFORE UPDATE ON polls_poll
    FOR EACH ROW EXECUTE FUNCTION polls_keep_question();
CREATE TRIGGER polls_choice_kept BEFORE INSERT OR UPDATE OR DELETE ON polls_choice
    FOR EACH ROW EXECUTE FUNCTION polls_keep_choices();
"""

# The trail goes with a draft that is deleted, and only then.
TRAIL = """
CREATE FUNCTION polls_keep_trail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND NOT EXISTS (
        SELECT FROM polls_poll AS poll WHERE poll.id = OLD.poll_id AND polls_readers_saw(poll)
    ) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'rows of % are append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER polls_pollentry_kept BEFORE UPDATE OR DELETE ON polls_pollentry
    FOR EACH ROW EXECUTE FUNCTION polls_keep_trail();
"""

UNDO = """
DROP TRIGGER polls_pollentry_kept ON polls_pollentry;
DROP TRIGGER polls_choice_kept ON polls_choice;
DROP TRIGGER polls_poll_question_kept ON polls_poll;
DROP TRIGGER polls_ballot_kept ON polls_ballot;
DROP TRIGGER polls_ballot_tally_changed ON polls_ballot;
DROP TRIGGER polls_ballot_tally_new ON polls_ballot;
DROP FUNCTION polls_keep_trail, polls_keep_choices, polls_keep_question, polls_readers_saw, polls_cast_vote,
    polls_admit, polls_vote_again, polls_tally_changed, polls_tally_new;
"""


class Migration(migrations.Migration):
    """The database counts: ballots and tally change together, and a vote is one call of `polls_cast_vote`."""

    dependencies = [("polls", "0004_ballots")]

    operations = [
        append_only("polls_correction"),
        migrations.RunSQL(sql=TALLY + CAST + PAPER + TRAIL, reverse_sql=UNDO),
    ]
