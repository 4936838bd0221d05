"""Packed bodies: whole, cut, damaged, in any pieces, and bombs."""

import gzip
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.formats.web.errors import FetchError
from summit_tui.formats.web.unpacking import Body

_TEXT = b"BEGIN:VCALENDAR " * 40
_BARE = zlib.compressobj(wbits=-zlib.MAX_WBITS)
_PACKED = {
    "": _TEXT,
    "identity": _TEXT,
    "gzip": gzip.compress(_TEXT),
    "x-gzip": gzip.compress(_TEXT),
    " GZIP ": gzip.compress(_TEXT[:100]) + gzip.compress(_TEXT[100:]) + b"\0\0",
    "deflate": zlib.compress(_TEXT),
    "Deflate": _BARE.compress(_TEXT) + _BARE.flush(),
}


def _unpacked(encoding: str, data: bytes, step: int, most: int = 10_000) -> bytes:
    body = Body(encoding, most)
    for at in range(0, len(data), step):
        body.add(data[at : at + step])
    return body.whole()


@pytest.mark.parametrize("encoding", _PACKED)
@pytest.mark.parametrize("step", [1, 7, 10_000])
def test_a_body_is_unpacked_in_any_pieces(encoding: str, step: int) -> None:
    assert _unpacked(encoding, _PACKED[encoding], step) == _TEXT


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "Deflate"])
@pytest.mark.parametrize("left", [1, 2, 12, -1])
def test_a_cut_body_is_told(encoding: str, left: int) -> None:
    with pytest.raises(FetchError, match="ends in the middle"):
        _unpacked(encoding, _PACKED[encoding][:left], 5)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_damaged_body_is_told(encoding: str) -> None:
    packed = bytearray(_PACKED[encoding])
    packed[-3] ^= 0xFF  # in the checksum
    with pytest.raises(FetchError, match="is damaged"):
        _unpacked(encoding, bytes(packed), 100)
    with pytest.raises(FetchError, match="is damaged"):
        _unpacked("gzip", b"<html>not packed at all", 100)


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "x-pack200"])
def test_what_was_not_offered_is_refused(encoding: str) -> None:
    with pytest.raises(FetchError, match="not offered"):
        Body(encoding, 100)


def test_an_empty_body_is_empty() -> None:
    assert Body("gzip", 100).whole() == b""


@pytest.mark.parametrize("encoding", _PACKED)
def test_the_bound_is_exact(encoding: str) -> None:
    assert len(_unpacked(encoding, _PACKED[encoding], 50, most=len(_TEXT))) == len(_TEXT)
    with pytest.raises(FetchError, match="larger than 639 bytes") as told:
        _unpacked(encoding, _PACKED[encoding], 50, most=len(_TEXT) - 1)
    assert told.value.kind == "too-large"


@pytest.mark.parametrize("layers", [1, 2])
def test_a_bomb_takes_no_more_memory_than_the_bound(layers: int) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    bomb = bomb * layers  # two members
    tracemalloc.start()
    with pytest.raises(FetchError, match="larger than 1 MB"):
        _unpacked("gzip", bomb, 16_384, most=1024 * 1024)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * 1024 * 1024


@given(st.sampled_from(["gzip", "deflate", ""]), st.binary(max_size=200), st.integers(1, 50))
def test_any_bytes_end_in_a_body_or_a_reason(encoding: str, data: bytes, step: int) -> None:
    try:
        found: int | str = len(_unpacked(encoding, data, step, most=500))
    except FetchError as error:
        found = error.kind
    assert found in ("broken", "too-large", *range(501))
