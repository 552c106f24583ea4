"""Preview links of polls: made, revoked, opened. A missing right raises PermissionDenied."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.pages.clock import database_now
from newsroom.pages.previews import DEFAULT_LIFE, LIVES
from newsroom.text.vietnamese import format_zoned
from polls.actions import Act, locked, record
from polls.models import PollLink
from polls.workflow import State


@transaction.atomic
def make(poll, *, by, days=DEFAULT_LIFE) -> PollLink:
    """A new link to a poll that readers have not seen, for whoever may write in it."""
    if not by.has_perm("polls.change_poll"):
        raise PermissionDenied
    stored = locked(poll)
    if stored.has_been_public(stored.now):
        raise ValidationError(_("Readers have seen this poll: it needs no preview."))
    if days not in LIVES:
        raise ValidationError(_("A preview link cannot be made for that long."))
    until = database_now() + timedelta(days=days)
    record(stored, Act.SHOWN, by, note=format_zoned(until))
    return PollLink.objects.create(poll=stored, made_by=by, expires_at=until)


@transaction.atomic
def revoke(link: PollLink, *, by):
    """Let the link open nothing any more; of a link that is dead already the trail says nothing."""
    if not by.has_perm("polls.change_poll"):
        raise PermissionDenied
    locked(link.poll)
    if PollLink.objects.live().filter(pk=link.pk).exists():
        record(link.poll, Act.REVOKED, by)
    link.revoke(by)


def opens(link: PollLink) -> bool:
    """Whether the link leads anywhere now: to the preview, or to the poll that readers see by now."""
    at = database_now()
    return link.is_within_term(at) and link.poll.state(at) is not State.WITHDRAWN
