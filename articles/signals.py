"""Facts that this app states, after commit. Reactions across apps belong into the roof, as `newsroom/receivers.py`."""

from django.dispatch import Signal

article_moved = Signal()
"""A story changed its state. Arguments: `article` (as saved), `transition` (from the table), `by` (account), `note`."""

article_edited = Signal()
"""Text, bylines or tags of a published story changed. Arguments: `article`, `by`."""

note_changed = Signal()
"""A note on a story was written, edited, deleted, resolved or reopened. Arguments: `note`, `act` (NoteEntry.Act), `by`,
`mentioned` (primary keys of the accounts that it names for the first time)."""

assignment_moved = Signal()
"""An assignment was given, changed or moved. Arguments: `assignment` (as saved), `act` (AssignmentEntry.Act), `by`,
`note`, `former` (the account it was taken from, or None)."""
