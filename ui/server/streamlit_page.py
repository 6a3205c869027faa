"""What our scripts and style sheets go by in the page that Streamlit draws: one list, looked up at start.

They write `:--name` where they mean an entry, after the draft of CSS for selectors of one's own, and `filled`
puts the entry in its place. No entry holds a quotation mark, so each can stand between any two. Class names that
begin with `st-key-` are not listed: Streamlit promises those.
"""

import re
import string
from collections.abc import Iterable
from pathlib import Path

NAMES = {
    # The page as a whole, and what it is at.
    "app": "[data-testid=stApp]",
    "script-state": "data-test-script-state",
    "at-rest": "[data-test-script-state=notRunning]",
    "connection-state": "data-test-connection-state",
    "connected": "[data-test-connection-state=CONNECTED]",
    "stale": "[data-stale=true]",
    "main": "[data-testid=stMain]",
    "main-block": "[data-testid=stMainBlockContainer]",
    "narrow": "[data-layout=narrow]",
    "wide": "[data-layout=wide]",
    "header": "[data-testid=stHeader]",
    "header-actions": "[data-testid=stHeaderActionElements]",
    "deploy-button": "[data-testid=stAppDeployButton]",
    "skip-link": "[data-testid=stSkipToContent]",
    # Layout.
    "element": ".stElementContainer",
    "block": "[data-testid=stVerticalBlock]",
    "row": "[data-testid=stHorizontalBlock]",
    "column": "[data-testid=stColumn]",
    "wrapper": "[data-testid=stLayoutWrapper]",
    "expander": "[data-testid=stExpander]",
    # Words and pictures.
    "heading": "[data-testid=stHeading]",
    "markdown": "[data-testid=stMarkdownContainer]",
    "caption": "[data-testid=stCaptionContainer]",
    "text": "[data-testid=stText]",
    "alert-box": "[data-testid=stAlertContainer]",
    "widget-label": "[data-testid=stWidgetLabel]",
    "chart": ".stPlotlyChart",
    # Choices.
    "radio": ".stRadio",
    "radio-group": "[data-testid=stRadioGroup]",
    "upright": "[data-orientation=vertical]",
    "in-a-row": "[data-orientation=horizontal]",
    "radio-option": "[data-testid=stRadioOption]",
    "checkbox": ".stCheckbox",
    "checkbox-box": "[data-testid=stCheckbox]",
    "selected": "data-selected",
    "disabled": "data-disabled",
    "focused-by-key": "data-focus-visible",
    "segment": "button[data-variant]",
    "select": ".react-aria-ComboBox",
    # Fields.
    "text-field": "[data-testid=stTextAreaRootElement]",
    "line-field": "[data-testid=stTextInputRootElement]",
    "number": "[data-testid=stNumberInputContainer]",
    "number-field": "[data-testid=stNumberInputField]",
    "field-hint": "[data-testid=InputInstructions]",
    # What is pressed.
    "button": ".stButton",
    "any-button": "button[data-testid^=stBaseButton-]",
    "primary-button": "[data-testid=stBaseButton-primary]",
    "plain-button": "[data-testid=stBaseButton-tertiary]",
    "download-button": ".stDownloadButton",
    "link-button": "[data-testid^=stBaseLinkButton-]",
    "popover": ".stPopover",
    "popover-button": "[data-testid=stPopoverButton]",
    "page-link": "[data-testid=stPageLink]",
    "page-link-anchor": "a[data-testid=stPageLink-NavLink]",
    # Streamlit's own settings of the page, which `ui.browser_store.script` writes.
    "host": "__streamlit",
    "host-config": "HOST_CONFIG",
    "own-error-boxes": "blockErrorDialogs",
}

_USED = re.compile(r":--([a-z]+(?:-[a-z]+)*)")
_LITERAL = re.compile(r"=([\w-]+)|(data-[a-z-]+)|\.([a-zA-Z-]+)|^([A-Za-z_]+)$")
_IN_A_WORD = frozenset(bytes([byte]) for byte in string.ascii_letters.encode() + string.digits.encode() + b"_-")
# Streamlit puts these together from a beginning and a kind.
_KIND = re.compile(r"(?<=^stBaseButton-)\w+")


def filled(text: str) -> str:
    """Return a script or style sheet with every `:--name` replaced. Raises KeyError for a name that is not listed."""
    return _USED.sub(lambda found: NAMES[found[1]], text)


def missing(scripts: Path) -> list[str]:
    """Return what of the list is in none of the scripts of Streamlit's page, each with the name that stands for it."""
    wanted = {literal: name for name, entry in NAMES.items() for literal in _literals(entry)}
    # The page's own script holds nearly all, the small ones of each widget the rest.
    for script in sorted(scripts.glob("*.js"), key=_likely_first):
        if not wanted:
            break
        text = script.read_bytes()
        wanted = {literal: name for literal, name in wanted.items() if not _has_word(text, literal.encode())}
    return [f"{literal} in the page: “:--{name}” of scripts and style sheets" for literal, name in wanted.items()]


def _likely_first(script: Path) -> tuple[bool, int]:
    return (not script.name.startswith("index."), script.stat().st_size)


def _has_word(text: bytes, word: bytes) -> bool:
    """Whether the text holds the word whole, so that stRadio is not found in stRadioGroup."""
    at = text.find(word)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
        if before not in _IN_A_WORD and (word.endswith(b"-") or after not in _IN_A_WORD):
            return True
        at = text.find(word, at + 1)
    return False


def _literals(entry: str) -> Iterable[str]:
    """Yield the words of an entry that Streamlit's scripts hold."""
    for found in _LITERAL.finditer(entry):
        literal = next(filter(None, found.groups()))
        if literal != "true":
            yield _KIND.sub("", literal)
