"""The yardstick as a server: one view that asks nothing and returns the bytes of BARE_BODY, without middleware."""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import re_path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
settings.DEBUG, settings.ALLOWED_HOSTS = False, ["*"]
settings.ROOT_URLCONF, settings.MIDDLEWARE = __name__, []
application = get_wsgi_application()

_BODY = Path(os.environ["BARE_BODY"]).read_bytes()
urlpatterns = [re_path("", lambda request: HttpResponse(_BODY))]
