"""The ordinary command line, read without click.

Options with their value (`--name value`, `--name=value`), flags, words, `--`: what people type all
day. To everything else the answer is None, and click reads the line: it knows what is wrong with
it, how to say so, and what help there is. Where this reader has an answer, click has the same.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from summit_tui.cli.declared import GIVEN, SEARCH, Option
from summit_tui.cli.given import Given

COMMANDS: Mapping[str, tuple[Option, ...]] = {"search": SEARCH}
"""The commands whose lines are read here, with their options; all of them take words."""
_DIGITS = 9
"""A number with more is click's to judge."""


class Line(NamedTuple):
    """What a command line says."""

    command: str
    """Empty where there is none."""
    given: Given
    color: str
    values: dict[str, Any]
    """The command's parameters, as click hands them over."""


def read_line(arguments: Sequence[str]) -> Line | None:
    """Return what `arguments` say; None when click must read them."""
    place = place_of_command(arguments)
    outer = read(arguments[:place], GIVEN)
    if outer is None or outer.pop("words"):
        return None
    if place >= len(arguments):
        return Line("", given(outer), outer["color"] or "auto", {})
    command = arguments[place]
    if command not in COMMANDS:
        return None
    values = read(arguments[place + 1 :], (*GIVEN, *COMMANDS[command]))
    if values is None:
        return None
    color = values.pop("color") or outer["color"] or "auto"
    return Line(command, given(values).filled(given(outer)), color, values)


def read(arguments: Sequence[str], options: Sequence[Option]) -> dict[str, Any] | None:
    """Return the value of each of `options`, and the `words` besides; None for click to read."""
    known = {f"--{option.name}": option for option in options}
    values: dict[str, Any] = {
        each.parameter: () if each.many else False if each.is_flag else None for each in options
    }
    words: list[str] = []
    left = iter(arguments)
    for argument in left:
        if argument == "--":
            words += left
        elif not argument.startswith("-"):
            words.append(argument)
        else:
            name, equals, text = argument.partition("=")
            option = known.get(name)
            if option is None or (values[option.parameter] and not option.many):
                return None
            if not option.is_flag and not equals:
                text = next(left, "-")
            value = None if option.is_flag and equals else _value(option, text)
            if value is None:
                return None
            values[option.parameter] = (*values[option.parameter], value) if option.many else value
    return values | {"words": tuple(words)}


def _value(option: Option, text: str) -> Any:
    """Return what `text` is for `option`; None when in doubt."""
    if option.is_flag:
        return True
    if text.startswith("-") or (option.choices and text not in option.choices):
        return None
    if option.number:
        return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else None
    return text


def place_of_command(arguments: Sequence[str]) -> int:
    """Return where the options before the command end; each of them has a value."""
    place = 0
    while place < len(arguments) and arguments[place].startswith("-"):
        place += 1 if "=" in arguments[place] else 2
    return place


def given(values: dict[str, Any]) -> Given:
    """Return the options of `GIVEN` out of `values`, but for the colour, which is global."""
    return Given(values.pop("catalogue"), values.pop("agenda"), values.pop("at"))
