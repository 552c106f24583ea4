from django.conf import settings
from django.utils import translation


def language(get_response):
    """The desk speaks the language its user chose; readers' pages never ask who is there."""

    def respond(request):
        # Sessions exist below this path only.
        if not request.path.startswith(settings.SESSION_COOKIE_PATH):
            return get_response(request)
        with translation.override(getattr(request.user, "language", settings.LANGUAGE_CODE)):
            return get_response(request)

    return respond
