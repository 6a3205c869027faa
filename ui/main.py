"""TEMPORARY demo of the platform; the real entry replaces it."""

import html

import streamlit as st

from ui.file_opener import open_file
from ui.focus import focus_heading

NASTY = 'x <img src="https://evil.example/a.png"> https://evil.example **bold** [l](https://evil.example) <script>alert(1)</script>'


def start() -> None:
    st.title("Start page")
    st.write("What it is, what it never does, who it is for.")
    if st.button("Begin", type="primary", key="begin"):
        st.switch_page(GUIDE)
    opened = open_file("Open a saved file", "A file that this guide made, up to 1 MB.", key="opener")
    st.session_state.setdefault("seen", [])
    if opened:
        st.session_state.seen.append((opened.name, len(opened.content), opened.too_large))
    st.text(f"seen: {st.session_state.seen}")
    st.text(NASTY)
    st.html(f"<p class='said'>{html.escape(NASTY)}</p>")


def guide() -> None:
    st.title("Where it is")
    st.caption("Section 2 of 7")
    st.radio("How often do spasms come?", ["Never", "Some days", "Most days", "I am not sure"], index=None, key="often",
             persist_state="session")
    if st.button("Clear this answer", key="clear", type="tertiary"):
        pass
    st.radio("Less pain", ["Not at all", "A little", "A lot", "Not sure"], index=None, key="pain", horizontal=True)
    st.segmented_control("Sleep", ["Not at all", "A little", "A lot", "Not sure"], key="seg")
    st.pills("Pills", ["Not at all", "A little", "A lot", "Not sure"], key="pills")
    with st.container(key="areas"):
        st.markdown("#### Which areas?")
        for area in ("Neck", "Left arm", "Right arm"):
            st.checkbox(area, key=f"area_{area}")
    st.text_area("In your own words", key="words")
    st.number_input("Trip minutes", value=None, min_value=0, key="trip")
    st.selectbox("Pick", ["a", "b"], index=None, key="sel")
    with st.expander("Why we ask"):
        st.write("Because.")
    with st.popover("What the documents say"):
        st.write("They say.")
    st.download_button("Save", lambda: b"abc", "x.json", on_click="ignore", key="dl")
    left, right = st.columns(2)
    with left:
        st.button("Back", key="back", on_click=None)
    with right:
        if st.button("Next", key="next", type="primary"):
            st.switch_page(SUMMARY)


def summary() -> None:
    st.title("Summary")
    st.write("x")
    st.link_button("To Start", "/")


START = st.Page(start, title="Start", default=True)
GUIDE = st.Page(guide, title="Guide", url_path="guide")
SUMMARY = st.Page(summary, title="Summary", url_path="summary")
chosen = st.navigation([START, GUIDE, SUMMARY], position="hidden")
with st.container(key="places", horizontal=True):
    for place in (START, GUIDE, SUMMARY):
        st.page_link(place)
chosen.run()
focus_heading(chosen.url_path)
