"""Which machines may be asked: tables of addresses, and look-ups that are made up."""

import socket
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.formats.web.address import read_address
from summit_tui.formats.web.errors import FetchError
from summit_tui.formats.web.patience import Limits, Patience
from summit_tui.formats.web.reach import Resolver, as_number, reachable, why_not_public


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1", "8.8.8.8", "172.15.255.255", "172.32.0.0", "100.63.255.255", "100.128.0.0",
        "2606:4700:4700::1111", "2a00:1450:4001:80b::200e",
        "64:ff9b::808:808",  # 8.8.8.8 through the gateway of a network with IPv6 only
    ],
)  # fmt: skip
def test_the_public_net_is_reached(address: str) -> None:
    assert why_not_public(address) == ""


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("127.0.0.1", "this machine"),
        ("127.255.255.254", "this machine"),
        ("::1", "this machine"),
        ("0.0.0.0", "no machine"),  # noqa: S104  refused, not bound to
        ("0.1.2.3", "no machine"),
        ("::", "no machine"),
        ("10.0.0.1", "private"),
        ("172.16.0.1", "private"),
        ("172.31.255.255", "private"),
        ("192.168.1.1", "private"),
        ("fd00::1", "private"),
        ("fec0::1", "private"),
        ("169.254.169.254", "local network"),
        ("fe80::1", "local network"),
        ("fe80::1%eth0", "local network"),
        ("100.64.0.1", "provider"),
        ("100.127.255.255", "provider"),
        ("224.0.0.1", "many machines"),
        ("239.255.255.255", "many machines"),
        ("ff02::1", "many machines"),
        ("240.0.0.1", "private|reserved"),
        ("255.255.255.255", "private|reserved"),
        ("192.0.0.1", "private"),
        ("192.0.2.1", "private"),
        ("198.18.0.1", "private"),
        ("198.51.100.1", "private"),
        ("203.0.113.1", "private"),
        ("192.88.99.1", "relay"),
        ("2001:db8::1", "private"),
        ("::ffff:127.0.0.1", "disguise"),
        ("::ffff:8.8.8.8", "disguise"),
        ("::127.0.0.1", "disguise"),
        ("64:ff9b::7f00:1", "this machine"),
        ("64:ff9b::a00:1", "private"),
        ("64:ff9b::a9fe:a9fe", "local network"),
        ("64:ff9b:1::808:808", "translated"),
        ("2002:7f00:1::", "tunnel"),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", "tunnel"),
        ("100::1", "private|reserved"),
        ("4000::1", "reserved"),
        ("example.org", "no IP address"),
    ],
)
def test_anything_else_is_not(address: str, why: str) -> None:
    assert any(each in why_not_public(address) for each in why.split("|")), why_not_public(address)


@given(st.ip_addresses(network="127.0.0.0/8") | st.ip_addresses(network="10.0.0.0/8"))
def test_a_private_address_is_private_through_every_gateway(address: object) -> None:
    hidden = int.from_bytes(socket.inet_aton(str(address)), "big")
    for prefix in ("::ffff:", "::", "64:ff9b::"):
        assert why_not_public(f"{prefix}{hidden >> 16:x}:{hidden & 0xFFFF:x}")
    assert why_not_public(f"2002:{hidden >> 16:x}:{hidden & 0xFFFF:x}::1")


@pytest.mark.parametrize(
    ("host", "number"),
    [
        ("127.1", "127.0.0.1"),
        ("0x7f000001", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("0177.0.0.1", "127.0.0.1"),
        ("8.8.8.8", "8.8.8.8"),
        ("::1", "::1"),
        ("example.org", ""),
        ("1.2.3.4.example.org", ""),
    ],
)
def test_a_number_is_told_from_a_name(host: str, number: str) -> None:
    assert as_number(host) == number


def _patience(**limits: float) -> Patience:
    return Patience(Limits(**limits), lambda: 0.0, lambda: False)  # type: ignore[arg-type]  # no int


def _found(found: Sequence[str], *, allow_private: bool = False) -> list[str]:
    address = read_address("https://event.example/")
    return reachable(address, lambda *_: found, _patience(), allow_private=allow_private)


def test_one_private_address_among_many_refuses_them_all() -> None:
    with pytest.raises(FetchError, match=r"it is 10\.0\.0\.5, a private.*--allow-private") as told:
        _found(["8.8.8.8", "2606:4700::1", "10.0.0.5"])
    assert told.value.kind == "private"
    assert not told.value.passing
    assert _found(["8.8.8.8", "10.0.0.5"], allow_private=True) == ["8.8.8.8", "10.0.0.5"]


@pytest.mark.parametrize(
    ("found", "tried"),
    [
        (["1.1.1.1"], ["1.1.1.1"]),
        (
            ["2606::1", "2606::2", "2606::3", "2606::4", "1.1.1.1"],
            ["2606::1", "1.1.1.1", "2606::2", "2606::3"],
        ),
        (["1.1.1.1", "2606::1", "1.1.1.2"], ["1.1.1.1", "2606::1", "1.1.1.2"]),
    ],
)
def test_a_few_are_tried_and_both_ip_versions_first(found: list[str], tried: list[str]) -> None:
    assert _found(found) == tried


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            socket.gaierror(socket.EAI_NONAME, "x"),
            r"there is no host event\.example, or no network: check",
        ),
        (socket.gaierror(socket.EAI_AGAIN, "x"), "is this machine offline"),
        (OSError("strange"), "cannot be looked up: strange"),
        (UnicodeError("label too long"), "cannot be looked up: label too long"),
    ],
)
def test_a_host_that_is_not_found_says_so(error: Exception, told: str) -> None:
    def resolve(_host: str, _port: int) -> list[str]:
        raise error

    with pytest.raises(FetchError, match=told) as caught:
        _reach(resolve, _patience())
    assert caught.value.kind == "host"
    assert caught.value.passing


def test_a_host_with_no_address_at_all_is_not_found() -> None:
    with pytest.raises(FetchError, match="there is no host"):
        _found([])


def test_a_look_up_that_hangs_is_left_alone() -> None:
    patience = Patience(Limits(first=0.01), time.monotonic, lambda: False)
    hanging, other_end = socket.socketpair()
    with (
        hanging,
        other_end,
        pytest.raises(FetchError, match=r"no answer within 0\.01 seconds") as caught,
    ):
        _reach(lambda *_: [str(hanging.recv(1))], patience)
    assert caught.value.kind == "timeout"


def _reach(resolve: Resolver, patience: Patience) -> None:
    reachable(read_address("https://event.example/"), resolve, patience, allow_private=False)
