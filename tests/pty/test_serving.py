"""`summit serve`: a page has the application to itself and the agenda with all others."""

import json
import signal
from pathlib import Path

import pytest
from aiohttp import ClientSession, WSMsgType, WSServerHandshakeError

from tests.cli.programmes import programme
from tests.pty.served import all_end, children, seen, serving, visiting


@pytest.fixture
def here(tmp_path: Path) -> Path:
    programme(tmp_path)
    return tmp_path


async def test_a_page_is_drawn_and_takes_keys(here: Path) -> None:
    with serving(cwd=here) as (_, address):
        async with visiting(address) as page:
            assert await seen(page, "Opening keynote")
            await page.send_str(json.dumps(["stdin", "A"]))
            assert await seen(page, "Nothing picked yet")


async def test_what_one_page_picks_another_shows(here: Path) -> None:
    with serving(cwd=here) as (_, address):
        async with visiting(address) as one, visiting(address) as other:
            assert await seen(one, "Opening keynote")
            assert await seen(other, "0 picks")
            # Space would only close the welcome where that has come already.
            await one.send_str(json.dumps(["stdin", "w"]))
            assert await seen(other, "1 pick")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
async def test_it_ends_well_with_all_its_pages(how: signal.Signals, here: Path) -> None:
    with serving(cwd=here) as (server, address):
        async with visiting(address) as page:
            assert await seen(page, "Opening keynote")
            watched = children(server)
            server.send_signal(how)
            assert server.wait(timeout=30) == 0
            assert all_end(watched)


async def test_no_page_outlives_a_server_that_was_killed(here: Path) -> None:
    with serving(cwd=here) as (server, address):
        async with visiting(address) as page:
            assert await seen(page, "Opening keynote")
            watched = children(server)
            server.kill()
            assert all_end(watched)


async def test_nothing_is_left_of_a_page_that_went(here: Path) -> None:
    with serving(cwd=here) as (server, address):
        async with visiting(address) as page:
            assert await seen(page, "Opening keynote")
            watched = children(server)
        assert all_end(watched)


async def test_a_page_is_told_that_one_has_left(here: Path) -> None:
    with serving(cwd=here) as (server, address):
        async with visiting(address) as page:
            assert await seen(page, "Opening keynote")
            watched = children(server)
            await page.send_str(json.dumps(["stdin", "q"]))
            while (message := await page.receive(timeout=30)).type == WSMsgType.BINARY:
                pass
            assert message.type == WSMsgType.CLOSE
            assert all_end(watched)


@pytest.mark.parametrize("headers", [{"Origin": "https://example.org"}, {"Host": "example.org"}])
async def test_no_other_site_may_speak_to_it(headers: dict[str, str], here: Path) -> None:
    with serving(cwd=here) as (_, address):
        with pytest.raises(WSServerHandshakeError, match="403"):
            async with visiting(address, **headers):
                pass
        async with ClientSession() as session, session.get(address, headers=headers) as answer:
            assert answer.status == 403
