"""A scroll bar that says where one is also when it comes back."""

from textual.widget import Widget


class TrueThumb(Widget):
    """For what scrolls: Textual tells a bar of no scrolling while there is no need for one."""

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """Put the thumb where it belongs."""
        if shown:
            self.vertical_scrollbar.position = self.scroll_y

    def watch_show_horizontal_scrollbar(self, shown: bool) -> None:
        """Put the thumb where it belongs."""
        if shown:
            self.horizontal_scrollbar.position = self.scroll_x
