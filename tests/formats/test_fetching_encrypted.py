"""https: the name in the greeting and in the certificate, and what is never followed."""

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from summit_tui.formats.fetching import Fetched, FetchError, fetch
from tests.formats.web.serving import Answer, Site, page, sent_to, serving

_NAME = "event.example"


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """An authority that this machine trusts, for the time of a test."""
    made = trustme.CA()
    made.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return made


def _context(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return context


@pytest.fixture
def pages() -> dict[str, Answer]:
    return {"/": page(b"BEGIN:VCALENDAR")}


@pytest.fixture
def site(authority: trustme.CA, pages: dict[str, Answer]) -> Iterator[Site]:
    with serving(pages, _context(authority, _NAME, "127.0.0.1")) as made:
        yield made


def _fetch(url: str) -> Fetched:
    answer = fetch(url, allow_private=True, resolve=lambda *_: ["127.0.0.1"])
    assert isinstance(answer, Fetched)
    return answer


def test_greeting_and_certificate_are_of_the_name_not_of_the_address(site: Site) -> None:
    assert _fetch(site.url(host=_NAME)).body == b"BEGIN:VCALENDAR"
    assert _fetch(site.url(host=f"{_NAME}.")).body == b"BEGIN:VCALENDAR"
    assert site.greeted == [_NAME, _NAME]
    assert site.asked[0][1]["host"] == f"{_NAME}:{site.port}"


def test_a_number_has_a_certificate_too(site: Site) -> None:
    assert _fetch(site.url()).body == b"BEGIN:VCALENDAR"


def test_the_certificate_of_another_name_is_refused(site: Site) -> None:
    with pytest.raises(FetchError, match=r"certificate is not valid.*other\.example") as told:
        _fetch(site.url(host="other.example"))
    assert told.value.kind == "tls"
    assert site.asked == []


def test_a_certificate_of_nobody_known_is_refused(pages: dict[str, Answer]) -> None:
    with serving(pages, _context(trustme.CA(), _NAME)) as site:
        with pytest.raises(FetchError, match="certificate is not valid") as told:
            _fetch(site.url(host=_NAME))
        assert told.value.passing
        assert site.asked == []


def test_encryption_where_there_is_none_is_told(pages: dict[str, Answer]) -> None:
    with (
        serving(pages) as site,
        pytest.raises(FetchError, match=r"no encrypted connection.*begins with http:"),
    ):
        _fetch(site.url().replace("http:", "https:"))


def test_encryption_is_never_left(site: Site, pages: dict[str, Answer]) -> None:
    with serving({"*": page()}) as plain:
        pages["/"] = sent_to(plain.url())
        with pytest.raises(FetchError, match="without encryption: not followed") as told:
            _fetch(site.url(host=_NAME))
        assert told.value.kind == "redirect"
        assert plain.asked == []


def test_encryption_may_be_entered(site: Site) -> None:
    with serving({"*": sent_to(site.url(host=_NAME))}) as plain:
        assert _fetch(plain.url()).url == site.url(host=_NAME)
