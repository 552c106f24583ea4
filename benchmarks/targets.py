"""What the newsroom is to reach, as a table: `must` decides, `aim` is what we work for."""

from dataclasses import dataclass
from operator import ge, le


@dataclass(frozen=True)
class Target:
    """One row. `must` and `aim` are ratios to a yardstick of the same run (more is better), or with a `unit` bounds
    that the figure stays within (less is better). `queries` is the most that one answer may ask of the database.
    """

    name: str
    must: float
    aim: float
    unit: str = ""
    yardstick: str = ""
    queries: int | None = None

    def verdict(self, figure, queries=None) -> str:
        """In a word, what the figure (and the number of queries, where it was counted) comes to."""
        holds = le if self.unit else ge
        if not holds(figure, self.must) or (self.queries and queries is not None and queries > self.queries):
            return "MISSES"
        return "meets the aim" if holds(figure, self.aim) else "meets the must"


TARGETS = {
    "one page": Target("one stored page through nginx", 0.75, 0.85, yardstick="nginx, plain file"),
    "random pages": Target("random stored pages through nginx", 0.75, 0.85, yardstick="nginx, plain files"),
    "stored": Target("stored page from the application alone", 1.0, 1.5, yardstick="bare Django view"),
    "article": Target("article rendered afresh", 0.12, 0.30, yardstick="bare Django view", queries=4),
    "front": Target("front page rendered afresh", 0.035, 0.10, yardstick="bare Django view", queries=8),
    "section": Target("section rendered afresh", 0.09, 0.25, yardstick="bare Django view"),
    "rss": Target("RSS rendered afresh", 0.10, 0.20, yardstick="bare Django view"),
    "search": Target("search over HTTP, one client", 20, 10, "ms"),
    "list": Target("story list in the admin, any page", 150, 80, "ms"),
    "list search": Target("story list in the admin, search", 200, 80, "ms"),
    "publish": Target("publish, the whole move", 35, 15, "ms", queries=25),
    "visible": Target("publish to visible on every outlet, 99th percentile", 200, 200, "ms"),
    "votes": Target("accepted votes over HTTP", 0.30, 0.60, yardstick="bare Django POST"),
    "memory": Target("memory of two workers, proportional", 130, 100, "MiB"),
    "html": Target("article page, HTML compressed", 7.0, 7.0, "kB"),
    "assets": Target("article page, CSS and scripts compressed", 15.0, 8.0, "kB"),
    "requests": Target("article page, requests without fonts", 8, 8, "requests"),
}
