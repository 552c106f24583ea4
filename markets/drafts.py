"""Keeps what is typed on day sheets until it is recorded, and knows who has one open.

A group has one sheet in work, whoever types on it: what somebody began at home, a colleague ends at the desk. Changes
are merged cell by cell under a lock, so that two people fill different rows at once; of one cell the last key wins.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from markets.models import Draft, Group, OpenSheet
from newsroom.text.vietnamese import local

HEARD_OF = timedelta(seconds=75)
"""Who was not heard of for so long has gone. Pages tell of themselves every 25 seconds."""
LONGEST = 120
HEAD = ("source", "quoted_at")


def cells_of(group: Group) -> dict[str, str]:
    """What is typed on the sheet of the group, by field. Source and time alone do not outlast their day."""
    draft = Draft.objects.filter(group=group).first()
    if draft is None:
        return {}
    is_of_today = local(draft.changed_at).date() == timezone.localdate()
    return draft.cells if is_of_today or draft.cells.keys() - set(HEAD) else {}


@transaction.atomic
def keep(group: Group, changed: Mapping[str, str], *, by) -> dict[str, str]:
    """Merge the cells that somebody changed into the sheet; gives back all of it. An emptied cell is left out.

    Names that are no field of the sheet are ignored, texts are cut to what a price or a source may need.
    """
    names = _names(group)
    known = {name: str(text)[:LONGEST] for name, text in changed.items() if name in names}
    draft = _locked(group)
    draft.cells = {name: text for name, text in (draft.cells | known).items() if text.strip()}
    draft.changed_by = by
    draft.save()
    return draft.cells


@transaction.atomic
def clear(group: Group, names: Iterable[str], *, by) -> None:
    """Forget cells that were recorded; with the last price go source and time."""
    draft = _locked(group)
    left = {name: text for name, text in draft.cells.items() if name not in set(names)}
    draft.cells = left if left.keys() - set(HEAD) else {}
    draft.changed_by = by
    draft.save()


def come(group: Group, account) -> None:
    """Note that the account has the sheet open."""
    OpenSheet.objects.update_or_create(group=group, account=account)


def leave(group: Group, account) -> None:
    """Note that it has closed it."""
    OpenSheet.objects.filter(group=group, account=account).delete()


def others(group: Group, account) -> list[str]:
    """The names of the others who have the sheet open. One query."""
    here = OpenSheet.objects.filter(group=group, seen_at__gte=timezone.now() - HEARD_OF).exclude(account=account)
    return [str(one.account) for one in here.select_related("account").order_by("pk")]


def _locked(group):
    Draft.objects.get_or_create(group=group)
    return Draft.objects.select_for_update(of=["self"]).get(group=group)


def _names(group):
    fields = {f"instrument-{one.pk}-{name}" for one in group.instruments.all() for name in one.value_fields}
    return fields | set(HEAD)
