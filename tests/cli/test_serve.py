"""`summit serve`, as far as it goes before there is anybody to serve."""

import socket
import sys

import pytest

from tests.cli.runner import summit


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "example.org", "::"])  # noqa: S104
def test_others_are_let_in_only_when_that_is_meant(host: str) -> None:
    ended = summit("serve", "--host", host)
    assert (ended.code, ended.out) == (2, "")
    assert "everybody who gets there uses my agenda" in ended.err
    assert "--anybody" in ended.err


def test_a_taken_port_is_said_with_the_way_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = summit("serve", "--port", str(port))
    assert (ended.code, ended.out) == (2, "")
    assert f"port {port} of 127.0.0.1 is taken: --port 0 takes a free one" in ended.err


def test_an_address_of_another_machine_is_said() -> None:
    ended = summit("serve", "--host", "192.0.2.1", "--anybody", "--port", "0")
    assert (ended.code, ended.out) == (2, "")
    assert "192.0.2.1 is no address of this machine" in ended.err


@pytest.mark.parametrize("missing", ["aiohttp", "textual_serve"])
def test_without_the_extra_it_says_how_to_have_it(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    for name in ("serving", "visit"):
        monkeypatch.delitem(sys.modules, f"summit_tui.tui.web.{name}", raising=False)
    ended = summit("serve", "--host", "192.0.2.1", "--anybody")  # where it could not serve
    assert (ended.code, ended.out) == (2, "")
    assert "pip install 'summit-tui[serve]'" in ended.err


def test_a_catalogue_that_is_not_there_is_said_before_it_serves() -> None:
    ended = summit("--catalogue", "nowhere.yaml", "serve")
    assert (ended.code, ended.out) == (2, "")
    assert "nowhere.yaml" in ended.err
