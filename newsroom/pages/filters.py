"""Filters of the desk's lists, as far as the address may name them."""

HARMLESS = {"exact", "in", "isnull", "gt", "gte", "lt", "lte"}


class ListedFilters:
    """For a ModelAdmin: only fields of its `list_filter` may be filtered by in the address, and by plain comparison.

    Django by itself takes any field, over one relation backwards too: `?articles=7` on the list of tags would tell
    which tags somebody else's draft bears, and `?title__regex=(` would be an error of the database.
    """

    def lookup_allowed(self, lookup, value, request):
        listed = [entry[0] if isinstance(entry, tuple) else entry for entry in self.get_list_filter(request)]
        if lookup in [getattr(entry, "parameter_name", None) for entry in listed]:
            return True
        field = max((f for f in listed if isinstance(f, str) and lookup.startswith(f)), key=len, default=None)
        return field is not None and set(lookup.removeprefix(field).split("__")) - {"", "id", "pk"} <= HARMLESS
