"""How far a person has come: a bar and words in one line, and a word at the beginning of each section."""

import html
from collections.abc import Sequence

import streamlit as st

from logic.answers.agenda import Stop
from logic.answers.journey import Journey
from logic.answers.progress import Progress, progress
from ui.session.guide_content import say


def draw_progress(journey: Journey, here: Sequence[Stop]) -> Progress:
    """Draw the bar with its words, and where a section begins its title; return how far it is."""
    found = progress(journey, here)
    bar = f'<div class="progress-bar" aria-hidden="true"><i style="inline-size:{found.part:.0%}"></i></div>'
    line = f'<p id="guide-progress">{html.escape(words(found))}</p>{bar}'
    title = html.escape(here[0].section.title)
    about = f'<p class="section-begins"><strong>{title}</strong></p>' if found.first == 1 else ""
    st.html(f'<div class="progress-line section-{found.section}">{line}</div>{about}')
    return found


def words(found: Progress) -> str:
    """Return where this is, such as "Section 2 of 7, question 3 of 7"."""
    if not found.first:
        return say("guide.place-none", **vars(found))
    return say("guide.place" if found.first == found.last else "guide.place-several", **vars(found))
