"""What reaches the application from a keyboard that sends other bytes than UTF-8.

Textual's driver decodes strictly, in a thread that dies of the first wrong byte and takes the
application with it. A wrong byte, pasted or typed, is shown as the sign for one instead.
"""

import codecs
import sys


def accept_any_bytes() -> None:
    """Let the driver of this system replace what it cannot decode."""
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver, linux_inline_driver

    for driver in (linux_driver, linux_inline_driver):
        vars(driver)["getincrementaldecoder"] = _tolerant


def _tolerant(encoding: str) -> type[codecs.IncrementalDecoder]:
    strict = codecs.getincrementaldecoder(encoding)

    class Decoder(strict):  # type: ignore[misc, valid-type]  # made for the encoding asked for
        def __init__(self) -> None:
            super().__init__("replace")

    return Decoder
