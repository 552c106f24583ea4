from django.conf import settings
from django.utils.functional import SimpleLazyObject

from articles.models import Section
from newsroom.front.models import Paper


def paper(request):
    """What every page says of the paper; the same for everybody. Each asks the database once, and only if used."""
    return {
        "SITE_URL": settings.SITE_URL,
        "paper": SimpleLazyObject(Paper.current),
        "sections": SimpleLazyObject(lambda: list(Section.objects.top())),
    }
