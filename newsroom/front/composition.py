"""Which story stands where on the front page."""

from articles import pages, reading
from articles.models import Article
from articles.reading import PER_SECTION
from newsroom.pages.store.tags import window

PAIR, REST = 2, 7


def compose_front(newest: Article | None = None) -> dict:
    """The front page's stories: `lead` (or None), `pair` under it with pictures, `rest` in words, and `blocks` of
    (section, stories); and the `corrections` that have their place there.

    Newest first everywhere. No story stands twice: a section block leaves out what the top of the page shows.
    `sections_of_blocks` are all that may have a block. Four queries, however many stories and sections there are.
    `newest` is a story to count as published this moment, for a preview.
    """
    most = 1 + PAIR + REST
    if newest:  # a copy stands in the place of its story
        stories = reading.newest.ask().exclude(pk=newest.working_copy_of_id)
        top = [newest, *stories[: most - 1]]
    else:
        top = reading.newest.given()[:most]
    sections = reading.top_sections()
    blocks = _blocks(sections, top, newest)
    return {
        "lead": top[0] if top else None,
        "pair": top[1 : 1 + PAIR],
        "rest": top[1 + PAIR :],
        "sections_of_blocks": sections,
        "blocks": blocks,
        "corrections": reading.corrections_on_front(),
    }


def tags_of(front: dict) -> list[str]:
    """By what the page that `compose_front` made is tagged: its headlines, and wherever a new story would show."""
    top = [*([front["lead"]] if front["lead"] else []), *front["pair"], *front["rest"]]
    shown = [*top, *(story for _section, stories in front["blocks"] for story in stories)]
    tags = [*pages.cards(shown), *window(pages.STORIES, top, len(top) == 1 + PAIR + REST)]
    blocks = dict(front["blocks"])
    for section in front["sections_of_blocks"]:
        stories = blocks.get(section, [])
        tags += window(f"section:{section.pk}", stories, len(stories) == PER_SECTION)
    return tags + [f"title:{correction.article_id}" for correction in front["corrections"]]


def _blocks(sections, top, newest):
    if not top:
        return []
    last, but = top[-1], newest.working_copy_of_id or newest.pk if newest else 0
    by_section = {}
    for story in sorted(reading.for_blocks(at=last.published_at, pk=last.pk, but=but), key=lambda story: story.place):
        by_section.setdefault(story.top_section_id, []).append(story)
    return [(section, by_section[section.pk]) for section in sections if section.pk in by_section]
