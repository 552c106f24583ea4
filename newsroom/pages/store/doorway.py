"""Stored pages, answered before Django: where no proxy serves them, one machine still answers as if from memory.

What a page is answered with, Django's middleware included, is remembered from Django's own answer; whether the page is
still right, the shelf says each time, to this process as to the proxy: the file stands under this moment's lease, and
is the one that the answer was made of.
"""

from functools import partial

from newsroom.pages.store import shelf

MOST = 10_000
"""How many addresses a process remembers headers for, about a kilobyte each."""
_DECIDE = ("wsgi.url_scheme", "HTTP_X_FORWARDED_PROTO", "HTTP_HOST", "SCRIPT_NAME", "PATH_INFO")
"""What Django goes by before it comes to the view: whether the line is safe, the host, the address."""
_CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")


class Doorway:
    """A WSGI application around Django's."""

    def __init__(self, application):
        self.application = application
        self.remembered = {}

    def __call__(self, environ, start_response):
        place = shelf.here()
        if place is None or not _is_plain(environ):
            return self.application(environ, start_response)
        asked = tuple([environ.get(name, "") for name in _DECIDE])
        headers, etag = self.remembered.get(asked, (None, None))
        body = etag and place.leased(shelf.name_of(asked[-2] + asked[-1]), etag)
        if body is None:
            return self.application(environ, partial(self._remember, asked, start_response))
        start_response("200 OK", headers)
        return [body]

    def _remember(self, asked, start_response, status, headers, *error):
        told = dict(headers)
        if status == "200 OK" and told.get("X-Page") == "recalled" and "Set-Cookie" not in told:
            if len(self.remembered) >= MOST:
                self.remembered.clear()
            self.remembered[asked] = (headers, told["ETag"])
        return start_response(status, headers, *error)


def _is_plain(environ):
    is_get = environ["REQUEST_METHOD"] == "GET" and not environ.get("QUERY_STRING")
    return is_get and not any(name in environ for name in _CONDITIONS)
