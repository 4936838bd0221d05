"""Rules of recurrence that mean nothing."""

import pytest

from summit_tui.formats.readers.recurrence_rules import parse_rule


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "COUNT=3",
        "FREQ=OFTEN",
        "FREQ=DAILY;COUNT=x",
        "FREQ=DAILY;INTERVAL=1e9",
        "FREQ=DAILY;BYDAY=XX",
        "FREQ=DAILY;BYMONTH=13",
        "FREQ=DAILY;BYHOUR=" + ",".join("1" * 500),
        "FREQ=DAILY;BYHOUR=" + ",".join("1" * 20) + ";BYMINUTE=" + ",".join("1" * 20),
        "FREQ=DAILY;COUNT=\u0663",
    ],
)
def test_what_is_no_rule_is_refused(rule: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_rule(rule)
