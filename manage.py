#!/usr/bin/env python3
"""Django's command line, with the database running around every command that needs one."""

import contextlib
import os
import signal
import sys

try:
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    from newsroom import database
    from newsroom.embedded import STOP_SIGNALS, DatabaseUnavailableError
except ImportError as missing:
    sys.exit(f"{missing}: run `make run` once, then call me as `.venv/bin/python manage.py …`")

# These are right without a database, and `reset` deletes it.
WITHOUT_DATABASE = {
    "check",
    "collectstatic",
    "compilemessages",
    "findstatic",
    "help",
    "makemessages",
    "reset",
    "version",
}


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    needed = len(sys.argv) > 1 and sys.argv[1] not in WITHOUT_DATABASE
    with database.running() if needed else contextlib.nullcontext():
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    for number in STOP_SIGNALS:
        signal.signal(number, signal.default_int_handler)
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
    except (DatabaseUnavailableError, ImproperlyConfigured) as reason:
        sys.exit(f"Newsroom cannot start: {reason}")
