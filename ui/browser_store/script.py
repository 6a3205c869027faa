"""The browser's half of the store, as one script for the first page.

There it is loaded once. In the component it would be sent again with every run, which made each click
three times as large, and a server of another version would start a second copy of it beside the first.
"""

import json
from pathlib import Path

from ui.server.streamlit_page import filled
from ui.session.guide_content import say

_SCRIPTS = Path(__file__).parent / "scripts"
_PARTS = (
    *("parts", "storage", "notes", "links", "presses", "history", "translated"),
    *("notice", "missing", "deleting", "messages", "keeping", "protocol", "reading"),
)
# Streamlit's own box about a lost line covers the page and speaks of Streamlit; ours says it in our words.
_HOST = "window[':--host'] = { ':--host-config': { ':--own-error-boxes': true } };\n"
_STORE = ("newer", "take", "file", "expired", "close", "deleting", "deleting-slow", "until-tab", "until-page")
_WHY = ("full", "blocked", "foreign", "later", "removed", "moved")
_LOST = ("down", "back", "slow", "missing", "again")


def script() -> str:
    """Return the parts as one script with the words that it says while no server answers."""
    words = {word: say(f"store.{word}") for word in _STORE} | {word: say(f"lost.{word}") for word in _LOST}
    words |= {f"why-{why}": say(f"store.why-{why}") for why in _WHY}
    file = f"{say('summary-page.save-name')}.json"
    # A script in a page ends at the first "</", wherever it stands.
    given = f"const WORDS = {json.dumps(words)}\nconst FILE = {json.dumps(file)}\n".replace("<", "\\u003c")
    parts = "\n".join((_SCRIPTS / f"{part}.js").read_text(encoding="utf-8") for part in _PARTS)
    return f"{filled(_HOST)}(() => {{\n{given}{filled(parts)}}})()\n"
