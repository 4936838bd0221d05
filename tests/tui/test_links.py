"""Addresses: the real host, and what is not opened."""

import pytest

from summit_tui.tui.links import real_host, shown_host


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://example.org/a?b#c", "example.org"),
        ("HTTP://Example.ORG", "example.org"),
        ("https://example.org:8443/x", "example.org:8443"),
        ("https://аррӏе.com/", "xn--80ak6aa92e.com"),  # Cyrillic letters
        ("https://münchen.de", "xn--mnchen-3ya.de"),
        ("http://[2001:db8::1]/", "2001:db8::1"),
    ],
)
def test_the_host_is_shown_as_the_network_sees_it(url: str, host: str) -> None:
    assert real_host(url) == host
    assert shown_host(url) == host


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "vscode://x/y",
        "data:text/html,x",
        "example.org",
        "https://",
        "https:///path",
        "https://bank.example@evil.example/",
        "https://user:word@evil.example/",
        "https://evil.example\\@bank.example/",
        "https://exa mple.org",
        "https://example.org\n.evil.example",
        "https://example.org:99999/",
        "https://[broken/",
        "https://" + "ü" * 80 + ".org/",
        "",
    ],
)
def test_anything_else_is_not_opened_and_says_why(url: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        real_host(url)
    assert shown_host(url).startswith("not opened: ")
