"""The app: one run of one session. Read the state, draw the frame, draw the place, move the focus."""

import streamlit as st

from ui.browser_store import store
from ui.parts import frame, pages, printing, storage_notices
from ui.parts.focus import focus_heading
from ui.parts.listen import look_for_voices
from ui.screens import (
    about,
    check,
    compare,
    documents,
    guide,
    guided,
    help,
    look,
    matters,
    refills,
    start,
    steps,
    summary,
    views,
)
from ui.server.streamlit_internals import undisturbed
from ui.session.guide_content import say
from ui.session.visit import visit
from ui.session.widgets import forget_sent

DRAW = {
    "start": start.draw,
    "guide": guide.draw,
    "guided": guided.draw,
    "look": look.draw,
    "compare": compare.draw,
    "documents": documents.draw,
    "refills": refills.draw,
    "steps": steps.draw,
    "matters": matters.draw,
    "check": check.draw,
    "views": views.draw,
    "summary": summary.draw,
    "about": about.draw,
    "help": help.draw,
}

places = pages.make_pages(DRAW)
# Ended before it has heard the page, a run would lose a place that it named, or what is stored and was told once.
with undisturbed():
    forget_sent()
    here = st.navigation(list(places.values()), position="hidden")
    pages.arrive(next(name for name, page in places.items() if page is here))
    then = store.draw(wait=here not in (places["start"], places["about"], places["help"]))
# Within the block neither of them would end the run.
if then == "again":
    st.rerun()
if then == "over":
    st.caption(say("store.deleting"))
    st.stop()
pages.follow()
asks_who = here is places["guide"] and guide.asks_who()
wanted = frame.places_for_two(asks_who=asks_who)
hidden = {"help", *pages.LOOK, *pages.WHERE_WANTED} - wanted
frame.draw_top([page for name, page in places.items() if name not in hidden], asks_who=asks_who)
if here not in (places["guide"], places["guided"], places["help"]):
    # A change that is not gone on with is over: Back and Next go through the guide again.
    visit().changing_from = None
if then == "go on":
    if visit().comfort.listen or here is places["start"]:
        look_for_voices()
    here.run()
    storage_notices.draw_foot(saving=here is places["guide"])
    seen = {places["guide"].url_path: guide.present_place(), places["guided"].url_path: guided.present_stop()}
    focus_heading(
        f"{here.url_path} {seen.get(here.url_path, '')}".strip(),
        block=check.block() if here is places["check"] else "",
        said=printing.said_of_pdf(),
    )
    pages.drawn()
else:
    storage_notices.draw_waiting()
