"""What happens step by step, as the documents tell it, with a way out of each step."""

import html
from functools import cache

import streamlit as st

from logic.content.care_steps import CareStep
from logic.outputs.document import Fold
from logic.outputs.drawing import web_page
from logic.outputs.drawing.screen_html import folds
from logic.outputs.layouts.care_steps import left_out_blocks, outcome_blocks, topic_folds, way_out_blocks, way_out_folds
from ui.parts.look_around import draw_links
from ui.parts.pictures import picture_html
from ui.session.guide_content import content, say


def draw() -> None:
    """Draw every step in turn."""
    st.title(say("steps.title"), anchor=False)
    st.markdown(say("steps.note"))
    for number, step in enumerate(content().care_steps, start=1):
        _draw_step(number, step)
    draw_links("steps")


def _draw_step(number: int, step: CareStep) -> None:
    with st.container(key=f"step-{step.id}"):
        st.header(say("steps.step", number=number, steps=len(content().care_steps), title=step.title), anchor=False)
        st.markdown(step.about)
        st.html(_html(number - 1))


@cache
def _html(place: int) -> str:
    step = content().care_steps[place]
    drawn = "".join(picture_html(name) for name in step.topics)
    drawn += folds(topic_folds(content(), (content().topics[name] for name in step.topics)))
    if step.outcomes:
        outcomes = (Fold(outcome.name, outcome_blocks(content(), outcome)) for outcome in step.outcomes)
        drawn += f"{_heading('steps.outcomes')}{folds(outcomes, opened=True)}"
    way_out = folds(way_out_folds(content(), step)) + web_page.blocks(way_out_blocks(content(), step))
    drawn += f'<div class="way-out">{_heading("steps.way-out")}{way_out}</div>'
    if left_out := left_out_blocks(content(), step):
        drawn += f"{_heading('steps.left-out')}{web_page.blocks(left_out)}"
    return drawn


def _heading(key: str) -> str:
    return f"<h3>{html.escape(say(key))}</h3>"
