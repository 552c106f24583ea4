"""The newsroom on the tests' database (STORE_DB), telling errors to readers as production does."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
settings.DATABASES["default"]["NAME"] = os.environ["STORE_DB"]
settings.DEBUG = False
settings.ALLOWED_HOSTS = ["*"]
application = get_wsgi_application()
