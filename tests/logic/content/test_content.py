"""The content as a value: the look-ups that everything else uses."""

import pytest

from logic.content.content import Term
from tests.builders import guide_of, question, small

GLOSSARY = {
    "glossary": (
        Term(term="splint", also=("splints",), meaning="A stiff glove."),
        Term(term="MS", meaning="A disease."),
        Term(term="numb", meaning="Without feeling."),
        Term(term="C++", meaning="Nobody says this."),
    )
}


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("Do you wear SPLINTS?", ["splint"]),
        ("Do you have ms, or a numb hand?", ["MS", "numb"]),
        ("Do symptoms or numbers matter?", []),
    ],
)
def test_terms_on_a_screen__whole_words_in_any_case__come_in_the_order_of_the_glossary(
    words: str, terms: list[str]
) -> None:
    """A word of the glossary is found as a word, and never within another."""
    content = guide_of((question("asked", question=words),), words=GLOSSARY)

    assert [term.term for term in content.terms_on("screen-1")] == terms


def test_terms_on_a_screen__in_its_title_intro_hints_and_choices__are_found() -> None:
    """Whatever a person reads on a screen may need its meaning."""
    content = guide_of(
        (question("asked", hint="A splint?", choices=({"id": "a", "label": "Numb"}, {"id": "b", "label": "MS"})),),
        words=GLOSSARY,
    )

    assert [term.term for term in content.terms_on("screen-1")] == ["splint", "MS", "numb"]


@pytest.mark.parametrize(
    ("reference", "sources"),
    [("hours-worn", ["leaflet-a", "leaflet-b"]), ("hours-worn/leaflet-b", ["leaflet-b"]), ("hours-worn/none", [])],
)
def test_statements__of_a_topic_or_of_one_source__come_with_their_topic(reference: str, sources: list[str]) -> None:
    """A reference is a topic, or a topic and a source."""
    found = small().statements(reference)

    assert [(topic.id, statement.source) for topic, statement in found] == [("hours-worn", name) for name in sources]


def test_say__values_with_braces__are_put_in_to_the_letter() -> None:
    """What a person typed is a value and never a template."""
    assert small().say("summary.number", number="{unit}", unit="{number}") == "{unit} {number}"


def test_say__text_that_does_not_exist__raises() -> None:
    """A missing text is a fault of the program, and shows in its tests."""
    with pytest.raises(KeyError):
        small().say("summary.verdict")
