"""What reaches Django from the server."""

import subprocess
import sys
from io import BytesIO
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test.client import encode_multipart

from newsroom.wsgi import application
from polls.models import Ballot
from tests.factories.polls import PollFactory

pytestmark = pytest.mark.django_db

# Python knows them as codecs; none of them is how our pages send text.
CHARSETS = ["hex", "base64", "idna", "undefined", "unicode_escape", "utf-7", "utf-16"]
WRITTEN = [
    "; charset={}",
    ";Charset={}",
    "; charset={}; x=y",
    "; charset = {}",
    "; charset*=utf-8''{}",
    '; charset="{}"',
]


@pytest.fixture(autouse=True)
def _one_connection():
    """A server closes connections with the request; the test's own holds its transaction."""
    signals = [request_started, request_finished]
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


def ask(path, query="", kind="", body=b"", **facts):
    """The status of what a server would be answered."""
    environ = {
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "CONTENT_TYPE": kind,
        "CONTENT_LENGTH": str(len(body)),
        **facts,
    }
    environ |= {"HTTP_HOST": "testserver", "wsgi.input": BytesIO(body)}
    setup_testing_defaults(environ)
    told = []
    response = application(environ, lambda status, headers: told.append(status))
    response.close()
    return int(told[0][:3])


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("charset", CHARSETS)
def test_query_is_read_as_utf8_whatever_the_request_says(charset, written):
    assert ask("/binh-chon/", "a=%ff&b=%C4%91", "text/html" + written.format(charset)) == 200


@pytest.mark.parametrize("charset", CHARSETS)
def test_ballot_is_read_as_utf8_whatever_it_calls_itself(charset):
    poll = PollFactory(asks_reason=True)
    body = encode_multipart("paper", {"choice": poll.choices.first().pk, "reason": "Đẹp \\ud800 +2AA-"})
    kind = f"multipart/form-data; boundary=paper; charset={charset}"

    own = {"REQUEST_METHOD": "POST", "HTTP_SEC_FETCH_SITE": "same-origin"}
    status = ask(poll.get_vote_url(), "a=%ff", kind, body, **own)

    assert status == 303
    assert Ballot.objects.get().reason == "Đẹp \\ud800 +2AA-"


def test_what_no_page_of_readers_needs_is_not_loaded_with_it():
    look = (
        "import sys, newsroom.wsgi, newsroom.urls; print(*{'httpx', 'openpyxl', 'newsroom.desk.demo'} & {*sys.modules})"
    )

    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)

    assert done.stdout == "\n"
