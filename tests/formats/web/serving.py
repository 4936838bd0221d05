"""A web server in a thread, for one test: what it answers, byte by byte if need be."""

import socketserver
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from typing import Any

Answer = Callable[[BaseHTTPRequestHandler], None]


def page(body: bytes = b"BEGIN:VCALENDAR", status: int = 200, **headers: str) -> Answer:
    """Return what answers with `body`; `content_type=…` is the header Content-Type."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in ({"Content-Length": str(len(body))} | named).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def sent_to(place: str, status: int = 302) -> Answer:
    """Return what sends on to `place`."""
    return page(b"", status, Location=place)


def raw(*pieces: bytes, head: bytes = b"HTTP/1.1 200 OK\r\n") -> Answer:
    """Return what writes these bytes and hangs up."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        for piece in (head, *pieces):
            handler.wfile.write(piece)

    return answer


def endless(head: bytes, piece: bytes) -> Answer:
    """Return what writes `head`, and `piece` for as long as somebody listens."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        while True:
            handler.wfile.write(piece)

    return answer


class Site:
    """A server: what it answers, and what it was asked."""

    def __init__(self, port: int, scheme: str) -> None:
        self.port = port
        self.scheme = scheme
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        """Targets and headers (names in lower case), in order."""
        self.greeted: list[str | None] = []
        """The names in the TLS greetings."""

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"


@contextmanager
def serving(
    pages: Mapping[str, Answer], tls: SSLContext | None = None, host: str = "127.0.0.1"
) -> Iterator[Site]:
    """Give a site that has `pages`, by target, `*` for any other; it ends with the block."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, headers))
            self.close_connection = True
            with suppress(OSError):  # whoever asked has had enough
                answer = pages.get(self.path) or pages.get("*") or page(status=404)
                answer(self)

        do_CONNECT = do_GET  # noqa: N815  the name that http.server looks for

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        block_on_close = False

        def handle_error(self, *_: object) -> None:
            pass  # a greeting that came to nothing, which the test looks at from the other side

        def finish_request(self, request: Any, client_address: Any) -> None:
            if tls is None:
                socketserver.TCPServer.finish_request(self, request, client_address)
                return
            with tls.wrap_socket(request, server_side=True) as secured:
                socketserver.TCPServer.finish_request(self, secured, client_address)

    server = Server((host, 0), Handler)
    site = Site(server.server_port, "https" if tls else "http")
    if tls is not None:
        tls.sni_callback = lambda _socket, name, _context: site.greeted.append(name)
    thread = threading.Thread(target=server.serve_forever, args=(0.005,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
