"""gunicorn as production runs it. What it logs names no reader: no line for each request, no address in a complaint."""

import gc
from importlib import import_module

from django.conf import settings
from django.utils import translation
from gunicorn.glogging import Logger

accesslog = None
worker_class = "gthread"
workers = 2
threads = 8
# Loaded once, and shared by the workers. New code therefore comes in by a restart; the socket keeps who asks meanwhile.
preload_app = True


def when_ready(server):
    """Load here what each worker would load for itself at its first request."""
    import_module(settings.ROOT_URLCONF)
    with translation.override(settings.LANGUAGE_CODE):
        translation.gettext("")
    gc.collect()
    gc.freeze()  # what the collector leaves alone stays shared


class NamelessLogger(Logger):
    """gunicorn's complaints of broken requests begin with the address that sent them, and may end with what it sent."""

    def warning(self, msg, *args, **kwargs):
        nameless = msg.startswith("Invalid request from ip=")
        super().warning("Invalid request" if nameless else msg, *(() if nameless else args), **kwargs)


logger_class = NamelessLogger
