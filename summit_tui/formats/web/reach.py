"""Which machines may be asked: the public net only, unless the person says otherwise.

A programme's address, or a redirect, must not make this machine talk to its own services or to
those of its network. A name is looked up once; every address that it has is judged here, and the
connection goes to one of those and nowhere else, so that a second look-up cannot give another.
"""

import queue
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from summit_tui.formats.web.address import Address
from summit_tui.formats.web.errors import ANYWAY, FetchError
from summit_tui.formats.web.patience import Patience

Resolver = Callable[[str, int], Sequence[str]]
"""Returns the IP addresses of a host (for a port), the preferred first; OSError when none."""

_MOST_TRIED = 4
_NAT64 = ip_network("64:ff9b::/96")
"""RFC 6052: the last four bytes are the IPv4 address that a gateway translates to. Networks with
IPv6 only, which conferences have, reach half of the web through it, so that it is judged by them.
"""
_SPECIAL = [
    (ip_network(network), words)
    for network, words in (
        ("100.64.0.0/10", "an address inside a provider's network"),
        ("192.88.99.0/24", "a relay's address"),
        ("::/128", "no machine's address"),
        ("::1/128", "this machine"),
        ("::ffff:0:0/96", "an IPv4 address in disguise"),
        ("::/96", "an IPv4 address in disguise"),
        ("64:ff9b:1::/48", "an address inside a translated network"),
        ("2001::/32", "a tunnel's address"),
        ("2002::/16", "a tunnel's address"),
        ("fec0::/10", "a private address"),
        ("0.0.0.0/8", "no machine's address"),
    )
]


def why_not_public(text: str) -> str:
    """Return what the IP address `text` is when it is not on the public net, else nothing."""
    try:
        address = ip_address(text)
    except ValueError:
        return "no IP address"
    if isinstance(address, IPv6Address) and address in _NAT64:
        return why_not_public(str(IPv4Address(int(address) & 0xFFFFFFFF)))
    for network, words in _SPECIAL:
        if address.version == network.version and address in network:
            return words
    return _kind(address)


def _kind(address: IPv4Address | IPv6Address) -> str:
    if address.is_loopback:
        return "this machine"
    if address.is_link_local:
        return "an address inside the local network"
    if address.is_multicast:
        return "an address of many machines at once"
    if address.is_private:
        return "a private address"
    return "" if address.is_global and not address.is_reserved else "a reserved address"


def as_number(host: str) -> str:
    """Return the IP address that `host` writes out, in any form that systems take for one.

    `127.1`, `0x7f000001` and `2130706433` are all 127.0.0.1. Nothing for a name.
    """
    if ":" in host:
        return host
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        return ""


def look_up(host: str, port: int) -> list[str]:
    """Return the IP addresses of `host` as the system knows them; OSError when it knows none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def reachable(
    address: Address, resolve: Resolver, patience: Patience, *, allow_private: bool
) -> list[str]:
    """Return the IP addresses to try for `address`, a few at most.

    FetchError when it has none, when one of them is not on the public net (unless
    `allow_private`), or when the look-up takes longer than `patience`.
    """
    try:
        found = _in_time(lambda: resolve(address.host, address.port), patience)
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            what = f"{address.host} cannot be looked up: is this machine offline?"
        else:
            what = f"there is no host {address.host}, or no network: check the address"
        raise FetchError("host", what) from error
    except (OSError, UnicodeError) as error:
        raise FetchError("host", f"{address.host} cannot be looked up: {error}") from error
    if not found:
        raise FetchError("host", f"there is no host {address.host}: check the address")
    if not allow_private:
        refuse_private(address, found)
    return _both_kinds_first(found)[:_MOST_TRIED]


def refuse_private(address: Address, found: Sequence[str]) -> None:
    """Raise FetchError when one of the IP addresses of `address` is not on the public net."""
    for each in found:
        if why := why_not_public(each):
            named = why if address.host == each else f"it is {each}, {why}"
            what = f"{named}, and only the public net is asked: {ANYWAY} asks it too"
            raise FetchError("private", what)


def _both_kinds_first(found: Sequence[str]) -> list[str]:
    """Return `found` with the first of the other IP version second: one of the two may be dead."""
    other = [each for each in found if (":" in each) != (":" in found[0])][:1]
    return list(dict.fromkeys([found[0], *other, *found]))


def _in_time(ask: Callable[[], Sequence[str]], patience: Patience) -> Sequence[str]:
    """Return what `ask` returns; a look-up knows no time limit, and no way to be interrupted."""
    answers: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

    def look() -> None:
        try:
            answers.put(ask())
        except Exception as error:  # raised below, in the thread that asked
            answers.put(error)

    threading.Thread(target=look, daemon=True, name="look-up").start()
    while True:
        with suppress(queue.Empty):
            answer = answers.get(timeout=patience.slice())
            if isinstance(answer, Exception):
                raise answer
            return answer
