"""What happens step by step, as the documents tell it, with a way out of each step."""

from functools import cache

import streamlit as st

from logic.content.care_steps import CareStep
from logic.outputs.document import Fold
from logic.outputs.drawing import web_page
from logic.outputs.drawing.screen_html import folds
from logic.outputs.layouts.care_steps import left_out_blocks, outcome_blocks, topic_folds, way_out_blocks, way_out_folds
from ui.parts.look_around import draw_links
from ui.session.guide_content import content, say


def draw() -> None:
    """Draw every step in turn."""
    st.title(say("steps.title"), anchor=False)
    st.markdown(say("steps.note"))
    for number, stage in enumerate(content().route, start=1):
        _draw_stage(number, stage)
    draw_links("steps")


def _draw_stage(number: int, stage: CareStep) -> None:
    with st.container(key=f"step-{stage.id}"):
        st.header(say("steps.step", number=number, steps=len(content().route), title=stage.title), anchor=False)
        st.markdown(stage.about)
        st.html(_html(number - 1))


@cache
def _html(place: int) -> str:
    stage = content().route[place]
    html = folds(topic_folds(content(), (content().topics[name] for name in stage.topics)))
    if stage.outcomes:
        outcomes = (Fold(outcome.name, outcome_blocks(content(), outcome)) for outcome in stage.outcomes)
        html += f"<h3>{say('steps.outcomes')}</h3>{folds(outcomes, opened=True)}"
    way_out = folds(way_out_folds(content(), stage)) + web_page.blocks(way_out_blocks(content(), stage))
    html += f'<div class="way-out"><h3>{say("steps.way-out")}</h3>{way_out}</div>'
    if left_out := left_out_blocks(content(), stage):
        html += f"<h3>{say('steps.left-out')}</h3>{web_page.blocks(left_out)}"
    return html
