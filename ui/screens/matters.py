"""What matters to you, as a picture of the person's own words, with what the documents say on it."""

import streamlit as st

from logic.content.questions import Screen
from logic.outputs.document import Bullet, Bullets
from logic.outputs.drawing import screen_html
from logic.summary.comparison import touched_by
from logic.summary.concerns import OPEN, ConcernGroup, RatedConcern, groups
from ui.parts import pages
from ui.parts.look_around import draw_blocks, draw_links
from ui.parts.press import draw_button
from ui.session.guide_content import content, say
from ui.session.visit import current, go


def draw() -> None:
    """Draw the concerns by importance, then the rows that touch those that matter a lot."""
    st.title(say("matters.title"), anchor=False)
    st.markdown(say("matters.note"))
    found = groups(current())
    if all(group.level == OPEN for group in found):
        st.info(say("matters.none"))
    else:
        _draw_groups(found)
    _draw_way_to_the_questions()
    _draw_evidence(tuple(concern for group in found if group.level == "a-lot" for concern in group.concerns))
    draw_links("matters")


def _draw_groups(found: tuple[ConcernGroup, ...]) -> None:
    with st.container(key="matters-groups"):
        for group in found:
            with st.container(key=f"matters-{group.level}"):
                st.header(say(f"level.{group.level}"), anchor=False)
                # What a person typed is escaped like everything in a block.
                draw_blocks([Bullets(tuple(Bullet(concern.label) for concern in group.concerns))])


def _draw_way_to_the_questions() -> None:
    asked = (step.screen for step in current().steps if step.question.concerns)
    screen = next(asked, None)
    if screen is not None:
        draw_button(say("matters.to-guide"), "look-to-matters", _go_to, screen)


def _go_to(screen: Screen) -> None:
    go(screen)
    pages.lead_to("guide")


def _draw_evidence(concerns: tuple[RatedConcern, ...]) -> None:
    st.header(say("matters.evidence"), anchor=False)
    if any(not concern.rows for concern in concerns):
        st.markdown(say("matters.own"))
    grid = touched_by(content(), {concern.label: concern.rows for concern in concerns if concern.rows})
    if not grid.rows:
        st.info(say("matters.evidence-none"))
        return
    with st.container(key="matters-grid"):
        st.html(screen_html.grid(content(), grid))
