"""Any answers at all to the guide as it is shipped, for Hypothesis to draw from."""

from typing import Any

from hypothesis import strategies as st

from logic.answers.answers import AddedConcern, Answers, ToAsk
from logic.answers.left_out import parts
from logic.content.clean_text import is_blank
from logic.content.kinds.answer import NOT_SURE, Answer
from logic.content.kinds.importance import LEVELS, Importance
from logic.content.kinds.number import Number
from logic.content.kinds.one import One
from logic.content.kinds.question import Question
from logic.content.kinds.ticks import TicksQuestion
from tests.builders import shipped

GUIDE = shipped()
ASK_IDS = list(GUIDE.ask_ids)
SECTIONS = [section.id for section in GUIDE.sections]
PARTS = [part for part, _ in parts(GUIDE)]

# Any text that a browser can send: no half characters.
ANY_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
WORDS = ANY_WORDS.filter(lambda words: not is_blank(words))


def answer_to(question: Question) -> st.SearchStrategy[Answer]:
    """Any answer that fits the question, in the order of the guide."""
    choices = [choice.id for choice in question.offered]
    one: st.SearchStrategy[Any]
    match question:
        case One():
            one = st.sampled_from(choices)
        case TicksQuestion():
            several = st.sets(st.sampled_from(question.together), min_size=1, max_size=question.up_to)
            one = several.map(lambda chosen: tuple(choice for choice in choices if choice in chosen))
            if alone := [choice.id for choice in question.choices if choice.alone]:
                one |= st.sampled_from(alone).map(lambda choice: (choice,))
        case Importance():
            levels = st.dictionaries(st.sampled_from(choices), st.sampled_from(LEVELS), min_size=1)
            return levels.map(lambda given: {choice: given[choice] for choice in choices if choice in given})
        case Number():
            one = st.integers(question.least, question.most)
        case _:
            return WORDS
    return one | st.just(NOT_SURE) if question.not_sure else one


@st.composite
def some_given(draw: st.DrawFn) -> dict[str, Answer]:
    """An answer, nothing or "not sure" to each question of the guide."""
    answered = draw(st.sets(st.sampled_from(list(GUIDE.questions))))
    return {name: draw(answer_to(GUIDE.questions[name])) for name in GUIDE.questions if name in answered}


@st.composite
def some_answers(draw: st.DrawFn) -> Answers:
    """Answers with concerns, questions to ask and observations."""
    concerns = draw(st.lists(st.builds(AddedConcern, WORDS, st.none() | st.sampled_from(LEVELS)), max_size=3))
    kept = draw(st.lists(st.sampled_from(ASK_IDS), unique=True, max_size=6))
    dropped = draw(st.lists(st.sampled_from([ask for ask in ASK_IDS if ask not in kept]), unique=True, max_size=6))
    own = draw(st.lists(WORDS, unique=True, max_size=3))
    observations = draw(st.dictionaries(st.sampled_from(SECTIONS), WORDS, max_size=3))
    return Answers(draw(some_given()), tuple(concerns), ToAsk(tuple(kept), tuple(dropped), tuple(own)), observations)
