from django.db import migrations


class Migration(migrations.Migration):
    """A vote's choice is one of the vote's poll: a foreign key over both columns, held by the database itself."""

    dependencies = [("polls", "0001_initial")]

    operations = [
        migrations.RunSQL(
            sql="""
                ALTER TABLE polls_choice ADD CONSTRAINT choice_of_poll UNIQUE (id, poll_id);
                ALTER TABLE polls_vote ADD CONSTRAINT vote_for_choice_of_poll
                    FOREIGN KEY (choice_id, poll_id) REFERENCES polls_choice (id, poll_id);
            """,
            reverse_sql="""
                ALTER TABLE polls_vote DROP CONSTRAINT vote_for_choice_of_poll;
                ALTER TABLE polls_choice DROP CONSTRAINT choice_of_poll;
            """,
        ),
    ]
