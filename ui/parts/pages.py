"""The places of the app by name, so that a screen can send a reader to another without importing it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import streamlit as st

from ui.server.streamlit_internals import Page
from ui.session.guide_content import say
from ui.session.visit import Leaving, visit

LOOK = ("compare", "documents", "refills", "steps", "matters")
"""The places to look around, which one place leads to: ten links at the top would fill a phone."""

WHERE_WANTED = ("views", "guided")
"""The places for two voices, which stand at the top only where they are in use."""

NAMES = ("start", "guide", "guided", "look", "check", "views", "summary", "about", "help", *LOOK)


def make_pages(draw: Mapping[str, Callable[[], None]]) -> Mapping[str, Page]:
    """Return the pages of this run by name, and remember them for `page`."""
    pages = {
        name: st.Page(draw[name], title=say(f"place.{name}"), url_path=name, default=name == "start") for name in NAMES
    }
    visit().pages = MappingProxyType(pages)
    return visit().pages


def page(name: str) -> Page:
    """Return a page of this run."""
    return visit().pages[name]


CHANGING = ("check", "guide", "help")
"""The places between which a reader goes to change an answer."""


def arrive(place: str) -> None:
    """Note at which place the page is."""
    here = visit()
    if here.place != place:
        # What was said or asked at another place was said there once, and is asked afresh.
        here.place, here.opened, here.pdf_notice, here.second_notice, here.second_offered = place, None, "", "", None
    if place not in CHANGING:
        here.changed_at = ""


def lead_to(place: str) -> None:
    """Go to another place, by its name, whatever the page still sends from this one: a press of a button does this."""
    here = visit()
    here.leaving = None if here.place == place else Leaving(here.place, place, _shown())


def follow() -> None:
    """Go where a press leads, where what the page sent last was sent before it had seen that place."""
    here = visit()
    if here.leaving is None or here.leaving.here != here.place:
        return
    if here.leaving.is_drawn and here.leaving.shown.isdisjoint(_shown()):
        # The page tells of nothing that the place there does not show: the reader has seen it, and came back.
        here.leaving = None
        return
    st.switch_page(page(here.leaving.there))


def drawn() -> None:
    """Note that this place is drawn to its end."""
    here = visit()
    if here.leaving is None or here.leaving.is_drawn:
        return
    if here.leaving.there == here.place:
        here.leaving.is_drawn, here.leaving.shown = True, here.leaving.shown - _shown()
    else:
        here.leaving = None


def _shown() -> frozenset[str]:
    """Return the keys of what the page shows, as its last message tells."""
    return frozenset(map(str, st.session_state))
