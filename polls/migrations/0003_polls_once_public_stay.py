from django.db import migrations, models


class Migration(migrations.Migration):
    """The database remembers which polls readers could see, also those taken back since, and refuses to delete them."""

    dependencies = [("polls", "0002_choice_of_poll")]

    operations = [
        migrations.AddField(
            model_name="poll",
            name="was_public",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.RunSQL(
            sql="""
                CREATE FUNCTION polls_keep_once_public() RETURNS trigger LANGUAGE plpgsql AS $$
                DECLARE
                    seen boolean := OLD.was_public OR (OLD.is_published AND OLD.opens_at <= now());
                BEGIN
                    IF TG_OP = 'UPDATE' THEN
                        NEW.was_public := seen;
                        RETURN NEW;
                    END IF;
                    IF seen THEN
                        RAISE EXCEPTION 'readers could see poll %', OLD.id USING ERRCODE = 'restrict_violation';
                    END IF;
                    RETURN OLD;
                END $$;
                CREATE TRIGGER polls_poll_once_public BEFORE UPDATE OR DELETE ON polls_poll
                    FOR EACH ROW EXECUTE FUNCTION polls_keep_once_public();
            """,
            reverse_sql="""
                DROP TRIGGER polls_poll_once_public ON polls_poll;
                DROP FUNCTION polls_keep_once_public();
            """,
        ),
    ]
