from functools import wraps

from django.conf import settings


def where_stored(hear):
    """A receiver that asks the database nothing where no pages are stored."""

    @wraps(hear)
    def respond(sender, **facts):
        if settings.PAGE_STORE:
            hear(sender, **facts)

    return respond
