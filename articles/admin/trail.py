"""The trail of a story: its newest steps beside the form, all of them in pages of their own."""

from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import rights
from articles.workflow import TRANSITIONS
from newsroom.pages.keyset import Long, Place

BESIDE_FORM, ON_PAGE = 20, 50


class TrailMixin:
    """For the story's ModelAdmin. Rights are checked by what opens the story."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.trail_view)
        return [path("<int:pk>/trail/", view, name="articles_article_trail"), *super().get_urls()]

    @method_decorator(require_safe)
    def trail_view(self, request, pk):
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        if not rights.may_view(request.user, article):
            raise PermissionDenied
        steps = Long(article.trail.select_related("by").annotate(moment=F("at")))
        page = steps.page(ON_PAGE, *(Place.read(request.GET.get(name, "")) for name in ("after", "before")))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Trail: %(title)s") % {"title": article},
            "opts": self.opts,
            "article": article,
            "trail": page.items,
            "page": page,
        }
        return TemplateResponse(request, "admin/articles/article/trail.html", context)


def newest_steps(article) -> dict:
    """What the form shows: `trail`, its newest steps, whether there are `earlier` ones, and the `last_note` that says
    why somebody moved the story.
    """
    if not article.pk:
        return {"trail": [], "earlier": False, "last_note": None}
    steps = article.trail.select_related("by")
    trail = list(steps[: BESIDE_FORM + 1])
    earlier = len(trail) > BESIDE_FORM
    last_note = next((entry for entry in trail if entry.says_why), None)
    if earlier and last_note is None:
        last_note = steps.filter(move__in=TRANSITIONS).exclude(note="").first()
    return {"trail": trail[:BESIDE_FORM], "earlier": earlier, "last_note": last_note}
