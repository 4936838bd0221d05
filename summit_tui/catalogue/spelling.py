"""Values spelled as YAML: the plainest spelling that reads back as the same text.

Plain means plain to other readers of YAML too: what one of them would take for a number, a day or
a boolean is quoted. A moment with its time stays plain, for people. Nothing is wrapped, and no
comment is ever written. This module needs no YAML library; `yamlio` reads.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

# Plain scalars a person would leave unquoted: a letter or digit first, nothing that ends them.
_PLAIN_START = re.compile(r"[^\W_]")
_ENDS_PLAIN = re.compile(r":(?=\s|$)|\s#")
_ENDS_PLAIN_IN_FLOW = re.compile(r"[,?\[\]{}]|:(?=\s|$)|\s#")
_RESERVED = re.compile(
    r"(?:true|false|yes|no|on|off|null|y|n|[-+.]?[0-9][0-9_.,:eE+-]*|0[xob].*|\.(?:inf|nan))",
    re.IGNORECASE,
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_TO_ESCAPE = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')


class Unquoted(str):
    """A text that stands unquoted although another reader takes it for a number or a date.

    What a field that we do not know holds is written back as it was: `0.5` stays a fraction.
    """

    __slots__ = ()


def scalar(value: str | int | bool | None, *, in_flow: bool = False) -> str:
    """Return the spelling of `value` on one line: plain where it reads back the same, else quoted.

    A text that other YAML readers would take for a number, a date or a boolean is quoted too.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, Unquoted)):
        return str(value)
    ends = _ENDS_PLAIN_IN_FLOW if in_flow else _ENDS_PLAIN
    if (
        _PLAIN_START.match(value)
        and value.isprintable()
        and value[-1] != " "
        and not ends.search(value)
        and not _RESERVED.fullmatch(value)
    ):
        return value
    return '"' + _TO_ESCAPE.sub(_escape, value) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in _ESCAPES:
        return _ESCAPES[character]
    return f"\\x{ord(character):02x}" if ord(character) < 256 else f"\\u{ord(character):04x}"


def block(text: str, indent: int, *, prose: bool = False) -> str:
    """Return the spelling of `text` after `key: `, with lines below it indented by `indent`.

    Several lines become a literal block; text that a literal block would change is quoted. With
    `prose` the block is the plain `|` that people write, even for a single line: read back, a
    line end follows the text.
    """
    literal = ("\n" in text or prose) and not _NOT_LITERAL.search(text)
    if not literal:
        return scalar(text)
    pad = " " * indent
    lines = "\n".join([pad + line if line else "" for line in text.split("\n")])
    return f"|\n{lines}" if prose else f"|-\n{lines}"


# A literal block takes its indentation from its first line and loses line ends at its end.
_NOT_LITERAL = re.compile(
    r"\A\s|\A\Z|\n\Z|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]"
)


_LONGEST_PLAIN_KEY = 1000
"""The parser looks 1024 characters ahead for the colon of a key without `?`."""


def flow_key(text: str | int) -> str:
    """Return the spelling of `text` as a key of a flow mapping, with its colon."""
    written = scalar(text, in_flow=True)
    return f"{written}:" if len(written) < _LONGEST_PLAIN_KEY else f"? {written} :"


def block_key(text: str, indent: int) -> str:
    """Return the spelling of `text` as a key of a mapping indented by `indent`, with its colon."""
    written = scalar(text)
    if len(written) < _LONGEST_PLAIN_KEY:
        return f"{written}:"
    return f"? {written}\n{' ' * indent}:"


def flow_mapping(pairs: Iterable[tuple[str | int, str | int | bool | None]]) -> str:
    """Return `pairs` on one line: `{name: value, …}`."""
    return "{" + ", ".join([f"{flow_key(k)} {scalar(v, in_flow=True)}" for k, v in pairs]) + "}"


def flow_list(values: Iterable[str]) -> str:
    """Return `values` on one line: `[one, two]`."""
    return "[" + ", ".join([scalar(value, in_flow=True) for value in values]) + "]"


def dump(value: Any, indent: int = 0) -> str:
    """Return `value` (dicts, lists, leaves) in block style, ending in a newline."""
    return "".join(_lines(value, indent))


def _lines(value: Any, indent: int) -> Iterator[str]:
    pad = " " * indent
    if isinstance(value, dict) and value:
        for key, item in value.items():
            yield f"{pad}{block_key(str(key), indent)}{_after_colon(item, indent)}"
    elif isinstance(value, list) and value:
        for item in value:
            if isinstance(item, (dict, list)) and item:
                body = dump(item, indent + 2)
                yield f"{pad}- {body[indent + 2 :]}"
            else:
                yield f"{pad}- {_leaf(item, indent + 2)}\n"
    else:
        yield f"{pad}{_leaf(value, indent + 2)}\n"


def _after_colon(item: Any, indent: int) -> str:
    if isinstance(item, (dict, list)) and item:
        return "\n" + dump(item, indent + 2)
    return f" {_leaf(item, indent + 2)}\n"


def _leaf(value: Any, indent: int) -> str:
    if isinstance(value, dict):
        return "{}"
    if isinstance(value, list):
        return "[]"
    if isinstance(value, str) and not isinstance(value, Unquoted):
        return block(value, indent)
    return scalar(value)
