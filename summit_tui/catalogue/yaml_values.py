"""Values out of YAML that no field of ours says the meaning of: by YAML's own core schema.

For what is kept as it stands, unknown to this version, and for documents that are not ours.
"""

import re
from typing import Any

from summit_tui.catalogue.spelling import Unquoted
from summit_tui.catalogue.yamlio import NULLS, Document, Mapping, Mark, Node, Series

_TYPED = re.compile(r"|~|null|Null|NULL|true|false|0|-?[1-9][0-9]{0,17}")


def plain_value(node: Node) -> Any:
    """Return `node` as None, bool, int, str, list or dict, by YAML's core schema.

    An integer is one only when its decimal spelling is canonical, so that `0123` and `1_0` stay
    text; fractions stay text, because `1.10` is a version more often than a number. What stood
    unquoted is written unquoted again.
    """
    if isinstance(node, Mapping):
        return {key.value: plain_value(value) for key, value in node.items}
    if isinstance(node, Series):
        return [plain_value(item) for item in node.items]
    if node.style or "\n" in node.value:
        return node.value
    if not _TYPED.fullmatch(node.value):
        return Unquoted(node.value)
    if node.value in NULLS:
        return None
    if node.value in ("true", "false"):
        return node.value == "true"
    return int(node.value)


def foreign_value(text: str) -> tuple[Any, tuple[str, ...]]:
    """Return a document that is not ours as `plain_value`, and what of it could not be read.

    All text stays text; YamlSyntaxError when it is no YAML or exceeds a bound.
    """
    faults: dict[str, None] = {}

    def report(code: str, message: str, mark: Mark) -> None:
        faults.setdefault(message)

    document = Document(text, report)
    root = document.root()
    if not isinstance(root, Mapping):
        return (None if root is None else plain_value(root)), tuple(faults)
    found = {key.value: plain_value(document.value()) for key in document.entries()}
    return found, tuple(faults)
