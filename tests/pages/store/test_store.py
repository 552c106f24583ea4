"""The store by itself, on a site of a few views."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event
from types import SimpleNamespace

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction

from newsroom.pages.clock import database_now
from newsroom.pages.store import EVERYTHING, cdn, keeping, purge, purges, shelf
from tests.pages.store import urls

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.pages.store.urls")]


@pytest.fixture(autouse=True)
def _clean(place):
    for things in (urls.values, urls.rendered, urls.meanwhile):
        things.clear()


def change(name, value):
    urls.values[name] = value
    purge(f"thing:{name}")


def read(client, address="/thing/a/"):
    response = client.get(address)
    return response.content.decode(), response["X-Page"]


def test_page_is_rendered_once_and_then_comes_from_the_store(client):
    assert [read(client) for _ in range(3)] == [("<p>a 0 </p>", how) for how in ("rendered", "recalled", "recalled")]
    assert urls.rendered == ["a"]


def test_purge_takes_the_pages_with_the_tag_and_no_other(client):
    read(client), read(client, "/thing/b/")

    change("a", 1)

    assert read(client) == ("<p>a 1 </p>", "rendered")
    assert read(client, "/thing/b/") == ("<p>b 0 </p>", "recalled")


def test_every_page_has_the_tag_of_everything(client):
    read(client)

    purge(EVERYTHING)

    assert read(client)[1] == "rendered"


def test_purge_counts_from_the_commit_on(client, place):
    read(client)

    with transaction.atomic():
        change("a", 1)
        assert place.get("/thing/a/@.html")
    assert not place.get("/thing/a/@.html")


def test_purge_that_is_rolled_back_takes_nothing(client, place):
    read(client)

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        change("a", 1)
        raise ZeroDivisionError

    keeping.catch_up()
    assert place.get("/thing/a/@.html")


def test_page_that_was_outrun_by_a_purge_is_answered_and_not_stored(client, place):
    urls.meanwhile.append(lambda: change("a", 1))

    response = client.get("/thing/a/")

    assert (response.content, place.get("/thing/a/@.html")) == (b"<p>a 0 </p>", None)
    assert read(client) == ("<p>a 1 </p>", "rendered")


def test_page_is_not_outrun_by_the_purge_of_another(client, place):
    urls.meanwhile.append(lambda: change("b", 1))

    read(client)

    assert place.get("/thing/a/@.html")


def test_transaction_that_began_earlier_and_commits_later_is_not_passed_over(client, place):
    """The numbers of rows would tell otherwise: the first row becomes visible after the second."""
    inserted, go_on = Event(), Event()

    def slow():
        try:
            with transaction.atomic():
                change("a", 1)
                inserted.set()
                assert go_on.wait(10)
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        begun = pool.submit(slow)
        assert inserted.wait(10)
        change("b", 1)
        read(client)
        go_on.set()
        begun.result(10)

    assert place.get("/thing/a/@.html") is None


def test_miss_is_rendered_once_however_many_ask(client):
    def slowly():
        go_on.wait(0.3)

    def ask():
        try:
            return client.get("/thing/a/").content
        finally:
            connection.close()

    go_on = Event()
    urls.meanwhile.append(slowly)
    with ThreadPoolExecutor(8) as pool:
        answers = {asked.result() for asked in [pool.submit(ask) for _ in range(8)]}

    assert (answers, urls.rendered) == ({b"<p>a 0 </p>"}, ["a"])


def test_last_good_page_serves_while_another_is_rendered(client, place):
    read(client)
    change("a", 1)

    with place.turn("/thing/a/@.html", is_patient=True):
        assert read(client) == ("<p>a 0 </p>", "last-good")
    assert read(client) == ("<p>a 1 </p>", "rendered")


def test_of_what_is_gone_no_last_good_page_is_kept(client, place):
    read(client)
    change("a", 1)
    assert place.get("/thing/a/@.html", shelf.KEPT)

    purge("thing:a", gone=True)

    assert place.get("/thing/a/@.html", shelf.KEPT) is None


def test_purge_before_a_moment_spares_what_was_rendered_since(client, place):
    read(client)
    moment = database_now()
    read(client, "/thing/b/")

    purge("thing:a", "thing:b", before=moment)

    assert [bool(place.get(f"/thing/{name}/@.html")) for name in "ab"] == [False, True]


@pytest.mark.parametrize(
    ("address", "is_stored"),
    [
        ("/thing/a/", True), ("/thing/a/?page=2", True), ("/thing/a/?page=02", False), ("/thing/a/?page=2&x=1", False),
        ("/thing/a/?x=1", False), ("/thing/a/?page=", False), ("/thing/a/?", True),
    ],
)  # fmt: skip
def test_only_known_addresses_are_stored(client, place, address, is_stored):
    client.get(address)

    assert bool(place.index.names()) == is_stored


def test_pages_of_one_list_stand_apart(client):
    assert [read(client, f"/thing/a/?page={page}")[0] for page in (1, 2, 1)] == [
        "<p>a 0 1</p>", "<p>a 0 2</p>", "<p>a 0 1</p>",
    ]  # fmt: skip


@pytest.mark.parametrize("address", ["/gone/", "/live/"])
def test_only_a_page_that_is_there_and_stays_is_stored(client, place, address):
    client.get(address)

    assert place.index.names() == []


def test_personal_page_cannot_be_stored(rf):
    with pytest.raises(ImproperlyConfigured):
        urls.personal(rf.get("/personal/"))


def test_post_is_neither_stored_nor_answered_from_the_store(client, place):
    client.post("/thing/a/")
    assert place.index.names() == []

    read(client)
    client.post("/thing/a/")
    assert urls.rendered == ["a"] * 3


def test_headers_let_browsers_ask_again_and_shared_caches_keep(client):
    response = client.get("/thing/a/")

    assert response["Cache-Control"] == "no-cache"
    assert response["CDN-Cache-Control"] == "max-age=60, stale-while-revalidate=60, stale-if-error=86400"
    assert response["Surrogate-Key"] == "thing:a"
    assert client.get("/thing/a/", headers={"if-none-match": response["ETag"]}).status_code == 304
    assert client.get("/thing/a/", headers={"if-modified-since": response["Last-Modified"]}).status_code == 304


def test_another_page_of_the_same_length_and_second_has_another_etag(client, monkeypatch):
    monkeypatch.setattr(shelf, "time", SimpleNamespace(time=lambda: 1_800_000_000))
    before = client.get("/thing/a/")["ETag"]

    change("a", 1)

    assert client.get("/thing/a/")["ETag"] != before


def test_machine_that_was_cut_off_catches_up_with_what_it_missed(client, settings, tmp_path):
    read(client)
    here = settings.PAGE_STORE
    settings.PAGE_STORE = str(tmp_path / "another-machine")
    shelf.here().extend_lease()
    read(client)
    change("a", 1)
    assert read(client) == ("<p>a 1 </p>", "rendered")

    settings.PAGE_STORE = here
    keeping.catch_up()

    assert read(client) == ("<p>a 1 </p>", "rendered")


def test_machine_that_was_cut_off_for_too_long_empties_its_shelf(client, place):
    read(client)
    place.index.remember(seen_at=(database_now() - timedelta(days=8)).isoformat())

    keeping.catch_up()

    assert place.index.names() == []
    assert place.get("/thing/a/@.html", shelf.KEPT) is None


def test_where_nobody_keeps_the_shelf_a_request_helps_out(client, place):
    read(client)
    for lease in (place.root / "lease").iterdir():
        lease.unlink()
    with connection.cursor() as cursor:  # as another machine does it
        cursor.execute("INSERT INTO pages_purge (tags, is_gone) VALUES ('{thing:a}', false)")

    assert read(client)[1] == "rendered"
    assert place.has_lease()


def test_clock_tells_every_moment_once(place):
    told = []

    def hear(sender, since, now, **kwargs):
        told.append((since, now))

    keeping.time_passed.connect(hear)
    try:
        keeping.tick(place), keeping.tick(place)
    finally:
        keeping.time_passed.disconnect(hear)

    assert told[0][0] <= told[0][1] == told[1][0] < told[1][1]


def test_clock_that_fails_purges_everything_and_goes_on(client, place):
    def fail(sender, **kwargs):
        raise ZeroDivisionError

    read(client)
    keeping.time_passed.connect(fail)
    try:
        keeping.tick(place)
    finally:
        keeping.time_passed.disconnect(fail)

    assert read(client)[1] == "rendered"
    assert place.has_lease()


def test_shelf_stays_below_its_size_and_old_kept_pages_go_first(client, place):
    for name in "abc":
        read(client, f"/thing/{name}/")
    change("c", 1)

    one = sum(place._path("fresh", f"/thing/a/@.html{ending}").stat().st_size for ending in ("", ".gz"))
    place.shrink(one)

    assert [name for name in "abc" if place.get(f"/thing/{name}/@.html")] == ["b"]
    assert place.get("/thing/c/@.html", shelf.KEPT) is None


def test_network_in_front_is_told_tags_and_addresses(client, settings):
    settings.PAGE_CDN = "newsroom.pages.store.cdn.Recorder"
    cdn.current().told.clear()
    read(client)

    change("a", 1)

    assert cdn.current().told == [(frozenset({"thing:a"}), ["/thing/a/"])]


def test_without_a_folder_nothing_is_stored_or_purged(client, settings):
    settings.PAGE_STORE = ""

    assert [client.get("/thing/a/").has_header("X-Page") for _ in range(2)] == [False, False]
    before = purges.look()
    purge("thing:a")

    assert (urls.rendered, purges.unseen(before.snapshot)) == (["a", "a"], [])
