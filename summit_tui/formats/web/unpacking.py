"""Bodies as they were before the server packed them, and never more than was asked for.

gzip (RFC 1952, several members too) and deflate, with and without its zlib head. Not br and not
zstd: the request offers neither.
"""

import zlib

from summit_tui.formats.web.errors import FetchError
from summit_tui.formats.web.patience import too_large

ACCEPTED = "gzip, deflate"
"""The Accept-Encoding header."""

_PACKED = ("gzip", "deflate")
_GZIP_MARK = b"\x1f\x8b"


class Body:
    """A body that grows piece by piece."""

    def __init__(self, encoding: str, most: int) -> None:
        """Take the Content-Encoding header, and the number of bytes allowed once unpacked."""
        self._encoding = encoding.strip().lower().removeprefix("x-")
        self._most = most
        self._data = bytearray()
        self._head = b""
        self._unpack: zlib._Decompress | None = None
        if self._encoding not in (*_PACKED, "", "identity"):
            what = "packed in a way that was not offered: download it and import the file"
            raise FetchError("broken", what)

    def add(self, piece: bytes) -> None:
        """Append a piece as it came; FetchError when it is damaged or makes too much."""
        if self._encoding not in _PACKED:
            self._append(piece)
            return
        try:
            self._add_packed(piece)
        except zlib.error as error:
            raise FetchError("broken", "what came is damaged: try again") from error

    def whole(self) -> bytes:
        """Return all of it; FetchError when a packed body was cut."""
        if self._head if self._unpack is None else not self._unpack.eof:
            raise FetchError("broken", "what came ends in the middle: try again")
        return bytes(self._data)

    def _add_packed(self, piece: bytes) -> None:
        if self._unpack is None:
            self._head = piece = self._head + piece
            if len(piece) < len(_GZIP_MARK):
                return
            self._unpack = self._unpacker(piece)
        unpack = self._unpack
        while piece:
            if unpack.eof:
                if self._encoding != "gzip" or not _GZIP_MARK.startswith(piece[:2]):
                    return  # padding behind the end, which everybody overlooks
                unpack = self._unpack = self._unpacker(piece)
            self._append(unpack.decompress(piece, self._most - len(self._data) + 1))
            piece = unpack.unconsumed_tail or unpack.unused_data

    def _unpacker(self, head: bytes) -> "zlib._Decompress":
        if self._encoding == "gzip":
            return zlib.decompressobj(16 + zlib.MAX_WBITS)
        # RFC 9110 §8.4.1.2 wants the zlib head (RFC 1950 §2.2), which some servers leave out
        with_head = head[0] & 0x0F == zlib.DEFLATED and int.from_bytes(head[:2], "big") % 31 == 0
        return zlib.decompressobj(zlib.MAX_WBITS if with_head else -zlib.MAX_WBITS)

    def _append(self, data: bytes) -> None:
        self._data += data
        if len(self._data) > self._most:
            raise too_large(self._most)
