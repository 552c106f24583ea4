"""The newsroom on the tests' database (STORE_DB), telling errors to readers as production does."""

import os

from django.conf import settings

from newsroom import database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
settings.DATABASES["default"] |= {"NAME": os.environ["STORE_DB"], **database.PRODUCTION}
settings.DEBUG = False
settings.ALLOWED_HOSTS = ["*"]

from newsroom.wsgi import application  # noqa: E402, F401 (made with these settings)
