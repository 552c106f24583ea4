"""The editorial workflow in the admin: declarations here, one thin view for the moves beside them."""

from articles.admin import article, assignment, checklist, corrections, people, preview, section

__all__ = ["article", "assignment", "checklist", "corrections", "people", "preview", "section"]
