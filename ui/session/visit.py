"""The one record of a visit: the answers, the screen being looked at, what was picked, opened and kept.

It lives in this tab's session on the server and ends with it. `visit()` is the only way to it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import streamlit as st

from logic.answers.answers import Answers
from logic.answers.journey import Journey, journey
from logic.content.questions import Screen
from logic.files.open_file import Opened
from ui.server import streamlit_messages
from ui.server.downloads import downloads
from ui.server.streamlit_internals import Page, empty_session, undisturbed
from ui.session.comfort import Comfort
from ui.session.guide_content import content
from ui.session.picks import Picks
from ui.session.storage import Storage
from ui.session.widgets import ANSWER, GUIDED, LOOK, forget_widgets

_KEY = "visit"


@dataclass
class Guided:
    """Where a guided session is."""

    at: str | None = None
    """The stop being looked at; None until there is one."""
    stopped: str | None = None
    """The stop at which the session before ended, until the therapist goes on from it."""


@dataclass
class Leaving:
    """From which place a press or a link led to which, by their names."""

    here: str
    there: str
    shown: frozenset[str]
    """The keys of the controls that the place left showed."""
    is_drawn: bool = False
    """Whether the other has been drawn to its end; `shown` is then what only the place left shows."""

    def is_unseen(self, told: Iterable[str]) -> bool:
        """Whether the page, by the controls that it tells of, has not seen yet where it was led to."""
        return not self.is_drawn or not self.shown.isdisjoint(told)


@dataclass
class Visit:
    """All that the server holds of one person's visit."""

    answers: Answers = field(default_factory=Answers)
    screen: str = field(default_factory=lambda: next(iter(content().screens)))
    question: str | None = None
    """With one question at a time: what is looked at on the screen; None for the first."""
    one_at_a_time: bool | None = None
    """Whether the reader wants one question at a time. None until it is said: then a narrow window has it so."""
    narrow: bool = False
    """Whether the window is a phone's, as far as the browser has told."""
    comfort: Comfort = field(default_factory=Comfort)
    warned: frozenset[str] = frozenset()
    """The topics whose warning has been shown whole and gone on from; from then on it is a line."""
    changing_from: Journey | None = None
    """The journey as it was when the reader left the check page by a Change button; else None."""
    changed_at: str = ""
    """The screen whose Change button was pressed on the check page, which stands there again afterwards; else empty."""
    left_out: frozenset[str] = frozenset()
    told_urgent: bool = False
    """Whether the person went on from the urgent page by their own choice."""
    place: str = "start"
    """The place of the app that the page is at, by its name."""
    leaving: Leaving | None = None
    shown: frozenset[str] = frozenset()
    """The keys of the controls that were drawn last."""
    done: set[str] = field(default_factory=set)
    """The keys of the controls whose press was done by a callback, until they are drawn again."""
    replaced: set[str] = field(default_factory=set)
    """The keys of the controls that have another in their place, as the server changed what they show."""
    picks: Picks = field(default_factory=Picks)
    guided: Guided = field(default_factory=Guided)
    side_hidden: bool = False
    """Whether the therapist's side of a guided session is hidden. Another person's answers do not open it."""
    file_in_pdf: bool = True
    """Whether the PDF carries the answers inside."""
    opened: Opened | None = None
    """The saved file that was chosen last at Start."""
    opened_taken: bool = False
    """Whether the answers are those of that file."""
    second_view: Opened | None = None
    """The second person's view, as it was opened from a file."""
    second_offered: Opened | None = None
    """A file that speaks of somebody by another name, until the person says whether to lay it beside the answers."""
    second_notice: str = ""
    """The key of what is to be said of the file that was chosen last for it."""
    clinic_key: str = ""
    """The key that locks the file for a clinic; empty where it is not to be locked."""
    pdf_notice: str = ""
    """The key of what is to be said of the PDF that was asked for last."""
    storage: Storage = field(default_factory=Storage)
    pages: Mapping[str, Page] = field(default_factory=dict)
    """The pages of this run by name."""
    journey: Journey | None = None
    """The journey that was worked out last."""

    @property
    def one_question(self) -> bool:
        """Whether the guide shows one question at a time."""
        return self.narrow if self.one_at_a_time is None else self.one_at_a_time


def visit() -> Visit:
    """Return the record of this visit, made on its first run."""
    try:
        # Asked for some sixty times in a run, so it is looked up once each time.
        return st.session_state[_KEY]  # type: ignore[no-any-return]  # Streamlit's state is untyped
    except KeyError:
        return st.session_state.setdefault(_KEY, Visit())  # type: ignore[no-any-return]  # as above


def current() -> Journey:
    """Return the journey for the answers as they are now, worked out once for the same answers."""
    here = visit()
    if here.journey is None or here.journey.answers is not here.answers:
        here.journey = journey(content(), here.answers)
    return here.journey


def go(screen: Screen) -> None:
    """Look at a screen of the guide."""
    visit().screen, visit().question = screen.id, None


def look_at(screen: str, part: str) -> None:
    """Look at one part of a screen of the guide."""
    visit().screen, visit().question = screen, part


def put_answers(answers: Answers) -> None:
    """Replace all answers, and let every widget be drawn afresh from them.

    What was picked, guided and laid beside the answers before belongs to whoever gave those, and goes with them.
    """
    here = visit()
    here.answers, here.changing_from, here.told_urgent = answers, None, False
    here.picks, here.guided = Picks(), Guided()
    here.second_view, here.second_offered, here.second_notice = None, None, ""
    forget_widgets(ANSWER, LOOK, GUIDED)


def delete_visit() -> None:
    """Delete all that this visit holds, for good: see `keep_deleted`. A callback, so that nothing cuts it short."""
    downloads.forget(streamlit_messages.session_of_run())
    st.session_state[_KEY] = Visit(storage=Storage(settled=True, over=True))


def keep_deleted() -> None:
    """Empty the session of a visit that is over, as each of its runs does before all else.

    A message of the page that was on its way calls the callbacks of widgets that are gone, and these would put what
    they show into the new record.
    """
    storage = visit().storage
    # Ended between the two, the session would be a new one, which knows nothing of what the page has asked for.
    with undisturbed():
        empty_session()
        st.session_state[_KEY] = Visit(storage=storage)
