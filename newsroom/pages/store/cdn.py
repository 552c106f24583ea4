"""A content delivery network in front of the paper, told what became out of date."""

from abc import ABC, abstractmethod
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string


class Cdn(ABC):
    """What each network's own adapter does. It may raise anything; the purge is tried again."""

    @abstractmethod
    def purge(self, tags: frozenset[str], addresses: list[str]) -> None:
        """Forget pages by tag (their Surrogate-Key) or, where the network knows no tags, by address."""


class NoCdn(Cdn):
    def purge(self, tags, addresses):
        """There is none."""


class Recorder(Cdn):
    """A dummy for tests: remembers what it was told."""

    def __init__(self):
        self.told = []

    def purge(self, tags, addresses):
        self.told.append((tags, addresses))


@cache
def _load(path):
    return import_string(path)()


def current() -> Cdn:
    """The one that settings.PAGE_CDN names."""
    return _load(settings.PAGE_CDN)
