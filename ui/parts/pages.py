"""The places of the app by name, so that a screen can send a reader to another without importing it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

import streamlit as st

from ui.server import streamlit_internals, streamlit_messages
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
    """Note at which place the page is, and before that where it was led meanwhile."""
    _catch_up()
    _arrive(place)


def _catch_up() -> None:
    for place in streamlit_messages.places_named(visit().pages):
        _arrive(place)


def _arrive(place: str) -> None:
    here = visit()
    if here.place != place:
        _note_leaving(place)
        # What was said or asked at another place was said there once, and is asked afresh.
        here.place, here.opened, here.pdf_notice, here.second_notice, here.second_offered = place, None, "", "", None
    if place not in CHANGING:
        here.changed_at = ""


def _note_leaving(place: str) -> None:
    here = visit()
    was = here.leaving
    is_led_here = was is not None and was.there == place
    unseen = was if was is not None and was.is_unseen(streamlit_internals.keys_told()) else None
    is_sent_before = unseen is not None and unseen.here == place
    # Before anything is drawn, nothing is left: a visit can begin at any place.
    if here.shown and not is_led_here and not is_sent_before:
        # Led elsewhere twice, the page shows yet what it showed at first.
        here.leaving = replace(unseen or Leaving(here.place, place, here.shown), there=place, is_drawn=False)


def lead_to(place: str) -> None:
    """Go to another place, by its name: a press of a button does this, after all that led elsewhere before it."""
    _catch_up()
    here = visit()
    here.leaving = None if here.place == place else Leaving(here.place, place, here.shown)


def follow() -> None:
    """Go where a press or a link led, where the page sent something from the place left before it had seen that."""
    here = visit()
    if here.leaving is not None and here.leaving.here == here.place:
        st.switch_page(page(here.leaving.there))


def drawn() -> None:
    """Note that this place is drawn to its end."""
    here = visit()
    here.shown = streamlit_internals.keys_drawn()
    if here.leaving is not None and here.leaving.there == here.place and not here.leaving.is_drawn:
        here.leaving.is_drawn, here.leaving.shown = True, here.leaving.shown - here.shown
