"""The table that the bench prints: a row a measurement, with its bound and its rival."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement next to what it is held against."""

    name: str
    value: float
    """What is held against the bound: a ratio, or an absolute figure in `unit`."""
    bound: float | None
    """None for a row that is only there for context."""
    unit: str = "x"
    """`x` for a ratio, or `ms`, `MB`."""
    detail: str = ""
    """The two figures a ratio is made of."""

    @property
    def over(self) -> bool:
        """Whether the bound is missed."""
        return self.bound is not None and self.value > self.bound


def ratio(name: str, ours: float, theirs: float, bound: float | None, unit: str = "ms") -> Row:
    """Return the row of `ours` over `theirs`, both in `unit` (or both in seconds for `ms`)."""
    factor = 1000 if unit == "ms" else 1
    detail = f"{ours * factor:.1f} / {theirs * factor:.1f} {unit}"
    return Row(name, ours / theirs, bound, "x", detail)


HEADING = f"{'':<42} {'figure':>10}  {'bound':>8}        ours / rival"


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the rows as the terminal shows them."""
    for row in rows:
        bound = "" if row.bound is None else f"<= {row.bound:g}"
        verdict = "" if row.bound is None else "over" if row.over else "ok"
        value = f"{row.value:.2f}" if row.unit == "x" else f"{row.value:.1f} {row.unit}"
        yield f"{row.name:<42} {value:>10}  {bound:>8}  {verdict:<4}  {row.detail}".rstrip()
