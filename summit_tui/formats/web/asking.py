"""One question to one server, and the head of its answer: the one module that knows urllib3.

The connection goes to an IP address that was judged before (`reach`); the Host header, the name in
the TLS greeting and the one that the certificate must bear are the address's own. Redirects,
conditions and what becomes of the body are `fetching`'s.
"""

import re
import ssl
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING, cast

from urllib3.connection import HTTPConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

from summit_tui.formats.web import proxies, reach
from summit_tui.formats.web.address import Address
from summit_tui.formats.web.errors import FetchError
from summit_tui.formats.web.patience import Patience, WatchedSocket
from summit_tui.formats.web.proxies import Proxy
from summit_tui.formats.web.reach import Resolver

if TYPE_CHECKING:
    import socket

    from urllib3 import HTTPResponse


_TUNNEL = re.compile(r"[Tt]unnel connection failed: (\d{3})\b")
"""How http.client says that a proxy refused; there is no exception of its own for it."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a fetch may do, and how long."""

    patience: Patience
    resolve: Resolver
    allow_private: bool


@contextmanager
def asked(here: Address, headers: Mapping[str, str], terms: Terms) -> Iterator["HTTPResponse"]:
    """Give the answer of `here`, its body still to be streamed; closed in the end.

    FetchError for all that goes wrong, while the body is read too.
    """
    proxy = proxies.proxy_for(here)
    forwarded = proxy is not None and here.scheme == "http"
    told = {"Host": here.origin, **headers, "Connection": "close"}
    if proxy and forwarded:
        told |= proxy.headers
    target = here.url if forwarded else here.target
    with (
        _explained(),
        closing(_connection(here, proxy, terms)) as connection,
        _watched(connection, here, terms.patience),
    ):
        connection.request("GET", target, headers=told, preload_content=False, decode_content=False)
        with closing(connection.getresponse()) as response:
            yield response


def _connection(here: Address, proxy: Proxy | None, terms: Terms) -> HTTPConnection:
    """Return a connection to the first IP address that takes one."""
    door, found = _door(here, proxy, terms)
    for number, each in enumerate(found, 1):
        share = terms.patience.left() / (len(found) - number + 1)
        connection = HTTPConnection(each, door.port, timeout=share)
        if proxy and here.scheme == "https":
            connection.set_tunnel(here.host, here.port, headers=proxy.headers)
        try:
            connection.connect()
        except BaseException as error:
            connection.close()
            if number == len(found) or not isinstance(error, HTTPError | OSError):
                raise
        else:
            return connection
    raise AssertionError("reach finds at least one address")


def _door(here: Address, proxy: Proxy | None, terms: Terms) -> tuple[Address, list[str]]:
    """Return the machine to connect to, and its IP addresses."""
    door, anywhere = here, terms.allow_private
    if proxy:
        if not terms.allow_private:
            proxies.refuse_private(here)
        door, anywhere = Address("http", proxy.host, proxy.port, "/"), True
    return door, reach.reachable(door, terms.resolve, terms.patience, allow_private=anywhere)


@contextmanager
def _watched(connection: HTTPConnection, here: Address, patience: Patience) -> Iterator[None]:
    """Encrypt the connection where the address asks for it, and have its reads watched."""
    sock: socket.socket = connection.sock
    if here.scheme == "https":
        context = ssl.create_default_context()
        context.set_alpn_protocols(["http/1.1"])
        sock.settimeout(patience.left())
        sock = connection.sock = context.wrap_socket(sock, server_hostname=here.host.rstrip("."))
    watched = WatchedSocket(sock, patience)
    connection.sock = cast("socket.socket", watched)
    try:
        yield
    finally:
        watched.hang_up()  # an answer that broke off may hold it open still


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what the libraries raise into a FetchError."""
    try:
        yield
    except FetchError:
        raise
    except (HTTPError, HTTPException, OSError) as error:
        raise _reason(error) from error


def _reason(error: Exception) -> FetchError:
    cause = error.__cause__ if isinstance(error, NewConnectionError) else error
    if cause is error and isinstance(error, ConnectTimeoutError | TimeoutError):
        return FetchError("timeout", "takes no connection in time: try again later")
    if isinstance(cause, ssl.SSLCertVerificationError):
        what = f"its certificate is not valid ({cause.verify_message})"
        mend = "check the address and the clock; a hotel's or conference's network may want a login"
        return FetchError("tls", f"{what}: {mend}")
    if isinstance(cause, ssl.SSLError):
        what = f"no encrypted connection ({(cause.reason or 'broken').replace('_', ' ').lower()})"
        return FetchError("tls", f"{what}: check the address, and whether it begins with http:")
    if type(cause) is OSError and (refused := _TUNNEL.search(str(cause))):
        return FetchError("unreachable", f"the proxy does not connect there ({refused[1]})")
    if isinstance(cause, ConnectionRefusedError):
        return FetchError("unreachable", "takes no connections there: check the address")
    if isinstance(error, NewConnectionError) or (isinstance(cause, OSError) and cause.strerror):
        why = cause.strerror if isinstance(cause, OSError) and cause.strerror else "no way there"
        return FetchError("unreachable", f"{why.lower()}: check the network, or try again")
    return FetchError("broken", "the answer is broken or was cut short: try again")
