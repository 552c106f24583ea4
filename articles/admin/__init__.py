"""The editorial workflow in the admin: declarations here, one thin view for the moves beside them."""

from articles.admin import article, corrections, people, section

__all__ = ["article", "corrections", "people", "section"]
