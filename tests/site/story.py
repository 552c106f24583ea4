"""Puts the owner's own article into the demonstration, by the desk's verbs, and prints its address.

Run as a module where the site's environment is set (`tests.site.server`).
"""

import sys
from datetime import timedelta
from html import escape

import django

from tests.samples import owners_story

AGE = timedelta(days=30)  # out of the way of the front page


def put() -> str:
    """The address of the article, published by the demonstration's reporter and editor."""
    from django.utils import timezone  # noqa: PLC0415  (models can be had only after django.setup)

    from articles import actions  # noqa: PLC0415
    from articles.byline import Role  # noqa: PLC0415
    from articles.models import Article, PenName, Section  # noqa: PLC0415
    from newsroom.desk.models import User  # noqa: PLC0415

    title, standfirst, paragraphs, byline = owners_story()
    body = "".join(f"<p>{escape(text, quote=False)}</p>" for text in paragraphs)
    reporter, editor = User.objects.get(username="phongvien"), User.objects.get(username="bientap")
    section = Section.objects.get(slug="xay-dung-dang")
    story = actions.create(Article(section=section, title=title, standfirst=standfirst, body=body), by=reporter)
    story.bylines.create(pen_name=PenName.objects.get(name=byline), role=Role.TEXT, position=0)
    for move, by in (("submit", reporter), ("approve", editor), ("publish", editor)):
        actions.move(move, story, by=by)
    then = timezone.now() - AGE
    Article.objects.filter(pk=story.pk).update(published_at=then, changed_at=then)
    return story.get_absolute_url()


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(put())
