"""The newsroom on a database of its own (STORM_DB), as the servers of a storm run it."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from newsroom import database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
settings.DATABASES["default"] |= {"NAME": os.environ["STORM_DB"], **database.PRODUCTION}
settings.ROOT_URLCONF = "tests.polls.storm_urls"
application = get_wsgi_application()
