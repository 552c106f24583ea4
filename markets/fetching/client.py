"""One request to a source: bounded in time and size, never into private networks, never sent elsewhere.

The address is resolved here, once, and the connection goes to what was checked: a name that answers otherwise the
second time gains nothing.
"""

import asyncio
import ipaddress
import socket
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from django.conf import settings
from django.utils.translation import gettext as _

MOST_BYTES = 4_000_000
PATIENCE = 20.0
"""Seconds for the whole answer: a source that drips a byte now and then is as slow as one that is silent."""
_MOST_REDIRECTS = 3
_LONGEST_WAIT = timedelta(days=1)
_HEADERS = {"User-Agent": "Newsroom price desk", "Accept-Encoding": "identity"}


class FetchError(Exception):
    """The source gave no answer to read; `str()` says why. `wait` is what it asked us to wait, if it did."""

    def __init__(self, why: str, wait: timedelta | None = None):
        super().__init__(why)
        self.wait = wait


@dataclass(frozen=True)
class Answer:
    """What a source sent; `content` is None where nothing changed since the answer that bore `etag` or `modified`."""

    content: bytes | None
    etag: str = ""
    modified: str = ""


def get(url: str, *, etag: str = "", modified: str = "") -> Answer:
    """Ask for `url`, unless changed since; redirects within the same host only. Raises FetchError."""
    import httpx  # noqa: PLC0415 (heavy, and no page of readers needs it)

    asked = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers = _HEADERS | {name: value for name, value in asked.items() if value}
    try:
        return asyncio.run(_get(httpx.AsyncClient, httpx.URL(url), headers))
    except (TimeoutError, httpx.TimeoutException) as error:
        raise FetchError(_("The source took too long to answer.")) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError(_("The source could not be reached: %(reason)s.") % {"reason": _brief(error)}) from error


async def _get(make_client, url, headers):
    # Proxies of the environment would connect where we did not look.
    async with asyncio.timeout(PATIENCE), make_client(timeout=PATIENCE, trust_env=False) as client:
        for _hop in range(_MOST_REDIRECTS + 1):
            async with await _opened(client, url, headers) as response:
                if not response.has_redirect_location:
                    return await _answer(response)
                url = _next(url, response.headers["Location"])
    raise FetchError(_("The source sends us round in circles."))


async def _opened(client, url, headers):
    """The stream of an answer from the address that was looked at; the name stays in the request and in TLS."""
    if url.scheme not in ("http", "https") or not url.host:
        raise FetchError(_("Only http and https addresses are fetched."))
    number = await _resolved(url.host, url.port or {"http": 80, "https": 443}[url.scheme])
    named = headers | {"Host": url.netloc.decode("ascii")}
    return client.stream("GET", url.copy_with(host=number), headers=named, extensions={"sni_hostname": url.host})


async def _resolved(host, port):
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(_("The name %(host)s cannot be found.") % {"host": host}) from error
    numbers = [address[4][0] for address in found]
    if host not in settings.MARKETS_PRIVATE_HOSTS and not all(_is_public(number) for number in numbers):
        raise FetchError(_("%(host)s lies in a private network, which is not asked.") % {"host": host})
    return numbers[0]


def _is_public(number):
    address = ipaddress.ip_address(number.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None) or address
    return mapped.is_global and not mapped.is_multicast


def _next(url, location):
    """Where a redirect leads; elsewhere, or from https down to http, nobody follows."""
    onward = url.join(location)
    if onward.host != url.host or (url.scheme == "https" and onward.scheme != "https"):
        raise FetchError(_("The source sends us elsewhere, to %(host)s.") % {"host": onward.host[:80]})
    return onward


async def _answer(response):
    if response.status_code == HTTPStatus.NOT_MODIFIED:
        return Answer(None)
    if response.status_code != HTTPStatus.OK:
        raise FetchError(
            _("The source answered with %(status)d.") % {"status": response.status_code}, _wait(response.headers)
        )
    if response.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise FetchError(_("The source sent it compressed, which we did not ask for."))
    marks = {name: response.headers.get(header, "")[:most] for name, header, most in _MARKS}
    return Answer(await _read(response), **marks)


_MARKS = [("etag", "ETag", 200), ("modified", "Last-Modified", 64)]


async def _read(response):
    content = bytearray()
    async for chunk in response.aiter_raw():
        content += chunk
        if len(content) > MOST_BYTES:
            raise FetchError(_("The answer is larger than %(most)d bytes.") % {"most": MOST_BYTES})
    return bytes(content)


def _wait(headers) -> timedelta | None:
    """What `Retry-After` asks for, in seconds or as a date; never more than a day."""
    written = headers.get("Retry-After", "").strip()
    if written.isascii() and written.isdigit():
        return min(timedelta(seconds=int(written[:9])), _LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(written)
    except ValueError:
        return None
    wait = until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)
    return min(max(wait, timedelta()), _LONGEST_WAIT)


def _brief(error):
    return str(error)[:120] or type(error).__name__
