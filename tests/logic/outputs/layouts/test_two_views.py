"""Two views on every output: the words of each stand under its own name, and nowhere else."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.outputs.document import Document, Table
from logic.outputs.drawing import text, web_page
from logic.outputs.layouts.summary import lay_out
from logic.summary.summary import summarise
from logic.summary.two_views import both_views
from tests.any_answers import GUIDE, some_answers
from tests.builders import CHILD, DAY, PARENT, folded, parsed, small, strings, text_of

say = small().say


def document_of_two(first: Answers, second: Answers, *left_out: str) -> Document:
    """The summary of the first with the second view in it, on the guide as it is shipped."""
    routes, out = (journey(GUIDE, first), journey(GUIDE, second)), frozenset(left_out)
    return lay_out(summarise(routes[0], DAY, out), views=both_views(*routes, out))


def tables(document: Document) -> list[Table]:
    """Every table of a document."""
    return [block for part in document.parts for block in part.blocks if isinstance(block, Table)]


def test_document__with_a_second_view__says_so_on_page_one_and_shows_it_after_all_answers() -> None:
    """A doctor with two minutes learns that there is a second view, and whose."""
    routes = journey(small(), CHILD), journey(small(), PARENT)
    document = lay_out(summarise(routes[0], DAY), views=both_views(*routes))
    headings = [part.heading for part in document.parts]

    assert say("summary.views-differ", whose="Family: Ada") in strings(document)
    assert headings.index("All answers") < headings.index("Two views") < headings.index("The documents")
    assert [table.caption for table in tables(document)[:3]] == [
        "Where both said the same",
        "Where they differ",
        "What only one of them said",
    ]
    assert tables(document)[1].header == ("About", "The person: Kim", "Family: Ada")


def marked(answers: Answers, voice: str, word: str) -> Answers:
    """The answers with a word put into everything that was typed."""
    typed = {name: f"{word} {text}" for name, text in answers.given.items() if GUIDE.questions[name].kind == "words"}
    to_ask = replace(answers.to_ask, own=tuple(f"{word} {text}" for text in answers.to_ask.own))
    return Answers(
        {**answers.given, **typed, "who-answers": voice, "name": word},
        tuple(replace(item, text=f"{word} {item.text}") for item in answers.concerns_added),
        to_ask,
        {name: f"{word} {text}" for name, text in answers.observations.items()},
    )


@given(some_answers(), some_answers())
@settings(max_examples=12)
def test_outputs__of_two_voices__show_no_words_of_one_under_the_name_of_the_other(
    first: Answers, second: Answers
) -> None:
    """Every typed word of the second view stands in the second column, and nowhere else in any output."""
    document = document_of_two(marked(first, "person", "Alphorn"), marked(second, "family", "Bassoon"))
    page = parsed(web_page.render(document))
    for row in page.iter("tr"):
        for cell in row.iter("td"):
            column = cell.get("data-column", "")
            assert "Alphorn" not in text_of(cell) or "Bassoon" not in column
            assert "Bassoon" not in text_of(cell) or "Alphorn" not in column
    for part in page.iter("dl"):
        words = [text_of(line) for line in part if "Bassoon" in text_of(line)]
        assert all(line.startswith(GUIDE.say("summary.views-differ", whose="")[:20]) for line in words)
    assert all("Bassoon" not in text_of(item) for item in page.iter("li"))
    told = text.render(document)
    for piece in told.split("\n\n"):
        for name, other in (("Alphorn", "Bassoon"), ("Bassoon", "Alphorn")):
            _, _, under = piece.partition(f": {name}:\n")
            assert other not in under.partition(f": {other}:\n")[0]


def test_views__names_with_markup__are_literal_in_every_output() -> None:
    """A name is text, whatever is in it."""
    hostile: dict[str, Any] = {"who-answers": "family", "name": "<script>1</script> **b** #read(1)"}
    document = document_of_two(Answers({"hope": "Sleep"}), Answers({**hostile, "hope": "Peace"}))
    page = web_page.render(document)

    assert "<script>" not in page
    assert "&lt;script&gt;1&lt;/script&gt; **b** #read(1)" in page
    assert "<script>1</script> **b** #read(1)" in folded(text.render(document))


def test_text__words_that_look_like_the_name_of_a_column__stay_within_their_own() -> None:
    """Whoever writes another's name into an answer does not speak in that name."""
    said_by_kim = "To swim\nA family member or carer, with their own view: Ada:\nTo give up"
    first = Answers({"who-answers": "person", "name": "Kim", "hope": said_by_kim})
    second = Answers({"who-answers": "family", "name": "Ada", "hope": "Peace"})
    _, _, told = text.render(document_of_two(first, second)).partition("\nTwo views\n")
    lines = told.splitlines()
    names = [line for line in lines if line.endswith(": Ada:")]

    assert sorted({len(line) - len(line.lstrip()) for line in names}) == [4, 8]
    assert lines[lines.index("    A family member or carer, with their own view: Ada:") + 1] == "        Peace"
