"""The words a catalogue brings along: its scale of levels, and its aliases.

Both stand at the root of the file, and are read from their node; `None` or nothing comes out of one
that could not be read, after saying what is wrong. What an alias does is the search's concern.
"""

import re
from typing import cast

from summit_tui.catalogue import fields, yamlio
from summit_tui.catalogue.fields import Field
from summit_tui.catalogue.levels import Level, LevelValue, Scale
from summit_tui.catalogue.model import LONGEST_ALIAS
from summit_tui.catalogue.text import clean_line, fold
from summit_tui.catalogue.values import ValueReader
from summit_tui.catalogue.yaml_values import plain_value
from summit_tui.catalogue.yamlio import Mapping, Node, Scalar, Series

_WORD = re.compile(r"[^\W_]+")


def read_scale(values: ValueReader, node: Node, key: Scalar) -> Scale | None:
    """Return the levels in `node`, the value of `key`; None when it names none."""
    if isinstance(node, Mapping):
        pairs = [(k, v) for k, v in node.items if values.expect_text(v, key.value)]
    elif isinstance(node, Series):
        items = [item for item in node.items if values.expect_text(item, key.value)]
        pairs = [(cast("Scalar", item), item) for item in items]
    else:
        values.wrong_shape(node, key.value, fields.TYPES["scale"][0])
        return None
    levels: dict[LevelValue, Level] = {}
    for value_node, name_node in pairs:
        value = plain_value(value_node)
        value = value if isinstance(value, int) else clean_line(value_node.value)
        if value in levels:
            values.duplicate_key(value_node)
            continue
        levels[value] = Level(value, clean_line(cast("str", name_node.value)) or str(value))
    return Scale(tuple(levels.values())) if levels else None


def read_aliases(
    values: ValueReader, node: Node, key: Scalar
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the aliases in `node`, the value of `key`: each name with the other names."""
    if yamlio.is_null(node):
        return ()
    if not isinstance(node, Mapping):
        values.wrong_shape(node, key.value, fields.TYPES["aliases"][0])
        return ()
    aliases: dict[str, tuple[str, ...]] = {}
    for name_node, others_node in node.items:
        name = clean_line(name_node.value)
        if name in aliases:
            values.duplicate_key(name_node)
        elif isinstance(others_node, Mapping):
            values.wrong_shape(others_node, f"alias {name!r}", "a name, or a list of names")
        elif not yamlio.is_null(others_node):
            others = values.lines(others_node, Field(f"alias {name!r}", "lines", "", ""))
            takes_away = isinstance(others_node, Series) and not others_node.items
            if others or takes_away:
                aliases[name] = others
                _warn(values, name_node, others_node, others)
    return tuple(aliases.items())


def _warn(
    values: ValueReader, name_node: Scalar, others_node: Node, others: tuple[str, ...]
) -> None:
    """Say which names of an alias name nothing."""
    name = clean_line(name_node.value)
    items = others_node.items if isinstance(others_node, Series) else []
    nodes = {clean_line(item.value): item for item in items if item.value is not None}
    for text, node in [(name, name_node), *((each, nodes.get(each)) for each in others)]:
        where = node or others_node
        if not 0 < len(_WORD.findall(text)) <= LONGEST_ALIAS:
            message = f"alias {text!r} is not a name of one to {LONGEST_ALIAS} words"
            values.source.add("warning", "no-alias", message, where, "a search cannot find it")
        elif node is not name_node and fold(text) == fold(name):
            message = f"alias {name!r} stands for itself"
            values.source.add("warning", "no-alias", message, where, "write its other names")
