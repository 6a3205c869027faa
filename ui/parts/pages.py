"""The places of the app by name, so that a screen can send a reader to another without importing it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import streamlit as st

from ui.server.streamlit_internals import Page
from ui.session.guide_content import say
from ui.session.visit import visit

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
    here.leaving = None if here.place == place else (here.place, place)


def follow() -> None:
    """Go where a press leads, where this run is still at the place that it was made in."""
    here = visit()
    if here.leaving is not None and here.leaving[0] == here.place:
        st.switch_page(page(here.leaving[1]))
