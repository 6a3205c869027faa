"""Every kind of state that a page of the guide can be in, by the walk of the paths, and what brings it about."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from playwright.sync_api import expect

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.checks.paths.routes import asked_first, routes
from logic.content.kinds.number import Number
from logic.content.kinds.ticks import TicksQuestion
from logic.content.kinds.words import FreeWords
from tests.browser.access.states import lay, screen_asking
from tests.browser.conftest import Watched
from tests.browser.person import Person, beside_the_guide, record_of
from tests.browser.test_places import all_options, enter
from tests.browser.test_voices import CHILD, PARENT, begun_with, beside, file_of, to_summary
from tests.browser.test_walk import PERSONAS, choose, go_on, press, saved
from ui.parts.pages import NAMES
from ui.session.guide_content import content, say

FIRST = next(iter(content().screens))
PERSON = json.loads((PERSONAS / "ms-tablets.json").read_text(encoding="utf-8"))["answers"]
THERAPIST = {**PERSON, "who-answers": "therapist"}
# One long word fits the window, too.
LONG_NAME = file_of("long", {"who-answers": "therapist", "name": "K" * 90, "pattern": "both-legs"})
NO_FILE = {"name": "a.json", "mimeType": "application/json", "buffer": b"no file of ours"}


@dataclass(frozen=True)
class State:
    """One state, with what a person or a test does to come to it."""

    name: str
    show: Callable[[Watched], object]


def asked_together() -> Iterator[State]:
    """Yield each set of questions that a screen asks on some route, as a large window has them."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for route in routes(content()).joined:
        here = journey(content(), Answers(route))
        for screen in here.screens:
            asked = tuple(step.question.id for step in here.asked_on(screen))
            if (screen.id, asked) not in seen:
                seen.add((screen.id, asked))
                yield State(f"{screen.id} {asked}", _together(screen.id, route))


def asked_alone() -> Iterator[State]:
    """Yield each question with an answer, as a phone has it: another kind of answer with each."""
    for turn, (name, route) in enumerate(asked_first(content(), routes(content())).items()):
        answers = {name: content().questions[name].in_turn(turn), **route}
        yield State(name, _alone(name, answers))


def warned() -> Iterator[State]:
    """Yield each warning that stands alone before a screen."""
    for screen in content().screens.values():
        if screen.warnings:
            route = asked_first(content(), routes(content()))[screen.questions[0].id]
            shown = _showing("[class*=st-key-warning-]", lay, answers=route, screen=screen.id, warned=[])
            yield State(f"warning before {screen.id}", shown)


def in_fields() -> Iterator[State]:
    """Yield what is said of what is typed, what can be ticked no more, one's own concern, and the largest words."""
    questions = content().questions.values()
    number = next(question for question in questions if isinstance(question, Number))
    words = next(question for question in questions if isinstance(question, FreeWords) and question.short)
    own = next(question for question in questions if question.takes_own_concerns)
    full = next(question for question in questions if isinstance(question, TicksQuestion) and question.up_to)
    yield State("a number refused", _typed(number.id, "12.5", "[data-testid=stAlert]"))
    yield State("too many words", _typed(words.id, "x" * (words.most + 1), "[data-testid=stAlert]"))
    yield State("a concern of one's own", _typed(own.id, "My dog", "[data-testid=stText]", part="-own"))
    yield State("no more can be ticked", _alone(full.id, {full.id: full.together[: full.up_to]}))
    for question in (number, full, own):
        yield State(
            f"the largest words at {question.id}",
            _alone(question.id, {}, comfort={"size": "largest", "wide": True}),
        )


def places() -> Iterator[State]:
    """Yield each place, with nothing answered and with answers, and what can be chosen, opened and refused there."""
    nothing: dict[str, Any] = {}
    for answers in (nothing, PERSON):
        for place in NAMES:
            if place not in ("guide", "guided"):
                yield State(f"{place}, {len(answers)} answers", _at(place, answers))
    yield State("first words", _first_words)
    yield State("help now open", _unfolded(".top-help"))
    yield State("menu open", _unfolded(".top-menu"))
    yield State("start, a file opened", partial(begun_with, file=PERSONAS / "parent-cp.json"))
    yield State("start, a file refused", _chosen("start", nothing, NO_FILE, "open.not-json"))
    yield State("start, a file that would replace answers", _chosen("start", PERSON, PARENT, "open.replace"))
    yield State("start, all deleted", _deleted)
    yield State("start, the largest words", _at("start", nothing, comfort={"size": "largest", "wide": True}))
    yield State("check, after a change was begun", _at("guide", PERSON, changing=True))
    yield State("answers that no longer fit", _at("about", {"who-answers": "nobody"}, sign=".st-key-warning-store"))
    yield State("answers too old", _too_old)
    yield State("guided", _at("guided", THERAPIST, sign=".st-key-guided-side"))
    yield State("guided, the therapist's side hidden", _side_hidden)
    yield State("two views", _two_views)
    yield State("two views under two names", _other_name)
    yield State("two views, a file refused", _chosen("views", PERSON, NO_FILE, "open.not-json"))
    yield State("two views on the summary", _two_views_on_the_summary)
    yield State("summary, the PDF saved", _pdf_saved)
    yield State("compare, all options", _all_options)
    yield State("compare, one option", _one_option)
    yield State("refills, ten years", _years("10", ".js-plotly-plot .main-svg"))
    yield State("refills, a figure refused", _years("-5", "[data-testid=stAlert]"))
    yield State("documents, nothing found", _nothing_found)


def _together(screen: str, answers: Mapping[str, Any]) -> Callable[[Watched], object]:
    return partial(lay, answers=dict(answers), screen=screen, one_at_a_time=False)


def _alone(question: str, answers: Mapping[str, Any], **more: Any) -> Callable[[Watched], object]:
    way = {"screen": screen_asking(question), "question": question, "one_at_a_time": True, **more}
    return _showing(f".st-key-question-{question}", lay, answers=dict(answers), **way)


def _showing(sign: str, show: Callable[..., object], **more: Any) -> Callable[[Watched], object]:
    """Return what shows a state and waits until this sign of it is there."""

    def shown(watched: Watched) -> None:
        show(watched, **more)
        expect(watched.page.locator(sign).first).to_be_visible()

    return shown


def _at(place: str, answers: Mapping[str, Any], sign: str = "h1", **more: Any) -> Callable[[Watched], object]:
    return _showing(sign, lay, answers=dict(answers), screen=FIRST, place=place, **more)


def _typed(question: str, text: str, sign: str, part: str = "") -> Callable[[Watched], object]:
    def typed(watched: Watched, **_: Any) -> None:
        _alone(question, {})(watched)
        field = Person(watched).field(f"{question}{part}")
        field.fill(text)
        field.blur()

    return _showing(sign, typed)


def _chosen(place: str, answers: Mapping[str, Any], file: Any, words: str) -> Callable[[Watched], object]:
    def chosen(watched: Watched) -> None:
        _at(place, answers)(watched)
        choose(watched.page, file)
        expect(watched.page.get_by_text(say(words))).to_be_visible()

    return chosen


def _unfolded(fold: str) -> Callable[[Watched], object]:
    """Return what opens a fold of the header, also in a window where it is not needed."""

    def shown(watched: Watched) -> None:
        _alone("age", {})(watched)
        watched.page.locator(fold).evaluate("fold => { fold.open = true }")

    return shown


def _first_words(watched: Watched) -> None:
    """Show what stands in the page before any part of the program has come."""
    watched.expected = re.compile("ERR_|Failed to load")
    watched.page.route("**/static/js/**", lambda route: route.abort())
    watched.page.goto(watched.server.address)
    expect(watched.page.get_by_text(say("fault.late"))).to_be_visible()
    watched.page.unroute("**/static/js/**")


def _deleted(watched: Watched) -> None:
    _at("start", PERSON)(watched)
    # The answers come after Start itself is there, and move what stands below.
    expect(watched.page.get_by_text(say("store.here"))).to_be_visible()
    Person(watched).delete_all()
    expect(watched.page.get_by_text(say("store.deleted"))).to_be_visible()


def _too_old(watched: Watched) -> None:
    """Answers on the device that nobody has used for 90 days."""
    beside_the_guide(watched.page, watched.server.address)
    person = Person(watched)
    person.lay("localStorage", record_of(PERSON, FIRST))
    person.open()
    expect(person.notice()).to_have_text(say("store.expired"))


def _side_hidden(watched: Watched) -> None:
    _at("guided", THERAPIST, sign=".st-key-guided-side")(watched)
    press(watched, say("guided.hide"))
    expect(watched.page.locator(".st-key-guided-side")).to_have_count(0)


def _two_views(watched: Watched) -> None:
    begun_with(watched, LONG_NAME)
    beside(watched, PERSONAS / "longest.json")


def _two_views_on_the_summary(watched: Watched) -> None:
    _two_views(watched)
    to_summary(watched)


def _other_name(watched: Watched) -> None:
    begun_with(watched, CHILD)
    go_on(watched, say("views.link"))
    choose(watched.page, PARENT)
    expect(watched.page.locator(".st-key-warning-other-name")).to_be_visible()


def _pdf_saved(watched: Watched) -> None:
    _at("summary", PERSON, sign=".st-key-file-pdf")(watched)
    saved(watched.page, say("summary-page.pdf"))
    expect(watched.page.locator(".st-key-pdf-notice")).to_be_visible()


def _all_options(watched: Watched) -> None:
    all_options(watched.open("compare"))


def _one_option(watched: Watched) -> None:
    options = [content().comparison.options[0].id]
    lay(watched, {}, FIRST, place="compare", looking={"options": options, "rows": []})
    expect(watched.page.get_by_text(say("compare.one"))).to_be_visible()


def _years(entered: str, sign: str) -> Callable[[Watched], object]:
    def shown(watched: Watched) -> None:
        watched.open("refills")
        enter(watched, say("refills.years"), entered)

    return _showing(sign, shown)


def _nothing_found(watched: Watched) -> None:
    enter_in = watched.open("documents").get_by_label(say("documents.search"))
    enter_in.fill("zebra")
    enter_in.press("Enter")
    expect(watched.page.get_by_text(say("documents.nothing"))).to_be_visible()
