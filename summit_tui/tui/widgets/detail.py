"""The session under the cursor in full, at the right.

The Markdown widgets, for the abstract and for a note of mine, are made when the first session has
been painted, and filled when the cursor rests: passing over sessions only changes the text above
them, and no key waits for it. Another search changes that text when the typing rests, too: the list
is painted first.
Links in Markdown are never opened here; the screen asks first.
"""

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content, Span
from textual.message import Message
from textual.widgets import Static

from summit_tui.agenda.model import Pick
from summit_tui.catalogue.model import Session
from summit_tui.search.context import Context
from summit_tui.search.programme import Programme
from summit_tui.tui.describe import about, left, more
from summit_tui.tui.marks import MATCH, marked
from summit_tui.tui.picks import Picks
from summit_tui.tui.rewriting import rewrite
from summit_tui.tui.widgets.settled import LaidOutOnce, Settled
from summit_tui.tui.widgets.thumb import TrueThumb

if TYPE_CHECKING:
    from collections.abc import Callable

    from summit_tui.search.evidence import Evidence
    from summit_tui.tui.searching import Searcher
    from summit_tui.tui.widgets.prose import Prose

_REST_SECONDS = 0.04
"""How long the cursor is on a session before its abstract is shown; a held key comes sooner."""


class Detail(VerticalScroll, TrueThumb, LaidOutOnce):
    """Scrolls; shows one session or nothing."""

    DEFAULT_CSS = """
    Detail {
        padding: 0 1;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        & > Static { height: auto; }
        & > Markdown { height: auto; margin: 1 0 0 0; padding: 0; background: transparent; }
        & > #note, & > .-below { margin: 0; }
    }
    """

    PLACE = "detail"

    class LinkClicked(Message):
        """An address in the abstract was clicked."""

        def __init__(self, url: str) -> None:
            super().__init__()
            self.url = url

    def __init__(
        self, programme: Programme, searcher: "Searcher", *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self.programme = programme
        self._searcher = searcher
        self.session: Session | None = None
        self._about = Settled(id="about", markup=False)
        self._more = Settled(id="more", markup=False)
        self._abstract_of: str | None = None
        """The session whose abstract is shown, or will be."""
        self._note = ""
        """What I noted on it."""
        self._whole = True
        """Whether both, and what stands below, are shown."""
        self._evidence: Evidence | None = None
        self._shown: tuple[object, ...] = ()
        """What stands above the abstract was made of, or will be."""
        self._above: Callable[[], Content] = Content
        """Makes that."""
        self._behind = False
        """Whether it is still to be made."""
        self._unmarked: dict[Static, Content] = {}
        """The parts of the abstract as they are without marks."""

    def compose(self) -> ComposeResult:
        """Yield what stands above and below the abstract."""
        yield self._about
        yield self._more

    def show(
        self,
        session: Session | None,
        picks: Picks,
        context: Context,
        evidence: "Evidence | None" = None,
        news: tuple[str, str] | None = None,
    ) -> None:
        """Show `session`, or nothing, with what `evidence` knows marked, and what is new of it."""
        asked = session, picks, evidence, news
        if asked == self._shown:
            return
        self._shown = asked
        if session is None or self.session is None or session.id != self.session.id:
            self.scroll_home(animate=False)
        self.session = session
        self._above = Content
        if session is not None:
            catalogue = self.programme.catalogue
            self._above = partial(about, session, catalogue, picks, evidence, news)
        searched, self._evidence = evidence != self._evidence, evidence
        self._behind = searched
        if not searched:
            self._about.update(self._above())
        wanted = None if session is None else session.id
        note = _note_on(wanted, picks)
        if (self._abstract_of, self._note) != (wanted, note):
            if self._abstract_of != wanted and not searched:
                self._more.update(Content(""))
                self._hide_note()
            self._abstract_of, self._note, self._whole = wanted, note, False
        elif not searched:
            return
        self._show_rest(session, context)

    def show_left(self, pick: Pick, context: Context) -> None:
        """Show what is left of a pick whose session the programme no longer has."""
        if self._shown == (pick,):
            return
        self._shown = (pick,)
        self.scroll_home(animate=False)
        self.session, self._abstract_of, self._note = None, None, pick.note or ""
        self._whole, self._behind = False, False
        self._show_rest(None, context)
        self._about.update(left(pick, self.programme.catalogue.event.zone))

    @work(exclusive=True, group="detail", description="show note and abstract")
    async def _show_rest(self, session: Session | None, context: Context) -> None:
        if not self._about.is_attached:
            return  # the application is being left, from within outwards
        abstract = await self._markdown("abstract")
        note = await self._markdown("note") if self._note else None
        await asyncio.sleep(_REST_SECONDS)
        with self.app.batch_update():  # painted once, not at each of the steps
            if self._behind:
                self._about.update(self._above())
                self._behind = False
            if not self._whole:
                self._hide_note()
                if note is not None:
                    await rewrite(note, self._note)
                    note.display = True
                abstract.set_class(note is not None, "-below")  # a note ends with a blank line
                await self._fill(abstract, session, context)
            self._mark_abstract()

    def _hide_note(self) -> None:
        for each in self.query("#note"):
            each.display = False

    async def _markdown(self, name: str) -> "Prose":
        """Return the widget called so, which comes behind what stands above all."""
        from summit_tui.tui.widgets.prose import Prose

        found = self.query(f"#{name}").results(Prose)
        if (markdown := next(found, None)) is None:
            markdown = Prose(id=name)
            await self.mount(markdown, after=self._about)
        return markdown

    async def _fill(self, markdown: "Prose", session: Session | None, context: Context) -> None:
        abstract = (session and session.abstract) or ""
        markdown.display = bool(abstract)
        self._unmarked.clear()
        await rewrite(markdown, abstract)
        parts = markdown.query(Static).results(Static)
        self._unmarked = {part: part.content for part in parts if isinstance(part.content, Content)}
        rest = Content("")
        if session is not None:
            rest = await self._searcher.run(lambda: more(session, self.programme, context))
        self._more.update(rest)
        self._whole = True

    def _mark_abstract(self) -> None:
        """Mark the words in whatever Markdown made of the abstract: it is text there."""
        for part, content in self._unmarked.items():
            spans = [
                Span(start, end, MATCH) for start, end in marked(self._evidence, content.plain)
            ]
            if spans or part.content is not content:
                part.update(content.add_spans(spans))

    def on_markdown_link_clicked(self, message: Message) -> None:
        """Hand the address on to the screen, which shows its host and asks."""
        message.stop()
        self.post_message(self.LinkClicked(getattr(message, "href", "")))


def _note_on(session_id: str | None, picks: Picks) -> str:
    pick = None if session_id is None else picks.agenda.get(session_id)
    return (pick and pick.note) or ""
