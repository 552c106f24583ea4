"""A source of prices on this machine, over real HTTP: it answers as it is told to, and remembers what it was asked."""

import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class Feed:
    """What the next answers are: `body` and `headers` with `status`; `pace` drips the body, `cut` ends it early."""

    body: bytes = b""
    status: int = 200
    headers: dict = field(default_factory=dict)
    delay: float = 0
    pace: float = 0
    cut: int | None = None
    asked: list = field(default_factory=list)
    url: str = ""


@contextmanager
def serving(body=b"", **facts):
    """A Feed that is up inside the block, on 127.0.0.1."""
    feed = Feed(body, **facts)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"feed": feed}))
    server.daemon_threads = True
    feed.url = f"http://127.0.0.1:{server.server_port}/prices"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield feed
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    feed: Feed

    def do_GET(self):
        feed = self.feed
        feed.asked.append((self.path, dict(self.headers)))
        time.sleep(feed.delay)
        self.send_response(feed.status)
        for name, value in feed.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(feed.body)))
        self.end_headers()
        try:
            self._send(feed)
        except OSError:  # nobody listens any longer
            return

    def _send(self, feed):
        body = feed.body[: feed.cut]
        if not feed.pace:
            self.wfile.write(body)
            return
        for place in range(len(body)):
            self.wfile.write(body[place : place + 1])
            self.wfile.flush()
            time.sleep(feed.pace)

    def log_message(self, *args):
        """Say nothing."""
