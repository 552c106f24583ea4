"""`manage.py keep_pages` on the tests' database."""

from django.core.management import call_command

from tests.deploy import wsgi  # noqa: F401  (settings, and Django set up)

call_command("keep_pages")
