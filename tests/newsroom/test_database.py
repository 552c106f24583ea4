import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom import database


def test_config_without_url_points_at_the_embedded_server():
    assert database.config("") == {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": str(database.embedded.sockets),
        "PORT": "5432",
        "NAME": "newsroom",
        "USER": "newsroom",
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
    }


def test_config_takes_every_part_of_the_url():
    assert database.config("postgres://toasoan:m%40t@db.example:6432/bao") == {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": "db.example",
        "PORT": 6432,
        "NAME": "bao",
        "USER": "toasoan",
        "PASSWORD": "m@t",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 3, "tcp_user_timeout": 10_000},
    }


def test_config_takes_several_servers_of_which_one_fits():
    config = database.config("postgres://toasoan@one,two:5433/bao?target_session_attrs=read-write&connect_timeout=9")

    assert (config["HOST"], config["PORT"]) == ("one,two", 5433)
    assert config["OPTIONS"] == {"connect_timeout": 9, "tcp_user_timeout": 10_000, "target_session_attrs": "read-write"}


def test_replica_is_configured_as_the_database_is():
    config = database.replica_config("postgres://db.example/bao")

    assert config == database.config("postgres://db.example/bao") | {"TEST": {"MIRROR": "default"}}


def test_config_lets_the_url_decide_how_long_a_connection_is_kept():
    assert database.config("postgres://db.example/bao?conn_max_age=5")["CONN_MAX_AGE"] == 5


@pytest.mark.parametrize("url", ["sqlite:///bao.db", "mysql://db.example/bao"])
def test_config_refuses_any_other_kind_of_database(url):
    with pytest.raises(ImproperlyConfigured, match="must name a PostgreSQL"):
        database.config(url)


class Recorder:
    """Stands in for the embedded server and remembers whether it was asked to run."""

    address = {"HOST": "recorder"}

    def __init__(self):
        self.entered = False

    def running(self):
        return self

    def __enter__(self):
        self.entered = True

    def __exit__(self, *reason):
        pass


@pytest.mark.parametrize(("host", "entered"), [(Recorder.address["HOST"], True), ("db.example", False)])
def test_running_starts_the_embedded_server_only_where_the_settings_name_it(host, entered, settings, monkeypatch):
    monkeypatch.setattr(database, "embedded", Recorder())
    monkeypatch.setitem(settings.DATABASES["default"], "HOST", host)

    with database.running():
        pass

    assert database.embedded.entered is entered
