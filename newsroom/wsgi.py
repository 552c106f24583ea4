"""The WSGI application that production servers run."""

import os
import re

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
_django = get_wsgi_application()

from newsroom.pages.store.doorway import Doorway  # noqa: E402 (asks for settings)

_newsroom = Doorway(_django)
_CHARSET = re.compile(r";\s*charset\*?\s*=[^;]*", re.IGNORECASE)


def application(environ, start_response):
    """Django, which reads every request as UTF-8, whatever its Content-Type says; our pages send nothing else.

    Django by itself takes whatever codec is named there, and Python knows some that decode no text ("hex"): any address
    with a query would be an error of the server, before a view or a middleware could refuse it.
    """
    environ["CONTENT_TYPE"] = _CHARSET.sub("", environ.get("CONTENT_TYPE", ""))
    return _newsroom(environ, start_response)
