"""Addresses on the web, told apart from what only looks like one. Opens nothing.

A host is what the network sees (IDNA 2003, punycode), so that a look-alike letter cannot pass.
"""

import re
from dataclasses import dataclass
from ipaddress import IPv6Address
from urllib.parse import quote, urljoin, urlsplit

_PORTS = {"http": 80, "https": 443}
_NAME = re.compile(r"[a-z0-9._-]{1,253}")
_TWO_WAYS = "ßς"
"""Letters that IDNA 2003 and 2008 turn into different hosts; the invisible ones never pass."""
_PATH = "/%:@!$&'()*+,;=~"
_QUERY = _PATH + "?"


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address, in ASCII, without a user name and without a fragment."""

    scheme: str
    """`http` or `https`."""
    host: str
    """A name in lower case and punycode, or an IP address without brackets."""
    port: int
    target: str
    """Path and query as the request line has them."""

    @property
    def shown(self) -> str:
        """The host for a person, with its port where that is not the usual one."""
        if self.port == _PORTS[self.scheme]:
            return self.host
        return f"{self._bracketed}:{self.port}"

    @property
    def origin(self) -> str:
        """Host and port as a Host header has them (RFC 9110 §7.2)."""
        return self._bracketed if self.port == _PORTS[self.scheme] else self.shown

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.origin}{self.target}"

    @property
    def place(self) -> str:
        """The address for a message: a query is left out, which may hold somebody's key."""
        path, question, _ = self.target.partition("?")
        return f"{self.scheme}://{self.origin}{path}{'?…' if question else ''}"

    @property
    def _bracketed(self) -> str:
        return f"[{self.host}]" if ":" in self.host else self.host


def read_address(url: str) -> Address:
    """Return the address that `url` is.

    ValueError, with the reason, for one that is not opened: another scheme, no host, a user name
    before the host, a port or host that means nothing.
    """
    if any(sign.isspace() or not sign.isprintable() for sign in url):
        raise ValueError("the address holds blanks or signs that cannot be seen")
    try:
        parts = urlsplit(url)
        port, host = parts.port, _real(parts.hostname or "")
    except ValueError as error:
        raise ValueError(f"the address means nothing: {error}") from error
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        mend = ": write https:// in its place" if scheme.startswith("webcal") else ""
        raise ValueError(f"only http and https are opened, not {scheme or 'a bare name'}{mend}")
    if not host:
        raise ValueError("the address has no host")
    if parts.username is not None or parts.password is not None or "\\" in url:
        raise ValueError("the address hides its host behind a user name")
    if port == 0:
        raise ValueError("the address means nothing: there is no port 0")
    target = quote(parts.path or "/", safe=_PATH)
    if parts.query:
        target += "?" + quote(parts.query, safe=_QUERY)
    return Address(scheme, host, port or _PORTS[scheme], target)


def _real(host: str) -> str:
    """Return `host` in ASCII; ValueError when it is neither a name nor an IP address."""
    if ":" in host:
        if "%" in host:
            raise ValueError("an address with an interface is good on one machine only")
        return str(IPv6Address(host))
    if not host.isascii():
        if doubtful := [letter for letter in _TWO_WAYS if letter in host]:
            raise ValueError(f"a host with {doubtful[0]} is read in two ways: write it as xn--…")
        host = host.encode("idna").decode()
    host = host.lower()
    if host and not _NAME.fullmatch(host):
        raise ValueError("a host has letters, digits, dots and hyphens only")
    return host


def followed(base: Address, location: str) -> Address:
    """Return where the Location header `location` of an answer from `base` leads to.

    The header is as it came, in Latin-1; blanks and raw UTF-8, which servers send, are escaped.
    ValueError as `read_address`.
    """
    sent = location.strip().encode("latin-1", "replace")
    return read_address(urljoin(base.url, quote(sent, safe=_QUERY + "#[]\\")))


def real_host(url: str) -> str:
    """Return the host that `url` leads to, in ASCII; ValueError as `read_address`."""
    return read_address(url).shown
