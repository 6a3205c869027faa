"""Reading level, against words and sentences that were counted by hand."""

import pytest

from logic.checks.reading.grade import reading, sentences, words
from logic.checks.reading.screens import long_sentences, median_grade, reading_breaches, screens_read
from logic.checks.reading.syllables import syllables
from logic.content.kinds.question import Question
from tests.builders import guide_of, question, small

COUNTED = {
    1: "pain pump tube times hoped called makes washed placed years you the eye weeks does squeezed",
    2: "muscle muscles table tablets wanted uses settled seeing doing region social quiet patient needle fluid",
    3: "baclofen medicine serious usual hospital exercise family replacement reservoir created area",
    4: "spasticity usually operation botulinum reliable exercises experience society",
    5: "involuntary",
    6: "rehabilitating",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, found in COUNTED.items() for word in found.split()],
)
def test_syllables__of_a_word__are_as_counted_by_hand(word: str, count: int) -> None:
    """The rule and its exceptions together count right."""
    assert syllables(word) == count


def test_syllables__of_capitals_and_possessives__are_those_of_the_word() -> None:
    """How a word is written changes nothing."""
    assert (syllables("Doctor's"), syllables("DOCTOR"), syllables("iPhone")) == (2, 2, 2)


@pytest.mark.parametrize(
    ("text", "counted", "grade"),
    [
        # 6 words, 6 syllables: 0.39 * 6 + 11.8 * 1 - 15.59
        ("The cat sat on the mat.", (1, 6), -1.4),
        # 10 words, 14 syllables (doc-tor 2, ques-tions 2, a-bout 2, tab-lets 2): 3.9 + 16.52 - 15.59
        ("The doctor will ask you some questions about the tablets.", (1, 10), 4.8),
        # 2 sentences, 10 words, 13 syllables (mus-cles 2, o-ver 2, go-ing 2): 0.39 * 5 + 11.8 * 1.3 - 15.59
        ("The muscles get tight. This goes on over hours, going.", (2, 10), 1.7),
        # 8 words, 17 syllables (2 + 4 + 2 + 2 + 1 + 1 + 3 + 2): 0.39 * 8 + 11.8 * 17 / 8 - 15.59
        ("Severe spasticity sometimes requires a long hospital treatment.", (1, 8), 12.6),
    ],
)
def test_grade__of_a_sentence__is_as_counted_by_hand(text: str, counted: tuple[int, int], grade: float) -> None:
    """Flesch and Kincaid's own formula on words, sentences and syllables."""
    found = reading([text])

    assert (found.sentences, found.words) == counted
    assert found.grade == found.raw == grade


def test_grade__with_names_set_aside__is_lower_than_the_raw_one() -> None:
    """A name that cannot be made shorter does not count towards the length of words, and its sentence keeps it."""
    found = reading(["Severe spasticity hurts."], ["spasticity"])

    assert found.words == 3
    assert (found.grade, found.raw) == (3.3, 13.1)


def test_grade__of_nothing_or_of_names_alone__is_a_number() -> None:
    """Nothing to read is grade 0, and a lone name is no fault."""
    assert reading([""]).grade == 0.0
    assert reading(["Baclofen"], ["baclofen"]).grade == -3.4


def test_sentences__of_texts__end_at_full_stops_and_at_the_end_of_a_label() -> None:
    """A label without a full stop is a sentence of its own; a decimal point ends none."""
    assert sentences(
        ["One thing. “Another thing?” Yes", "A label\nbelow", "It takes 1.5 hours. Then 2 more!", "…"]
    ) == (
        "One thing.",
        "“Another thing?",
        "Yes",
        "A label",
        "below",
        "It takes 1.5 hours.",
        "Then 2 more!",
    )


def test_words__with_an_apostrophe_or_figures__are_one_each() -> None:
    """A number is read at a glance, as one word."""
    assert words("The doctor's 1,000 steps don’t end: e-mail.") == (
        "The",
        "doctor's",
        "1,000",
        "steps",
        "don’t",
        "end",
        "e",
        "mail",
    )


HARD = (
    "Articulating unacceptable eventualities facilitates individualised deliberation. "
    "Multidisciplinary considerations necessitate comprehensive documentation."
)


def asking(text: str) -> Question:
    """A question with this reason for it."""
    return question("q", why=text)


def test_screen__above_the_ceiling__is_a_breach() -> None:
    """Short labels cannot hide sentences that nobody understands."""
    found = [(breach.code, breach.where) for breach in reading_breaches(guide_of((asking(HARD),)))]

    assert ("G001", "screen screen-1") in found


def test_screens__that_read_hard_all_together__are_above_the_aim() -> None:
    """Half of the screens at most may be harder than the aim."""
    screens = [(asking(HARD).model_copy(update={"id": f"q{n}", "label": f"q{n}"}),) for n in range(20)]
    guide = guide_of(*screens)

    assert median_grade(screens_read(guide)) > 6
    assert "G003" in {breach.code for breach in reading_breaches(guide)}


def test_sentence__of_more_than_twenty_words__is_a_breach() -> None:
    """A tired reader has lost its start."""
    guide = guide_of((asking("It is " + "so " * 20 + "long."),))

    assert [where for where, _ in long_sentences(guide)] == ["question q"]
    assert [breach.code for breach in reading_breaches(guide)] == ["G002"]


def test_screens__of_the_small_guide__are_all_there_with_what_is_read_beside_them() -> None:
    """Nothing that is read is left out."""
    kinds = {item.form for item in screens_read(small())}

    assert kinds == {"screen", "words", "documents", "glossary", "prompts", "output"}
    assert {item.name for item in screens_read(small()) if item.form == "screen"} >= {
        "hand-who",
        "start",
        "about",
        "help",
    }


def test_screens__without_prompts_or_glossary__are_read_all_the_same() -> None:
    """What is not there is no screen."""
    words_ = small().words.model_copy(update={"glossary": ()})
    kinds = {item.form for item in screens_read(guide_of((question("q"),), words=words_))}

    assert kinds == {"screen", "words", "documents", "output"}
