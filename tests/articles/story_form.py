"""The addresses of the desk's story form and list, and what a browser posts there."""

from django.urls import reverse

LIST = reverse("admin:articles_article_changelist")
ADD = reverse("admin:articles_article_add")


def change_url(story):
    return reverse("admin:articles_article_change", args=[story.pk])


def form(story=None, bylines=(), **typed):
    """What the browser posts from the story form."""
    data = {
        "section": story.section_id if story else "",
        "genre": "tin",
        "kicker": "",
        "title": story.title if story else "",
        "slug": story.slug if story else "",
        "standfirst": story.standfirst if story else "",
        "body": story.body if story else "",
        "lead_photo": "",
        "lead_caption": "",
        "lead_credit": "",
        "lead_alt": "",
        "source": story.source if story else "",
        "seen": story.version if story else "",
        "bylines-TOTAL_FORMS": len(bylines),
        "bylines-INITIAL_FORMS": 0,
        **typed,
    }
    for index, (name, role) in enumerate(bylines):
        data |= {
            f"bylines-{index}-pen_name": name.pk,
            f"bylines-{index}-role": role,
            f"bylines-{index}-position": index + 1,
        }
    return data
