"""What stands with a story outside its own row: who signs it, as what, in which order, and its tags."""

from dataclasses import dataclass

from articles.models import Article, Byline


@dataclass(frozen=True)
class Credits:
    """Primary keys only: `bylines` as (pen name, role) in the order of the line, `tags` in no order."""

    bylines: tuple[tuple[int, str], ...] = ()
    tags: frozenset[int] = frozenset()

    @classmethod
    def of(cls, article: Article) -> "Credits":
        """The credits that the database has."""
        lines = Byline.objects.filter(article=article).values_list("pen_name", "role")
        return cls(tuple(lines), frozenset(article.tags.values_list("pk", flat=True)))

    def write(self, article: Article):
        """Give `article` these credits and no others. For the verbs, which hold the lock on the story."""
        standing = {(line.pen_name_id, line.role): line for line in article.bylines.all()}
        kept = [standing.pop(key, None) for key in self.bylines]
        spare = list(standing.values())  # written anew rather than replaced: open forms know the rows by their keys
        for place, (key, line) in enumerate(zip(self.bylines, kept, strict=True), start=1):
            line = line or (spare.pop(0) if spare else Byline(article=article))
            (line.pen_name_id, line.role), line.position = key, place
            line.save()
        for line in spare:
            line.delete()
        article.tags.set(self.tags)
