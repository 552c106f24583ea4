"""By what the pages of stories are tagged in the page store. `newsroom.receivers` purges by the same names.

    story:12    anything of the story: its own page, the feeds that list it
    page:12     its own page alone
    title:12    a page that leads to it by its title
    card:12     a page on which its headline stands, with all that belongs to one
    photo:…     a page that shows the picture in that folder

and as lists (newsroom.pages.store.tags) `stories`, `section:3`, `tag:7`, `person:5`, `corrections`.
"""

import re
from posixpath import dirname

from django.conf import settings

from newsroom.pages import embeds
from newsroom.pages.store import tags

STORIES = "stories"
CORRECTIONS = "corrections"
_PICTURES = re.compile(r'<img\b[^>]*?\bsrc="([^"]+)"')


def of_story(story, related, read_on, gaps) -> list[str]:
    """The page of a story from `for_page()`; `gaps` are the places in which a new one would show there."""
    others = [*related, *([read_on] if read_on else [])]
    answers = [story.replies_to_id, *(answer.pk for answer in story.answers)]
    replies = [f"title:{pk}" for pk in answers if pk]
    pictures = [f"photo:{folder}" for folder in _pictures_in(story)]
    lent = embeds.tags(story.body)
    return [f"story:{story.pk}", f"page:{story.pk}", *cards(others), *replies, *pictures, *lent, *gaps]


def of_archive(name: str, page) -> list[str]:
    """One page of the archive of a list of stories."""
    return [tags.archive(name, page), *cards(page.items)]


def of_corrections(page) -> list[str]:
    return [tags.archive(CORRECTIONS, page), *(f"title:{one.article_id}" for one in page.items)]


def of_newest_corrections(shown, most) -> list[str]:
    """What shows the newest corrections, `most` of them where there are so many."""
    window = tags.window(CORRECTIONS, shown, len(shown) == most)
    return [*window, *(f"title:{one.article_id}" for one in shown)]


def cards(stories) -> list[str]:
    """Headlines of stories from `for_cards()`, with what stands beside them."""
    found = [f"card:{story.pk}" for story in stories]
    return found + [f"photo:{story.lead_photo.folder}" for story in stories if story.lead_photo]


def _pictures_in(story):
    lead = [story.lead_photo.folder] if story.lead_photo else []
    return lead + [dirname(address.removeprefix(settings.MEDIA_URL)) for address in _PICTURES.findall(story.body)]
