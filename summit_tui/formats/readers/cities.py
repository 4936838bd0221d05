"""The time zone of the place where an event is held, where a programme names no zone.

Only places that IANA itself has a zone called after: a table of all cities is not our business.
"""

import re

from summit_tui.catalogue import times
from summit_tui.catalogue.text import fold

_REGIONS = ("Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic")
_CITY = re.compile(r"[a-z][a-z '.-]{2,40}", re.ASCII)
_NO_CITIES = frozenset(("north", "south", "west", "act", "nsw", "victoria"))
"""What zones of Australia are called and places elsewhere too."""
_AT_HOME = {
    "bruxelles": "brussels",
    "brussel": "brussels",
    "wien": "vienna",
    "praha": "prague",
    "prag": "prague",
    "kobenhavn": "copenhagen",
    "warszawa": "warsaw",
    "roma": "rome",
    "lisboa": "lisbon",
    "bucuresti": "bucharest",
    "tokio": "tokyo",
}
"""How people who live there call a city that has a zone."""


def zone_of(place: str) -> str:
    """Return the zone that `place` (`Palais des Congrès, 75017 Paris`) is in; empty if unknown."""
    for part in reversed(place.split(",")[-4:]):
        city = re.sub(r"[\d()]", "", fold(part[:80])).strip()
        city = _AT_HOME.get(city, city)
        if _CITY.fullmatch(city) and city not in _NO_CITIES and (found := _called(city)):
            return found
    return ""


def _called(city: str) -> str:
    name = "_".join(word.capitalize() for word in city.split())
    for region in _REGIONS:
        try:
            return times.zone(f"{region}/{name}").key
        except ValueError:
            continue
    return ""
