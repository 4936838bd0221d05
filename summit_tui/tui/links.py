"""The one place that opens addresses: http and https only, and never without the real host shown.

A host is shown as the network sees it (punycode), so that a look-alike letter cannot pass.
"""

from urllib.parse import urlsplit

ALLOWED = ("http", "https")


def real_host(url: str) -> str:
    """Return the host that `url` leads to, in ASCII.

    ValueError, with the reason, for an address that is not opened: another scheme, no host, a
    user name before the host, a port or host that means nothing.
    """
    if any(sign.isspace() or not sign.isprintable() for sign in url):
        raise ValueError("the address holds blanks or signs that cannot be seen")
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname or ""
        host = host if host.isascii() else host.encode("idna").decode()
    except ValueError as error:
        raise ValueError(f"the address means nothing: {error}") from error
    if parts.scheme.lower() not in ALLOWED:
        raise ValueError(f"only http and https are opened, not {parts.scheme or 'a bare name'}")
    if not host:
        raise ValueError("the address has no host")
    if parts.username is not None or parts.password is not None or "\\" in url:
        raise ValueError("the address hides its host behind a user name")
    return f"{host}:{port}" if port else host


def shown_host(url: str) -> str:
    """Return the host for a list of links, or why it is not opened."""
    try:
        return real_host(url)
    except ValueError as error:
        return f"not opened: {error}"
