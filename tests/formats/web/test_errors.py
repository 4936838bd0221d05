"""What the person is told, and what may pass by itself."""

import pytest

from summit_tui.formats.web.errors import FetchError, Kind, refused_with


@pytest.mark.parametrize(
    ("status", "retry_after", "told", "passing"),
    [
        (401, None, "answered 401 (Unauthorized): it wants a login", False),
        (403, None, "answered 403 (Forbidden): it is not public, or refuses programs", False),
        (404, None, "answered 404 (Not Found): there is nothing at this address", False),
        (410, None, "gone for good", False),
        (418, None, "check the address", False),
        (429, None, "asked too often: try again later", True),
        (429, "1", "try again in a second", True),
        (429, "90", "try again in 90 seconds", True),
        (503, "601", "the fault is the server's: try again in 11 minutes", True),
        (429, "Fri, 31 Dec 1999 23:59:59 GMT", "try again later", True),
        (429, "99999999999999999999", "try again later", True),
        (429, "-5", "try again later", True),
        (429, "٣", "try again later", True),
        (408, None, "try again later", True),
        (500, None, "answered 500 (Internal Server Error): the fault is the server's", True),
        (599, None, "answered 599: the fault", True),
        (204, None, "no programme in the answer", False),
        (304, None, "answered 304 (Not Modified): check the address", False),
        (999, None, "answered 999: ", True),
    ],
)
def test_a_status_says_what_to_do(
    status: int, retry_after: str | None, told: str, passing: bool
) -> None:
    error = refused_with(status, retry_after)
    assert told in str(error)
    assert (error.kind, error.status, error.passing) == ("status", status, passing)


@pytest.mark.parametrize(
    ("kind", "passing"),
    [
        ("host", True),
        ("unreachable", True),
        ("timeout", True),
        ("tls", True),  # a network that wants a login answers for everybody
        ("broken", True),
        ("address", False),
        ("private", False),
        ("redirect", False),
        ("too-large", False),
        ("cancelled", False),
    ],
)
def test_what_the_network_does_may_pass(kind: Kind, passing: bool) -> None:
    error = FetchError(kind, "what it is")
    assert error.passing is passing
    assert str(error) == "what it is"
    error.where = "https://event.example/"
    assert str(error) == "https://event.example/: what it is"
