"""Facts that this app states, after commit. Reactions across apps belong into the roof, as `newsroom/receivers.py`."""

from django.dispatch import Signal

article_moved = Signal()
"""A story changed its state. Arguments: `article` (as saved), `transition` (from the table), `by` (account)."""

article_edited = Signal()
"""Text, bylines or tags of a published story changed. Arguments: `article`, `by`."""

correction_issued = Signal()
"""A correction was issued, its story mended with it. Arguments: `correction`, `by`."""
