"""Deleting what stories still need is refused with the list of those stories."""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

SHOWN = 10


class ShowsUses:
    """For a ModelAdmin: names the stories that keep an object from being deleted. Subclasses say how to find them."""

    def stories_using(self, objects):
        """The queryset of stories that need any of `objects`."""
        raise NotImplementedError

    def get_deleted_objects(self, objs, request):
        to_delete, counts, missing_rights, protected = super().get_deleted_objects(objs, request)
        stories = self.stories_using(objs).distinct()
        total = stories.count()
        if not total:
            return to_delete, counts, missing_rights, protected
        # Only stories that this account may open are named; a title can be a secret.
        named = list(stories.for_desk(request.user)[:SHOWN])
        uses = [format_html("{}: “{}”", _("Story"), story.title) for story in named]
        if total > len(named):
            uses.append(_rest(total - len(named), after=named))
        # Nobody may delete stories, so Django would report that as the reason: the stories are.
        return to_delete, counts, set(), uses


def _rest(count, after):
    if after:
        return _("… and %(count)d more") % {"count": count}
    words = ngettext("%(count)d story outside your work", "%(count)d stories outside your work", count)
    return words % {"count": count}
