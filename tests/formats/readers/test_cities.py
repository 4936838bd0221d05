"""Zones of the places where events are held."""

import pytest

from summit_tui.formats.readers.cities import zone_of


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("Palais des Congrès, 75017 Paris", "Europe/Paris"),
        ("Sleepers' Hall, Berlin, Germany", "Europe/Berlin"),
        ("Bruxelles (Brussel)", ""),
        ("Bruxelles", "Europe/Brussels"),
        ("São Paulo", "America/Sao_Paulo"),
        ("Los Angeles, CA", "America/Los_Angeles"),
        ("HONG KONG", "Asia/Hong_Kong"),
        ("Zürich", "Europe/Zurich"),
        ("Victoria, Canada", ""),
        ("Quartz-on-Sea", ""),
        ("../../etc/passwd", ""),
        ("東京", ""),
        ("", ""),
        (", " * 9_000, ""),
    ],
)
def test_a_zone_by_the_place(place: str, zone: str) -> None:
    assert zone_of(place) == zone
