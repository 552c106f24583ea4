"""gunicorn as production runs it. What it logs names no reader: no line for each request, no address in a complaint."""

from gunicorn.glogging import Logger

accesslog = None
worker_class = "gthread"
workers = 2
threads = 8


class NamelessLogger(Logger):
    """gunicorn's complaints of broken requests begin with the address that sent them, and may end with what it sent."""

    def warning(self, msg, *args, **kwargs):
        nameless = msg.startswith("Invalid request from ip=")
        super().warning("Invalid request" if nameless else msg, *(() if nameless else args), **kwargs)


logger_class = NamelessLogger
