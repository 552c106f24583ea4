"""What readers are shown of stories. Each view asks a named question, decides, renders."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from articles import seo
from articles.models import Article, Correction, PenName, Section, Tag
from newsroom.pages.pagination import archive_page

ABREAST = 3
"""How many further stories stand side by side below a story; only full rows do."""


@require_safe
def article(request, section, slug, pk):
    """A story; a wrong section or slug redirects to the right one, a withdrawn or expired story is gone (410)."""
    story = Article.objects.published().for_page().filter(pk=pk).first()
    if story is None:
        return _not_public(request, pk)
    if request.path != story.get_absolute_url():
        return redirect(story, permanent=True)
    return render(request, "articles/article.html", context_of(story))


def context_of(story) -> dict:
    """What the page of a story from `for_page()` shows; it needs a time of publication."""
    related = _related(story)
    read_on = _read_on(story, beside=related)
    return {"article": story, "related": related, "read_on": read_on, "metadata": seo.for_article(story)}


def _not_public(request, pk):
    """410 for what was taken back or has expired; 404, and no redirect that would tell a title, for what never was."""
    gone = Article.objects.gone().filter(pk=pk).first()
    if gone:
        return render(request, "410.html", {"has_expired": gone.is_expired()}, status=410)
    raise Http404


def _related(story):
    newest = Article.objects.published().in_section(story.section).exclude(pk=story.pk)
    stories = list(newest.newest_first().for_cards()[: 2 * ABREAST])
    return stories[: len(stories) // ABREAST * ABREAST] or stories


def _read_on(story, beside):
    """The story to read next: the one before it in its section, or else the paper's newest; none of `beside`."""
    seen = [story.pk, *(other.pk for other in beside)]
    unseen = Article.objects.published().exclude(pk__in=seen).newest_first().for_cards()
    return unseen.in_section(story.section).not_after(story).first() or unseen.first()


@require_safe
def section(request, section):
    """The newest stories of a section and its children; `?page=` counts from the oldest."""
    section = get_object_or_404(Section.objects.select_related("parent").with_children(), slug=section)
    page = _page_of(request, Article.objects.published().in_section(section))
    context = {"section": section, "page": page, "metadata": seo.for_section(section, page)}
    return render(request, "articles/section.html", context)


@require_safe
def author(request, slug):
    """What appeared under one pen name; nothing here tells of another one of the same person."""
    pen_name = get_object_or_404(PenName, slug=slug)
    stories, describe = Article.objects.published().by(pen_name), partial(seo.for_author, pen_name)
    return _archive_of(request, "articles/author.html", stories, describe, pen_name=pen_name)


@require_safe
def tag(request, slug):
    """The newest stories that carry a tag."""
    tag = get_object_or_404(Tag, slug=slug)
    stories, describe = Article.objects.published().tagged(tag), partial(seo.for_tag, tag)
    return _archive_of(request, "articles/tag.html", stories, describe, tag=tag)


@require_safe
def corrections(request):
    """All corrections of stories that readers may see, newest first; `?page=` counts from the oldest."""
    page = archive_page(Correction.objects.public().newest_first().for_page(), request.GET.get("page"))
    context = {"page": page, "heading": Correction.HEADING, "metadata": seo.for_corrections(page)}
    return render(request, "articles/corrections.html", context)


def _archive_of(request, template, stories, describe, **context):
    page = _page_of(request, stories)
    if not page.items:
        raise Http404  # that a tag or a pen name exists can tell of a story to come
    return render(request, template, {**context, "page": page, "metadata": describe(page)})


def _page_of(request, stories):
    return archive_page(stories.newest_first().for_cards(), request.GET.get("page"))
