"""The page store: readers' pages as files that the proxy serves by itself (docs/caching.md).

A view says `@stored(…)` and names what its page shows by tags; whoever changes something calls `purge` with the tags of
what changed. Both may be done anywhere; everything else is this package's own business.

    views       `stored` and `shows`, what a view says; the answer from the store, or rendered once and stored
    tags        names for lists: which pages of one change when something comes to stand in it
    purges      what became out of date, in the database, for every machine; no rendering can outrun it
    shelf       the files and, in SQLite beside them, which tags each page has
    sources     which database a page is read from: the primary, or a replica that shows nothing older
    keeping     what keeps a machine's shelf up to date: purges of others, and the clock
    cdn         the same for a content delivery network in front
"""

from newsroom.pages.store.purges import purge
from newsroom.pages.store.views import for_readers, never_stored, shows, stored

EVERYTHING = "*"
"""The tag that every page has."""

__all__ = ["EVERYTHING", "for_readers", "never_stored", "purge", "shows", "stored"]
