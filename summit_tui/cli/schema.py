"""`summit schema`: the JSON Schema of a catalogue file."""

import click

from summit_tui.cli import listing, out
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk


@click.command("schema")
@with_desk
def command(desk: Desk) -> None:
    r"""Print the JSON Schema of a catalogue file, for editors.

    \b
    summit schema > sessions.schema.json

    The first line of the catalogue then says where it is:

    \b
    # yaml-language-server: $schema=sessions.schema.json
    """
    from summit_tui.catalogue.schema import json_schema

    out.write_lines([listing.to_json(json_schema())])
