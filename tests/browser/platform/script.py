"""Screens that use each part of the platform once, so that its tests need none of the guide's content."""

import streamlit as st

from ui.parts.file_opener import OpenedFile, draw_opener
from ui.parts.focus import focus_heading
from ui.parts.groups import name_groups

HOSTILE = '<img src="https://elsewhere.example/a.png"> https://elsewhere.example [a](https://elsewhere.example)'


def first() -> None:
    st.title("First", anchor=False)
    if st.button("Go on", key="on", type="primary"):
        st.switch_page(SECOND)
    seen = st.session_state.setdefault("seen", [])

    def take(opened: OpenedFile) -> None:
        seen.append(f"{opened.name} {len(opened.content)} {opened.too_large}")

    draw_opener(("Open a saved file", "Up to 1 MB."), "opener", take)
    st.text("; ".join(["Seen:", *seen]))
    st.text(HOSTILE)
    for say in (st.warning, st.info, st.success):
        say("What is said of a file or an answer")
    st.checkbox("What cannot be ticked now", key="full", disabled=True)
    st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    st.text(f"Runs: {st.session_state['runs']}")


def second() -> None:
    st.title("Second", anchor=False)
    st.radio("How often?", ["Never", "Some days", "Most days"], index=None, key="often")
    st.radio("How much?", ["A little", "A lot"], index=None, key="much", horizontal=True)
    with st.container(key="areas"):
        for area in ("Neck", "Left arm", "Right arm"):
            st.checkbox(area, key=area)
    name_groups({"areas": "Which areas?"})
    st.text_area("In your own words", key="words")
    st.number_input("Minutes", value=None, min_value=0, key="minutes")
    with st.expander("Why we ask"):
        st.write("Because.")
    st.download_button("Save", lambda: b"answers", "answers.json", on_click="ignore", key="save")
    if st.button("Fail", key="fail"):
        raise ValueError(st.session_state["words"])
    for line in range(30):
        st.write(f"Line {line}")
    if st.button("Back", key="back"):
        st.switch_page(FIRST)


FIRST = st.Page(first, title="First", default=True)
SECOND = st.Page(second, title="Second", url_path="second")
chosen = st.navigation([FIRST, SECOND], position="hidden")
with st.container(key="places", horizontal=True):
    st.page_link(FIRST)
    st.page_link(SECOND)
chosen.run()
focus_heading(chosen.url_path)
