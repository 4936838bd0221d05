"""What schedule.xml has no element for, as processing instructions behind its root.

The XSD allows neither foreign elements nor foreign attributes, but XML keeps processing
instructions (XML 1.0 §2.6) for just this: each names the program it is for, and every other one
passes it over. An instruction of ours is one JSON object. The first has `event`, each further one
the `guid` of the event it completes; their order is that of the programme.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

TARGET = "summit-tui"


def instruction(values: Mapping[str, Any]) -> str:
    """Return `values` as one instruction, in ASCII, so that nothing in them can end it early."""
    return f"<?{TARGET} {json.dumps(values).replace('>', chr(92) + 'u003e')}?>"


def understood(instructions: Iterable[tuple[str, str]]) -> Iterator[Mapping[str, Any]]:
    """Yield the values of those instructions, as target and content, that are ours and whole."""
    for target, content in instructions:
        if target == TARGET:
            try:
                values = json.loads(content)
            except (ValueError, RecursionError):
                continue
            if isinstance(values, dict):
                yield values
