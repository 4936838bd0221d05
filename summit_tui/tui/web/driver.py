"""How the application talks to a page: Textual's web driver, which knows when nobody is left."""

from textual import messages
from textual.drivers.web_driver import WebDriver


class PageDriver(WebDriver):
    """Ends the application when its input ends, so that none outlives its page or the server."""

    def run_input_thread(self) -> None:
        """Hand over what comes from the page until it is gone."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self.send_message(messages.ExitApp())
