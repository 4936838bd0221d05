"""The walking times of a catalogue file: how long it takes on foot between rooms and venues.

What cannot be read is said and left out. Which one counts for two rooms is the agenda's concern.
"""

from summit_tui.catalogue import yamlio
from summit_tui.catalogue.model import Walk
from summit_tui.catalogue.values import ValueReader
from summit_tui.catalogue.yamlio import Mapping, Node, Scalar, Series

_MOST_PLACES = 2


def read_walks(values: ValueReader, node: Node, key: Scalar) -> tuple[tuple[Walk, Mapping], ...]:
    """Return the walks in `node`, the value of `key`, each with its own mapping in the file."""
    if yamlio.is_null(node):
        return ()
    items = node.items if isinstance(node, Series) else [node]
    walks = []
    for item in items:
        if not isinstance(item, Mapping):
            values.wrong_shape(item, key.value, "a list of {between: [one, other], minutes: 6}")
        elif (walk := _walk(values, item)) is not None:
            walks.append((walk, item))
    return tuple(walks)


def _walk(values: ValueReader, node: Mapping) -> Walk | None:
    found = values.mapping(node, values.walk_plan, "a walk")
    between = found.get("between", ())
    if "minutes" not in found:
        if not any(each.value == "minutes" for each, _ in node.items):
            values.missing(node, "minutes", "a walk has no minutes", "add minutes: 6")
        return None
    if len(between) > _MOST_PLACES:
        where = next(value for each, value in node.items if each.value == "between")
        message = f"a walk is between two places, not {len(between)}"
        values.source.add("error", "bad-between", message, where, "write a walk for each pair")
        return None
    return Walk(between, found["minutes"])
