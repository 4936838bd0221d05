"""`summit schema`: the JSON Schema of a catalogue file."""

import click

from summit_tui.cli import listing, out


@click.command("schema")
def command() -> None:
    r"""Print the JSON Schema of a catalogue file, for editors.

    \b
    summit schema > sessions.schema.json
    and as the first line of the catalogue:
    # yaml-language-server: $schema=sessions.schema.json
    """
    from summit_tui.catalogue.schema import json_schema

    out.write_lines([listing.to_json(json_schema())])
