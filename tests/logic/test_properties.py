"""What holds for any answers at all, on the guide as it is shipped."""

import json
import random
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from logic.answers.answers import AddedConcern, Answers, ToAsk
from logic.answers.journey import journey
from logic.content.clean_text import is_blank
from logic.content.kinds.answer import LONGEST, Answer, State
from logic.content.kinds.importance import LEVELS
from logic.content.kinds.words import FreeWords
from logic.files.open_file import open_file
from logic.files.save_file import LARGEST, save
from logic.files.schema import render
from logic.outputs.drawing import text, web_page
from logic.outputs.layouts.summary import lay_out
from logic.summary.questions_to_ask import suggestions
from logic.summary.summary import summarise
from tests.any_answers import ANY_WORDS, ASK_IDS, GUIDE, PARTS, SECTIONS, WORDS, answer_to, some_answers, some_given
from tests.builders import SAVED_AT, parsed, strings

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | ANY_WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


@st.composite
def some_record(draw: st.DrawFn) -> dict[str, Any]:
    """A save file that is right in its format and may be odd in everything else."""
    odd = {name: draw(JSON | answer_to(question)) for name, question in GUIDE.questions.items() if draw(st.booleans())}
    asks = st.fixed_dictionaries(
        {}, optional={name: st.lists(st.sampled_from(ASK_IDS) | JSON) | JSON for name in ("kept", "dropped", "own")}
    )
    concern = st.fixed_dictionaries(
        {}, optional={"text": WORDS | JSON, "level": st.sampled_from(LEVELS) | JSON, "x": JSON}
    )
    body = st.fixed_dictionaries(
        {},
        optional={
            "answers": st.just(odd) | st.dictionaries(WORDS, JSON, max_size=3) | JSON,
            "concerns_added": st.lists(concern, max_size=3) | JSON,
            "questions_to_ask": asks | JSON,
            "observations": st.dictionaries(st.sampled_from(SECTIONS) | WORDS, WORDS | JSON, max_size=3) | JSON,
            "voice": JSON,
            "saved_at": JSON,
            "odd": JSON,
        },
    )
    record: dict[str, Any] = draw(body)
    if draw(st.booleans()):
        record["kept_aside"] = draw(body | JSON)
    return {"format": {"name": "conversation-guide-answers", "number": 1}, **record}


@given(some_given())
def test_walk__any_answers__back_undoes_next_and_next_undoes_back(given_: dict[str, Answer]) -> None:
    """Going to and fro leads to the same screen, from the first to the last."""
    route = journey(GUIDE, Answers(given_))
    for here, following in zip(route.screens, route.screens[1:], strict=False):
        assert route.next_screen(here.id) is following
        assert route.previous_screen(following.id) is here
    assert route.previous_screen(route.screens[0].id) is None
    assert route.next_screen(route.screens[-1].id) is None


@given(some_given())
def test_screens__any_answers__are_some_of_the_guide_in_its_order(given_: dict[str, Answer]) -> None:
    """Answers leave screens out; they never move or repeat one."""
    route = [screen.id for screen in journey(GUIDE, Answers(given_)).screens]
    every = iter(GUIDE.screens)

    assert all(screen in every for screen in route)
    assert {screen.id for screen in GUIDE.screens.values() if screen.shows} <= set(route)


@given(some_given(), st.randoms(use_true_random=False))
def test_journey__any_order_of_answering__is_the_same(given_: dict[str, Answer], chance: random.Random) -> None:
    """What was said counts, and not when."""
    order = list(given_)
    chance.shuffle(order)
    answers = Answers()
    for name in order:
        answers = answers.with_answer(name, given_[name])

    assert journey(GUIDE, answers).steps == journey(GUIDE, Answers(given_)).steps
    assert save(GUIDE, answers, SAVED_AT) == save(GUIDE, Answers(given_), SAVED_AT)


@given(some_given(), st.sampled_from(list(GUIDE.questions)))
def test_journey__answer_taken_back_and_given_again__is_as_before(given_: dict[str, Answer], name: str) -> None:
    """A change of mind and back leaves no trace."""
    answers = Answers(given_)
    back = answers.with_answer(name, None).with_answer(name, given_.get(name))

    assert journey(GUIDE, back).steps == journey(GUIDE, answers).steps


@given(some_given())
def test_journey__answers_off_the_route__change_nothing(given_: dict[str, Answer]) -> None:
    """Without them, the steps, the suggestions and the summary are the same."""
    route = journey(GUIDE, Answers(given_))
    counted = {step.question.id: given_[step.question.id] for step in route.steps if step.answer is not None}
    without = journey(GUIDE, Answers(counted))

    assert without.steps == route.steps
    assert suggestions(without) == suggestions(route)
    assert summarise(without, date(2026, 11, 2)) == summarise(route, date(2026, 11, 2))


@given(some_answers())
def test_open__what_was_saved__is_what_was_said(answers: Answers) -> None:
    """Saving and opening changes nothing and leaves nothing over."""
    opened = open_file(GUIDE, save(GUIDE, answers, SAVED_AT).encode())

    assert opened.answers == answers
    assert (opened.misfits, opened.carried, opened.saved_at) == ((), (), "2026-11-02T10:00:00+00:00")


@given(some_record())
def test_open__any_record__takes_only_what_fits_and_can_be_saved_and_opened(record: dict[str, Any]) -> None:
    """What is taken are answers, and nothing is lost by doing it again."""
    opened = open_file(GUIDE, json.dumps(record).encode())
    assert opened.answers is not None

    for name, answer in opened.answers.given.items():
        value = list(answer) if isinstance(answer, tuple) else answer
        assert GUIDE.questions[name].fitting(value) == (answer, None)
    again = open_file(GUIDE, save(GUIDE, opened.answers, SAVED_AT).encode())
    assert again.answers is not None
    assert replace(again.answers, kept_aside={}) == replace(opened.answers, kept_aside={})
    assert _unordered(again.answers.kept_aside) == _unordered(opened.answers.kept_aside)


@given(some_record())
def test_open__any_record__loses_no_text_of_it(record: dict[str, Any]) -> None:
    """Every text in the file that is not blank is in the next file, unless the file only says it of itself."""
    opened = open_file(GUIDE, json.dumps(record).encode())
    assert opened.answers is not None
    body = {key: value for key, value in record.items() if key not in ("format", "voice", "saved_at")}

    saved = json.loads(save(GUIDE, opened.answers, SAVED_AT))
    assert {text for text in _texts(body) if not is_blank(text)} - set(_texts(saved)) == set()


def _unordered(value: Any) -> Any:
    """A record in which the order of a list says nothing: what is left over has no order of its own."""
    if isinstance(value, list):
        return sorted((_unordered(item) for item in value), key=repr)
    if isinstance(value, dict):
        return {key: _unordered(value[key]) for key in sorted(value)}
    return value


def _texts(value: Any) -> list[str]:
    """Every text among the values of a record."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [found for item in inner for found in _texts(item)]


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda words: words.encode(errors="replace")))
def test_open__any_bytes__never_raise(data: bytes) -> None:
    """A file is answers or a refusal."""
    opened = open_file(GUIDE, data)

    assert (opened.answers is None) is (opened.refusal is not None)


@given(some_answers(), st.data())
def test_open__save_file_with_bytes_changed__never_raises(answers: Answers, data: st.DataObject) -> None:
    """A file that was damaged is answers or a refusal."""
    saved = bytearray(save(GUIDE, answers, SAVED_AT).encode())
    for place in data.draw(st.lists(st.integers(0, len(saved) - 1), max_size=3)):
        saved[place] = data.draw(st.integers(0, 255))
    opened = open_file(GUIDE, bytes(saved[: data.draw(st.integers(0, len(saved)))]))

    assert (opened.answers is None) is (opened.refusal is not None)


@given(some_answers(), st.sets(st.sampled_from(PARTS)))
def test_outputs__any_answers__are_drawn_with_every_tag_closed(answers: Answers, left_out: set[str]) -> None:
    """No answer and no part left out can break the summary, the text or the page."""
    document = lay_out(summarise(journey(GUIDE, answers), date(2026, 11, 2), frozenset(left_out)))
    told = text.render(document)
    (main,) = parsed(web_page.render(document)).iter("main")

    assert told.endswith(f"{document.footer}\n")
    wanted = ["".join(item.split()) for item in strings(document)]
    assert [item for item in wanted if item not in "".join(told.split())] == []
    assert [item for item in wanted if item not in "".join("".join(main.itertext()).split())] == []


@given(some_answers())
def test_summary__any_answers__puts_each_question_in_one_state(answers: Answers) -> None:
    """Answered, not sure, left open and not asked: each is one of them or for the person alone, none is missing."""
    route = journey(GUIDE, answers)
    summary = summarise(route, date(2026, 11, 2))
    answered = [step.question.label for step in route.steps if step.state is State.ANSWERED]

    gaps = [label for part in summary.sections for label in (*part.not_sure, *part.left_open, *part.not_asked)]
    alone = (step.question for step in route.steps)
    told_of_writer = {name for group in GUIDE.guide.page_one for name in group.questions}
    apart = [
        item.label
        for item in alone
        if item.lesson or item.id == GUIDE.guide.way or (item.written_by and item.id not in told_of_writer)
    ]
    told = {*answered, *gaps, *apart}
    assert told == {question.label for question in GUIDE.questions.values()}
    assert len(gaps) == len(set(gaps))
    assert not set(gaps) & (set(answered) | set(apart))


@given(some_given(), some_given())
def test_evidence__any_two_people__read_the_same_on_what_both_are_shown(
    one: dict[str, Answer], other: dict[str, Answer]
) -> None:
    """Answers decide which rows and topics are shown, and nothing of what stands in them."""
    day = date(2026, 11, 2)
    first, second = (summarise(journey(GUIDE, Answers(item)), day, with_evidence=True) for item in (one, other))
    cells = {row.id: row.cells for row in first.evidence.rows}

    assert all(cells[row.id] == row.cells for row in second.evidence.rows if row.id in cells)


def test_save_file__longest_of_everything__can_be_opened_again() -> None:
    """A person who fills every place to its end has not filled the file."""
    words = [question for question in GUIDE.questions.values() if isinstance(question, FreeWords)]
    longest = {question.id: "😀" * question.most for question in words}
    answers = Answers(
        {name: longest[name] for name in GUIDE.questions if name in longest},
        tuple(AddedConcern("😀" * 500, "a-lot") for _ in range(50)),
        ToAsk(kept=tuple(ASK_IDS), own=tuple("😀" * 500 + str(number) for number in range(50))),
        dict.fromkeys(SECTIONS, "😀" * LONGEST),
    )
    saved = save(GUIDE, answers, SAVED_AT).encode()

    assert len(saved) < LARGEST
    assert open_file(GUIDE, saved).answers == answers


def test_schema__of_the_shipped_guide__names_every_question() -> None:
    """Another program can write an answer to each."""
    schema = json.loads(render(GUIDE))

    assert list(schema["properties"]["answers"]["properties"]) == list(GUIDE.questions)
