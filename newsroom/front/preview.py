"""What a preview link opens: a story, and the front page with it, as readers will see them.

The shell around them holds nothing of the story, so that a robot which follows the link learns nothing; what it shows
stands in a frame, as wide as asked. None of it is kept by a cache or listed by a search engine.
"""

from csp.constants import SELF
from csp.decorators import csp_replace
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.clickjacking import xframe_options_sameorigin

from articles import previews
from articles.models import Article, PreviewLink
from articles.views import context_of
from newsroom.front.composition import compose_front
from newsroom.pages.previews import for_the_invited

PAGES = {"": ("preview_story", _("Story")), "trang-nhat": ("preview_front", _("Front page"))}
WIDTHS = {"": _("This screen"), "dien-thoai": _("Phone"), "may-tinh": _("Computer")}


_of_a_link = for_the_invited(PreviewLink.objects.with_stories().by_token, previews.opens)


def _framed(view):
    return xframe_options_sameorigin(csp_replace({"frame-ancestors": [SELF]})(view))


@csp_replace({"frame-src": [SELF]})
@_of_a_link
def shell(request, link):
    """The frame and its switches; opening it is what is counted, using the switches is not."""
    if request.method == "GET" and not request.GET:
        link.count_opening()
    page = _chosen(request, "trang", PAGES)
    context = {
        "link": link,
        "page": page,
        "width": _chosen(request, "rong", WIDTHS),
        "pages": [(key, label) for key, (_name, label) in PAGES.items()],
        "widths": list(WIDTHS.items()),
        "address": reverse(PAGES[page][0], args=[link.token]),
        "is_public": link.article.is_published(),
    }
    return render(request, "preview/shell.html", context)


def _chosen(request, name, choices):
    asked = request.GET.get(name, "")
    return asked if asked in choices else ""


@_framed
@_of_a_link
def story(request, link):
    """The story's page."""
    return render(request, "preview/story.html", {**context_of(_story(link)), "metadata": None})


@_framed
@_of_a_link
def front(request, link):
    """The front page, composed as if the story had just appeared; where it has, as it is."""
    shown = _story(link)
    composed = compose_front() if link.article.is_published() else compose_front(newest=shown)
    return render(request, "preview/front.html", composed)


def _story(link):
    """The story as it would be published. Its own links stay inside the preview: nothing answers at its address yet."""
    story = previews.as_published(Article.objects.for_page().get(pk=link.article_id))
    story.get_absolute_url = link.get_absolute_url
    return story
