"""The newsroom's settings, with an address that fails: the page for that is a page as well."""

from newsroom.settings import *  # noqa: F403

ROOT_URLCONF = "tests.site.urls"
# An error on demand needs no report.
LOGGING = {"version": 1, "disable_existing_loggers": True}
