"""Two views: another person's saved file beside one's own answers, neither of them called right."""

import streamlit as st

from logic.answers.answers import Answers
from logic.content.clean_text import as_read
from logic.files.open_file import Opened
from logic.outputs.document import Part
from logic.outputs.drawing import web_page
from logic.outputs.layouts.two_views import lay_out_views
from ui.parts import pages
from ui.parts.press import draw_button
from ui.session.guide_content import content, say
from ui.session.second_view import draw_chooser, put_second_view, remove_second_view, views_now
from ui.session.visit import visit


def draw() -> None:
    """Draw the field for the second file, and both views where there are two."""
    st.title(say("views.title"), anchor=False)
    st.markdown(say("views.what"))
    _draw_opener()
    _draw_question()
    opened = visit().second_view
    if opened is not None:
        _draw_opened(opened)


def _draw_opener() -> None:
    draw_chooser(say("views.open-label"), say("views.open-help"), "second-opener", _take)
    notice = visit().second_notice
    if notice in ("views.opened", "views.removed"):
        st.success(say(notice))
    elif notice:
        st.warning(say(notice))


def _take(opened: Opened) -> None:
    visit().second_offered = None
    visit().second_notice = _lay_beside(opened)


def _lay_beside(opened: Opened) -> str:
    """Lay the view beside the answers, unless there is a reason not to; return the key of what to say."""
    if opened.answers is None:
        return f"open.{opened.refusal}"
    if opened.answers == visit().answers:
        return "views.same-file"
    if _other_name(opened):
        visit().second_offered = opened
        return ""
    put_second_view(opened)
    return "views.opened"


def _other_name(opened: Opened) -> str:
    """Return the name in the file where both have one and these differ, as they are read; empty elsewhere."""
    ours, theirs = (_name(answers) for answers in (visit().answers, opened.answers))
    return theirs if ours and theirs and as_read(ours).casefold() != as_read(theirs).casefold() else ""


def _name(answers: Answers | None) -> str:
    return str(answers.given.get(content().guide.name, "")) if answers else ""


def _draw_question() -> None:
    """Ask whether two views under two names are about one person, before they are laid side by side."""
    offered = visit().second_offered
    if offered is None:
        return
    with st.container(key="warning-other-name"):
        # What a person typed is drawn as plain text.
        st.text(say("views.other-name", ours=_name(visit().answers), theirs=_name(offered.answers)))
        draw_button(say("views.other-name-yes"), "views-all-the-same", _answer, True)
        draw_button(say("views.other-name-no"), "views-not", _answer, False)


def _answer(yes: bool) -> None:
    here = visit()
    offered, here.second_offered = here.second_offered, None
    if yes and offered is not None:
        put_second_view(offered)
        here.second_notice = "views.opened"


def _draw_opened(opened: Opened) -> None:
    version = content().guide.version
    if opened.content != version:
        # What a file calls its version can be any text, so it is drawn as plain text.
        st.text(say("views.version", theirs=opened.content or "–", ours=version))
    if opened.misfits:
        st.markdown(say("views.misfits"))
        st.text("\n".join(f"{item.what}: {item.value}" for item in opened.misfits))
    with st.container(key="views-ways", horizontal=True):
        draw_button(say("views.to-summary"), "views-to-summary", pages.lead_to, "summary", kind="primary")
        draw_button(say("views.remove"), "views-remove", _remove)
    views = views_now(visit())
    if views is not None:
        _draw_parts(lay_out_views(content(), views))


def _remove() -> None:
    remove_second_view()
    visit().second_notice = "views.removed"


def _draw_parts(parts: tuple[Part, ...]) -> None:
    """Draw the tables as on paper; the title of the first part is that of the screen."""
    with st.container(key="views-tables"):
        for number, part in enumerate(parts):
            if number:
                st.header(part.heading, anchor=False)
            st.html(web_page.blocks(part.blocks))
