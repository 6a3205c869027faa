"""The files for a clinic's computer, in one fold, each with a line on who can use it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import streamlit as st

from logic.answers.journey import Journey, journey
from logic.outputs.document import Document
from logic.outputs.fhir.document import ForClinic, answers_alone, as_json, document_bundle
from logic.outputs.fhir.encrypted import encrypted, new_key
from logic.outputs.fhir.patient_shared import is_own_story, patient_shared
from logic.outputs.fhir.questionnaire import questionnaire
from logic.summary.share import answers_to_share
from logic.summary.summary import summarise
from ui.parts.press import changed
from ui.parts.printing import printing_around
from ui.server.printing.printing import Around
from ui.session.guide_content import content, say
from ui.session.second_view import left_out_now
from ui.session.visit import visit
from ui.session.widgets import seed

_FHIR = "application/fhir+json"


def draw(document: Callable[[], Document], made: datetime) -> None:
    """Draw the fold. What is left out of the summary when a button is pressed is left out of its file."""
    visited = visit()

    def route() -> Journey:
        whole = journey(content(), visited.answers)
        return journey(content(), answers_to_share(whole, left_out_now(visited)))

    def file(data: bytes) -> ForClinic:
        here = route()
        summary = summarise(here, made.date(), left_out_now(visited))
        return ForClinic(here, summary, document(), data, made)

    def printed(name: str, around: Around) -> Any:
        return printing_around(document, say(f"clinic.{name}-file"), made, around)

    with st.expander(say("clinic.title")), st.container(key="clinic-files"):
        st.markdown(say("clinic.note"))
        _draw_file("answers", "json", _FHIR, lambda: as_json(answers_alone(route(), made)))
        whole = Around(lambda data: as_json(document_bundle(file(data))), "json", _FHIR)
        _draw_file("document", "json", _FHIR, printed("document", whole))
        if is_own_story(route()):
            _draw_story(printed, lambda data: as_json(patient_shared(file(data)) or {}))
        else:
            st.markdown(say("fhir.not-shared"))
        _draw_file("form", "json", _FHIR, lambda: as_json(questionnaire(content())))


def _draw_story(printed: Callable[[str, Around], Any], story: Callable[[bytes], bytes]) -> None:
    """Draw the button of the story, and whether it is locked; the key is shown here, and in no file."""
    key = visit().clinic_key
    box = seed("clinic-lock", bool(key))

    def lock(ticked: bool) -> None:
        visit().clinic_key = new_key() if ticked else ""

    around = Around(story, "json", _FHIR)
    if key:
        around = Around(lambda data: encrypted(story(data), key).encode(), "jwe", "application/jose")
    label = say("clinic.locked" if key else "clinic.shared")
    _draw_file("shared", around.suffix, around.media_type, printed("shared", around), label)
    st.checkbox(say("clinic.lock"), key=box, on_change=changed, args=(box, lock))
    if key:
        st.markdown(say("clinic.key"))
        st.code(key, language=None)


def _draw_file(name: str, suffix: str, media_type: str, make: Callable[[], Any], label: str = "") -> None:
    st.download_button(
        label or say(f"clinic.{name}"),
        make,
        file_name=f"{say(f'clinic.{name}-file')}.{suffix}",
        mime=media_type,
        key=f"clinic-file-{name}",
        on_click="ignore",
    )
    st.caption(say(f"clinic.{name}-who"))
