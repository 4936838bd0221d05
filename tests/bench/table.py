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
    """`x` for a ratio, `share` for a figure between 0 and 1, or `ms`, `MB`."""
    detail: str = ""
    """The two figures a ratio is made of."""

    @property
    def over(self) -> bool:
        """Whether the bound is missed; a share must reach its bound, anything else stay below."""
        if self.bound is None:
            return False
        return self.value < self.bound if self.unit == "share" else self.value > self.bound


def ratio(name: str, ours: float, theirs: float, bound: float | None, unit: str = "ms") -> Row:
    """Return the row of `ours` over `theirs`, both in `unit` (or both in seconds for `ms`)."""
    factor = 1000 if unit == "ms" else 1
    detail = f"{ours * factor:.1f} / {theirs * factor:.1f} {unit}"
    return Row(name, ours / theirs, bound, "x", detail)


HEADING = f"{'':<42} {'figure':>10}  {'bound':>8}        ours / rival"


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the rows as the terminal shows them."""
    for row in rows:
        sign = ">=" if row.unit == "share" else "<="
        bound = "" if row.bound is None else f"{sign} {row.bound:g}"
        verdict = "" if row.bound is None else "missed" if row.over else "ok"
        yield f"{row.name:<42} {_figure(row):>10}  {bound:>8}  {verdict:<6}  {row.detail}".rstrip()


def _figure(row: Row) -> str:
    plain = {"x": f"{row.value:.2f}", "share": f"{row.value:.3f}"}
    return plain.get(row.unit, f"{row.value:.1f} {row.unit}")
