"""The schema as an editor sees it: yaml-language-server, spoken to over LSP 3.17 on stdio.

The server is the command `SUMMIT_JUDGES`, or what `make judges` installed; where it is missing
these tests fail, for a judge who is not asked is no judge.
"""

import json
import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summit_tui.catalogue.fields import SESSION_FIELDS, names
from summit_tui.catalogue.kinds import KINDS
from summit_tui.catalogue.schema import json_schema
from tests.judges.installed import ROOT, node_package

pytestmark = pytest.mark.judge

GIVEN = os.environ.get("SUMMIT_JUDGES")
PATIENCE_SECONDS = 120
SETTINGS = {
    "validate": True,
    "completion": True,
    "hover": True,
    "schemaStore": {"enable": False},
    "format": {"enable": False},
}


class LanguageServer:
    """A running server with one schema for everything it is shown."""

    def __init__(self, folder: Path) -> None:
        command = GIVEN or node_package("yaml-language-server") / "bin" / "yaml-language-server"
        self.folder = folder
        self.process = subprocess.Popen(
            [command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ
        )
        self._watchdog = threading.Timer(PATIENCE_SECONDS, self.process.kill)
        self._watchdog.start()
        self._number = 0
        root = {"rootUri": folder.as_uri(), "processId": None}
        workspace = {"configuration": True}
        self.ask("initialize", root | {"capabilities": {"workspace": workspace}})
        self.tell("initialized", {})

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """Return the result of a request."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        return self._until(lambda got: got.get("id") == self._number and "method" not in got)[
            "result"
        ]

    def tell(self, method: str, params: dict[str, Any]) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def open(self, text: str) -> tuple[str, list[dict[str, Any]]]:
        """Return the address of a new file with `text`, and the findings in it."""
        self._number += 1
        uri = (self.folder / f"file-{self._number}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        found = self._until(
            lambda got: (
                got.get("method") == "textDocument/publishDiagnostics"
                and got["params"]["uri"] == uri
            )
        )
        return uri, found["params"]["diagnostics"]

    def completions(self, text: str) -> list[str]:
        """Return what is offered where `text` has a `|`."""
        before, after = text.split("|")
        uri, _ = self.open(before + after)
        position = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        where = {"textDocument": {"uri": uri}, "position": position}
        answer = self.ask("textDocument/completion", where)
        return [item["label"] for item in answer["items"]]

    def close(self) -> None:
        """End the server."""
        self._watchdog.cancel()
        self.process.kill()
        self.process.communicate()

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _until(self, wanted: Any) -> dict[str, Any]:
        """Return the first message that is `wanted`, answering what the server asks meanwhile."""
        while not wanted(message := self._receive()):
            if "id" in message and "method" in message:
                asked = message["params"].get("items", []) if message.get("params") else []
                answer = [SETTINGS if item.get("section") == "yaml" else {} for item in asked]
                self._send({"id": message["id"], "result": answer or None})
        return message

    def _receive(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server ended, or did not answer in time"
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    running = LanguageServer(tmp_path_factory.mktemp("editor"))
    yield running
    running.close()


@pytest.fixture
def modeline(tmp_path: Path) -> str:
    schema = tmp_path / "schema.json"
    schema.write_text(json.dumps(json_schema()), encoding="utf-8")
    return f"# yaml-language-server: $schema={schema.as_uri()}\n"


def places(diagnostics: list[dict[str, Any]]) -> list[tuple[int, int, str]]:
    """Return line and column as an editor counts them, and the message."""
    return sorted(
        (one["range"]["start"]["line"] + 1, one["range"]["start"]["character"] + 1, one["message"])
        for one in diagnostics
    )


BROKEN = """\
event: {name: Demo, timezone: Europe/Paris, citty: Paris}
rooms:
  - {name: Blue, capacity: many}
sessions:
  - id: one
    title: One
    level: expret
    kind: tlak
    language: frnch
    start: tomorrow
    duration: soon
  - id: two
    speakers:
      - {nam: Ada}
    rom: Blue
    recorded: perhaps
    links: {slides: example.org}
"""


def test_the_shipped_programme_is_clean(server: LanguageServer, modeline: str) -> None:
    text = (ROOT / "sessions.yaml").read_text(encoding="utf-8")
    assert places(server.open(modeline + text)[1]) == []


def test_every_mistake_is_told_where_it_stands(server: LanguageServer, modeline: str) -> None:
    kinds = ", ".join(KINDS)
    assert places(server.open(modeline + BROKEN)[1]) == [
        (2, 45, "Property citty is not allowed."),
        (4, 28, 'Incorrect type. Expected "integer".'),
        (8, 12, "not a level: 100 Introductory, 200 Intermediate, 300 Advanced, 400 Expert"),
        (9, 11, f"not a kind: {kinds}"),
        (10, 15, "not a language: an ISO 639-1 code such as en or fr"),
        (11, 12, "write 2019-04-02 09:30"),
        (12, 15, "write 45, 45m, 1h45, 1:45 or PT1H45M"),
        (13, 5, 'Missing property "title".'),
        (15, 9, 'Missing property "name".'),
        (15, 10, "Property nam is not allowed."),
        (16, 5, "Property rom is not allowed."),
        (17, 15, "write true or false"),
        (18, 21, "write an http or https address"),
    ]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("level: |", ["100", "200", "300", "400"]),
        ("kind: |", list(KINDS)),
        ("status: |", ["confirmed", "cancelled", "tentative"]),
    ],
)
def test_values_are_completed(
    server: LanguageServer, modeline: str, typed: str, offered: list[str]
) -> None:
    session = f"sessions:\n  - id: one\n    title: One\n    {typed}\n"
    assert server.completions(modeline + session) == offered


def test_keys_are_completed(server: LanguageServer, modeline: str) -> None:
    offered = server.completions(f"{modeline}sessions:\n  - id: one\n    title: One\n    |\n")
    assert offered == [name for name in names(SESSION_FIELDS) if name not in ("id", "title")]


def test_levels_of_its_own_are_left_to_the_catalogue(server: LanguageServer, modeline: str) -> None:
    own = "levels: {easy: Easy, hard: Hard}\nsessions:\n  - {id: a, title: A, level: hard}\n"
    assert server.open(modeline + own)[1] == []
