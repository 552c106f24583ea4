"""What readers are shown of stories. Each view asks a named question, decides, renders."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from articles import pages, reading, seo
from articles.beside import beside
from articles.models import Article, Correction, PenName, Tag
from newsroom.pages.pagination import archive_page
from newsroom.pages.store import shows, stored


@stored()
@require_safe
def article(request, section, slug, pk):
    """A story; a wrong section or slug redirects to the right one, a withdrawn or expired story is gone (410)."""
    found = reading.story(pk=pk)
    if not found:
        return _not_public(request, pk)
    [story] = found
    if request.path != story.get_absolute_url():
        return redirect(story, permanent=True)
    context = context_of(story)
    shows(request, *pages.of_story(story, context["related"], context["read_on"], context["gaps"]))
    return render(request, "articles/article.html", context)


def context_of(story) -> dict:
    """What the page of a story from `for_page()` shows; it needs a time of publication."""
    here = (story.section_id, story.section.parent_id)
    return {"article": story, "here": here, **vars(beside(story)), "metadata": seo.for_article(story)}


def _not_public(request, pk):
    """410 for what was taken back or has expired; 404, and no redirect that would tell a title, for what never was."""
    gone = Article.objects.gone().filter(pk=pk).first()
    if gone:
        return render(request, "410.html", {"has_expired": gone.is_expired()}, status=410)
    raise Http404


@stored(number="page")
@require_safe
def section(request, section):
    """The newest stories of a section and its children; `?page=` counts from the oldest."""
    found = reading.section(slug=section)
    if not found:
        raise Http404
    [section] = found
    page = archive_page(reading.of_section.given(section=section.pk), request.GET.get("page"))
    context = {"section": section, "children": reading.children(section=section.pk)}
    context |= {
        "at": section.pk,
        "here": (section.parent_id,),
        "page": page,
        "metadata": seo.for_section(section, page),
    }
    shows(request, *pages.of_archive(f"section:{section.pk}", page))
    return render(request, "articles/section.html", context)


@stored(number="page")
@require_safe
def author(request, slug):
    """What appeared under one pen name; nothing here tells of another one of the same person."""
    pen_name = get_object_or_404(PenName, slug=slug)
    stories, describe = reading.by_name.given(pen_name=pen_name.pk), partial(seo.for_author, pen_name)
    return _archive_of(request, f"person:{pen_name.pk}", stories, describe, template="author", pen_name=pen_name)


@stored(number="page")
@require_safe
def tag(request, slug):
    """The newest stories that carry a tag."""
    tag = get_object_or_404(Tag, slug=slug)
    stories, describe = reading.with_tag.given(tag=tag.pk), partial(seo.for_tag, tag)
    return _archive_of(request, f"tag:{tag.pk}", stories, describe, template="tag", tag=tag)


@stored(number="page")
@require_safe
def corrections(request):
    """All corrections of stories that readers may see, newest first; `?page=` counts from the oldest."""
    page = archive_page(Correction.objects.public().newest_first().for_page(), request.GET.get("page"))
    context = {"page": page, "heading": Correction.HEADING, "metadata": seo.for_corrections(page)}
    shows(request, *pages.of_corrections(page))
    return render(request, "articles/corrections.html", context)


def _archive_of(request, name, stories, describe, template, **context):
    page = archive_page(stories, request.GET.get("page"))
    if not page.items:
        raise Http404  # that a tag or a pen name exists can tell of a story to come
    shows(request, *pages.of_archive(name, page))
    return render(request, f"articles/{template}.html", {**context, "page": page, "metadata": describe(page)})
