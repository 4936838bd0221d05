"""The terminal application."""

import os

# Textual paints when its clock ticks, sixty times a second unless told: up to 17 ms behind a key,
# and as long again for each step of what one key changes. It ticks only while there is something
# to paint.
os.environ.setdefault("TEXTUAL_FPS", "250")

# A terminal sends escape, and what begins with it, in one go; so long it is waited for the rest, in
# milliseconds (ncurses names it so). Textual waits twice as long, which is felt at each way back.
os.environ.setdefault("ESCDELAY", "50")
