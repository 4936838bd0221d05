"""Text whose size may change with what it says, laid out once."""

from textual.geometry import Size
from textual.widgets import Static


class Settled(Static):
    """A static text.

    Textual lays everything out and paints it a second time when a size has changed. This does not
    scroll, so that nothing could be otherwise by then.
    """

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        return super()._size_updated(size, virtual_size, container_size, layout=False)
