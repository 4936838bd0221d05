"""A team under test: colleagues with agendas in files, whom the settings name."""

import json
from collections.abc import Mapping
from pathlib import Path

from summit_tui.agenda import file
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.catalogue.places import config_folder


def picks_of_colleague(
    folder: Path, name: str, wants: Mapping[str, str], event: str = "demo"
) -> Path:
    """Write what a colleague picked, each with how much it is wanted; return where."""
    agenda = Agenda(event, {each: Pick(each, want) for each, want in wants.items()})
    path = folder / f"{name}.yaml"
    path.write_text(file.to_text(agenda))
    return path


def name_in_settings(*team: Path | str) -> None:
    """Have the settings name the files of a team."""
    config_folder().mkdir(parents=True, exist_ok=True)
    (config_folder() / "settings.json").write_text(json.dumps({"team": list(map(str, team))}))


def have_team(folder: Path, **team: Mapping[str, str]) -> None:
    """Have colleagues, by name with their picks, whom the settings name."""
    name_in_settings(*(picks_of_colleague(folder, name, each) for name, each in team.items()))
