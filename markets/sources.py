"""Sources by name: what is typed on a sheet for the first time becomes a source with nothing but its name."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError

from markets.models import Source


def find(wanted: Iterable[Source | str], *, may_add: bool = True) -> dict[Source | str, Source | ValidationError]:
    """The source for each that is wanted, or the complaint (by field `source`) that its name cannot be one.

    Unless one `may_add`, an unknown name gives a source that is not saved.
    """
    wanted = set(wanted)
    found = {source: source for source in wanted if isinstance(source, Source)}
    names = {text: _checked(text) for text in wanted if not isinstance(text, Source)}
    good = {name for name in names.values() if isinstance(name, str)}
    rows = _named(good, may_add) if good else {}
    return found | {text: rows[name] if isinstance(name, str) else name for text, name in names.items()}


def _checked(text):
    try:
        return Source._meta.get_field("name").clean(text, None)
    except ValidationError as error:
        return ValidationError({"source": error.error_list})


def _named(names, may_add):
    rows = {source.name: source for source in Source.objects.filter(name__in=names)}
    missing = names - rows.keys()
    if not may_add:
        return rows | {name: Source(name=name) for name in missing}
    if missing:
        # Another sheet may name the same new source at this moment.
        Source.objects.bulk_create([Source(name=name) for name in missing], ignore_conflicts=True)
        rows |= {source.name: source for source in Source.objects.filter(name__in=missing)}
    return rows
