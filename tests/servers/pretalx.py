"""A pretalx server of one's own: installed, filled with a made-up event, and run, for one test.

Everything lies in `.servers/` beside the code; Redis and the server listen on the loopback only.
The environment of the tests' own Python is left alone: pretalx wants Python 3.13.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / ".servers" / "pretalx"
EVENT = "democon"
_WAIT_SECONDS = 90
_CONFIG = """\
[filesystem]
data = {data}
[site]
url = {url}
debug = true
[database]
backend = sqlite3
name = {data}/db.sqlite3
[redis]
location = redis://127.0.0.1:{redis}/0
session = false
"""

_ORGANISER = {
    "DJANGO_SUPERUSER_EMAIL": "nobody@example.org",
    "DJANGO_SUPERUSER_PASSWORD": "for-one-test-only",
    "PRETALX_INIT_ORGANISER_NAME": "Nobody",
    "PRETALX_INIT_ORGANISER_SLUG": "nobody",
}


@contextmanager
def running(port: int, redis_port: int) -> Iterator[str]:
    """Give the address of a server with one event; both servers end with the block."""
    url = f"http://127.0.0.1:{port}"
    data = HOME / "data"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True)
    config = HOME / "pretalx.cfg"
    config.write_text(_CONFIG.format(data=data, url=url, redis=redis_port), encoding="utf-8")
    environment = os.environ | _ORGANISER | {"PRETALX_CONFIG_FILE": str(config), "HOME": str(HOME)}
    python = HOME / "venv" / "bin" / "python"

    def manage(*arguments: str) -> None:
        command = [str(python), "-m", "pretalx", *arguments]
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=300)

    redis = ["redis-server", "--bind", "127.0.0.1", "--port", str(redis_port), "--save", ""]
    with _process(redis, environment):
        manage("migrate")
        manage("init", "--noinput")
        manage("create_test_event", "--slug", EVENT, "--seed", "7")
        server = [str(python), "-m", "pretalx", "runserver", f"127.0.0.1:{port}", "--noreload"]
        with _process(server, environment):
            _wait(f"{url}/api/events/{EVENT}/")
            yield url


@contextmanager
def _process(command: list[str], environment: dict[str, str]) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as process:
        try:
            yield
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait(address: str) -> None:
    """Return when the server answers; TimeoutError when it never does."""
    until = time.monotonic() + _WAIT_SECONDS
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=10):  # noqa: S310  our own, on the loopback
                return
        except (URLError, OSError):
            time.sleep(0.5)
    raise TimeoutError(f"{address} did not answer in {_WAIT_SECONDS} seconds")
