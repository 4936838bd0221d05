"""The terminal application."""

import os

# Textual paints when its clock ticks, sixty times a second unless told: up to 17 ms behind a key,
# and as long again for each step of what one key changes. It ticks only while there is something
# to paint.
os.environ.setdefault("TEXTUAL_FPS", "250")
