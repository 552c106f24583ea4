"""The readers' shell: front page, search page, robots, health."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles import reading
from newsroom.front import seo
from newsroom.front.composition import compose_front, tags_of
from newsroom.front.models import Paper
from newsroom.pages.store import for_readers, shows, stored
from newsroom.text import search as search_syntax

RESULTS = 30


@stored("paper", "sections", "today", "corrections:front")
@require_safe
def front(request):
    """The front page: lead, secondaries, a block per section; prices and poll at the side."""
    paper = Paper.current()
    composed = compose_front()
    context = {**composed, "paper": paper, "sections": composed["sections_of_blocks"], "metadata": seo.for_front(paper)}
    shows(request, *tags_of(composed))
    return render(request, "front/front.html", context)


@stored("side")
@require_safe
def side(request):
    """What stands beside a story or a list and has a clock of its own: prices and poll. Fetched into the page by
    side.js, so that a new price leaves the archive as it is.
    """
    response = render(request, "front/side.html")
    response["X-Robots-Tag"] = "noindex"
    return response


@for_readers
@require_safe
def search(request):
    """Search by words, accents or not. Never stored by caches, since anybody can make up addresses here."""
    query = search_syntax.parse(request.GET.get("q", ""))
    found = [] if query.is_empty else reading.found(query, RESULTS + 1)
    response = render(
        request, "front/search.html", {"query": query, "results": found[:RESULTS], "more": len(found) > RESULTS}
    )
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


@stored()
@require_safe
def robots(request):
    """robots.txt: everything but the desk and the search."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /tim-kiem/",
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
        f"Sitemap: {settings.SITE_URL}/news-sitemap.xml",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def healthz(request):
    """Liveness and readiness for load balancers: 200 when the database answers, 503 when not. Tells nothing else."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "database away"}, status=503)
    return JsonResponse({"status": "ok"})
