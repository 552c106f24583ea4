"""What the story editor asks when somebody looks for a poll or a price to put into a text."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.views.decorators.http import require_safe

from newsroom.pages import embeds
from newsroom.text.vietnamese import one_line

LONGEST = 100


@require_safe
def search(request):
    """What may be shown in the way `kind` and has the words `q` in its name, newest first, for whoever writes stories:
    `found`, each with `title`, `path` and `note`.
    """
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
    kind, words = request.GET.get("kind", ""), one_line(request.GET.get("q", ""))[:LONGEST]
    if kind not in embeds.kinds():
        raise Http404
    found = [{"title": it.title, "path": it.path, "note": it.note} for it in embeds.search(kind, words, request.user)]
    return JsonResponse({"found": found})
