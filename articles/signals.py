"""Facts that this app states, after commit. Reactions across apps belong into the roof, as `newsroom/receivers.py`."""

from django.dispatch import Signal

article_moved = Signal()
"""A story changed its state. Arguments: `article` (as saved), `content` (all that the desk wrote of it, as revisions
keep it), `transition` (from the table), `by` (account), `note`."""

article_timed = Signal()
"""A time of a story was set, moved or cleared. Arguments: `article` (as saved), `before` (dict: field to what stood
there), `by`."""

article_appeared = Signal()
"""Readers see a story since a moment ago: published, its scheduled time come, brought back, prolonged. Argument:
`article`. Sent by `publish_due` within the transaction that remembers it: a receiver that raises undoes that and is
told again at the next run, so what it does outside the database may happen twice."""

article_expired = Signal()
"""Readers no longer see a story, because its time is over. Argument: `article`. Sent as `article_appeared` is."""

article_edited = Signal()
"""Text, bylines or tags of a published story changed. Arguments: `article`, `before` (its content until then, as
revisions keep it), `by`."""

note_changed = Signal()
"""A note on a story was written, edited, deleted, resolved or reopened. Arguments: `note`, `act` (NoteEntry.Act), `by`,
`mentioned` (primary keys of the accounts that it names for the first time)."""

assignment_moved = Signal()
"""An assignment was given, changed or moved. Arguments: `assignment` (as saved), `act` (AssignmentEntry.Act), `by`,
`note`, `former` (the account it was taken from, or None)."""

correction_issued = Signal()
"""A correction was issued, its story mended with it. Arguments: `correction`, `by`."""
