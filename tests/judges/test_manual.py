"""The page for `man` before groff, which warns of whatever it would not set."""

import subprocess

import pytest

from tests.judges.installed import ROOT, judge

pytestmark = pytest.mark.judge


def test_groff_sets_the_manual_without_a_warning() -> None:
    groff = judge("groff")
    page = str(ROOT / "docs" / "summit.1")
    command = [groff, "-man", "-Tutf8", "-ww", "-k", "-P-cbou", page]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert "summit search [OPTIONS] [QUERY]..." in lines
    assert "summit search 'lambda track:serverless -kind:workshop after:14:00'" in lines
    assert "--front-matter" in lines
