"""Which story stands where on the front page."""

from django.db.models import prefetch_related_objects

from articles import pages
from articles.models import Article, Correction, Section
from newsroom.pages.store.tags import window

PAIR, REST, PER_SECTION = 2, 7, 4


def compose_front(newest: Article | None = None) -> dict:
    """The front page's stories: `lead` (or None), `pair` under it with pictures, `rest` in words, and `blocks` of
    (section, stories); and the `corrections` that have their place there.

    Newest first everywhere. No story stands twice: a section block leaves out what the top of the page shows.
    `sections_of_blocks` are all that may have a block. Five queries, however many stories and sections there are.
    `newest` is a story to count as published this moment, for a preview.
    """
    published = Article.objects.published()
    if newest:
        published = published.exclude(pk=newest.working_copy_of_id)  # the copy stands in its place
    top = list(published.newest_first().for_cards().prefetch_related(None)[: 1 + PAIR + REST])
    if newest:
        top = [newest, *top][: 1 + PAIR + REST]
    sections = list(Section.objects.top())
    blocks = _blocks(sections, {story.working_copy_of_id or story.pk for story in top})
    shown = [*top, *(story for _section, stories in blocks for story in stories)]
    prefetch_related_objects(shown, Article.objects.bylines_of())
    return {
        "lead": top[0] if top else None,
        "pair": top[1 : 1 + PAIR],
        "rest": top[1 + PAIR :],
        "sections_of_blocks": sections,
        "blocks": blocks,
        "corrections": list(Correction.objects.on_front().newest_first().for_page()),
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


def _blocks(sections, shown):
    # Enough per section that the block stays full when all the top stories come from it.
    newest = Article.objects.published().newest_per_section(PER_SECTION + len(shown)).for_cards().prefetch_related(None)
    by_section = {}
    for story in sorted(newest, key=lambda story: story.place):
        if story.pk not in shown:
            by_section.setdefault(story.top_section_id, []).append(story)
    return [(s, by_section[s.pk][:PER_SECTION]) for s in sections if s.pk in by_section]
