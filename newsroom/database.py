"""The newsroom's PostgreSQL: the one that `DATABASE_URL` names, else a server of its own under `var/postgres`."""

import contextlib
from pathlib import Path

import environ
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from newsroom.embedded import EmbeddedServer

ENGINE = "django.db.backends.postgresql"
# Production keeps its threads, and each its connection for a minute; one that died meanwhile is replaced unseen.
PRODUCTION = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
# A machine that is dead answers nothing at all; without these, whoever asks waits for minutes. Seconds, milliseconds.
PATIENCE = {"connect_timeout": 3, "tcp_user_timeout": 10_000}
# Development makes a thread for each request: what it kept would pile up until PostgreSQL has no place left.
DEVELOPMENT = {"CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}

embedded = EmbeddedServer(Path(__file__).resolve().parent.parent / "var")


def config(env_url: str | None) -> dict:
    """Django's `DATABASES["default"]` for a `DATABASE_URL`, or for the embedded server where that is empty."""
    if not env_url:
        return {"ENGINE": ENGINE, **DEVELOPMENT, **embedded.address}
    parsed = environ.Env.db_url_config(env_url)
    if parsed.get("ENGINE") != ENGINE:
        raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL: postgres://user:password@host:port/name")
    return {**PRODUCTION, **parsed, "OPTIONS": PATIENCE | parsed.get("OPTIONS", {})}


def replica_config(env_url: str) -> dict:
    """The same for a DATABASE_REPLICA_URL; tests that do not bring a replica take the database itself for it."""
    return {**config(env_url), "TEST": {"MIRROR": "default"}}


def is_embedded() -> bool:
    """Whether the settings in force point at the embedded server."""
    return settings.DATABASES["default"].get("HOST") == embedded.address["HOST"]


@contextlib.contextmanager
def running():
    """The database answers inside this block; enter it in the main thread.

    With `DATABASE_URL` it does nothing: that server is somebody else's to run. Raises `DatabaseUnavailableError`.
    """
    with embedded.running() if is_embedded() else contextlib.nullcontext():
        yield
