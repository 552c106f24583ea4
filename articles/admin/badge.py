"""The state of a story as the desk shows it everywhere: a word and a mark, whose shape its class says."""

from django.utils.html import format_html
from django.utils.translation import pgettext_lazy

SCHEDULED = pgettext_lazy("story", "Scheduled")
EXPIRED = pgettext_lazy("story", "Expired")


def state_words(article, at=None):
    """The story's state at `at` (the database's now unless given); a scheduled or expired story says so."""
    return {"scheduled": SCHEDULED, "expired": EXPIRED}.get(_mark(article, at)) or article.get_status_display()


def state_badge(article, at=None):
    """Mark and word as HTML."""
    return format_html('<span class="badge badge--{}">{}</span>', _mark(article, at), state_words(article, at))


def state_mark(article, at=None):
    """The mark alone, for a place that has the word beside it."""
    return format_html('<span class="badge badge--{}" aria-hidden="true"></span>', _mark(article, at))


def _mark(article, at):
    return article.stage(at) or article.status
