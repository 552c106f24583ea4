"""Which story stands where on the front page."""

from articles.models import Article, Correction, Section

PAIR, REST, PER_SECTION = 2, 7, 4


def compose_front(newest: Article | None = None) -> dict:
    """The front page's stories: `lead` (or None), `pair` under it with pictures, `rest` in words, and `blocks` of
    (section, stories); and the `corrections` that have their place there.

    Newest first everywhere. No story stands twice: a section block leaves out what the top of the page shows.
    Six queries, however many stories and sections there are. `newest` is a story to count as published this moment,
    for a preview.
    """
    published = Article.objects.published()
    if newest:
        published = published.exclude(pk=newest.working_copy_of_id)  # the copy stands in its place
    top = list(published.newest_first().for_cards()[: 1 + PAIR + REST])
    if newest:
        top = [newest, *top][: 1 + PAIR + REST]
    return {
        "lead": top[0] if top else None,
        "pair": top[1 : 1 + PAIR],
        "rest": top[1 + PAIR :],
        "blocks": _blocks({story.working_copy_of_id or story.pk for story in top}),
        "corrections": list(Correction.objects.on_front().newest_first().for_page()),
    }


def _blocks(shown):
    # Enough per section that the block stays full when all the top stories come from it.
    newest = Article.objects.published().newest_per_section(PER_SECTION + len(shown)).for_cards()
    by_section = {}
    for story in sorted(newest, key=lambda story: story.place):
        if story.pk not in shown:
            by_section.setdefault(story.top_section_id, []).append(story)
    return [(s, by_section[s.pk][:PER_SECTION]) for s in Section.objects.top() if s.pk in by_section]
