"""Facts that this app states, after commit. Receivers live in `newsroom/receivers.py` and each app's own."""

from django.dispatch import Signal

article_moved = Signal()
"""A story changed its state. Arguments: `article` (as saved), `transition` (from the table), `by` (account)."""

article_edited = Signal()
"""The text of a published story changed. Arguments: `article`, `by`."""
