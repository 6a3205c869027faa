"""The pages that the checks write into `docs/`, and the answers that show a breach as files to open."""

from collections.abc import Iterator, Mapping

from logic.checks.breaches import PROPERTIES, Breach
from logic.checks.neutrality.balance import BAND, GRADES, balances
from logic.checks.outputs_of import at
from logic.checks.passages import passages
from logic.checks.paths.walk import Walk, report_lines
from logic.checks.reading.grade import AIM, CEILING, LONGEST, sentences, words
from logic.checks.reading.screens import long_sentences, median_grade, plain, screens_read
from logic.checks.standards.facts import Facts
from logic.checks.standards.rows import render
from logic.content.content import Content
from logic.files import save_file
from logic.summary.comparison import all_options

_WORST = 10
_WRITTEN = "Written by `scripts/docs`."


def pages(content: Content, walk: Walk) -> Mapping[str, str]:
    """Return every page by the name of its file. None rests on a run of the tests: each is the same everywhere."""
    return {
        "standards.md": render(Facts(content, walk)),
        "neutrality.md": _page(_neutrality(walk)),
        "balance.md": _page(_balance(content)),
        "reading.md": _page(_reading(content)),
    }


def counter_examples(content: Content, breaches: tuple[Breach, ...]) -> Mapping[str, str]:
    """Return a save file for each breach that answers show, by name; each opens in the guide."""
    shown = [breach for breach in breaches if breach.answers is not None]
    return {
        f"{breach.code}-{number}.json": save_file.save(content, breach.answers, at(content.guide.date))
        for number, breach in enumerate(shown, 1)
        if breach.answers is not None
    }


def _page(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _neutrality(walk: Walk) -> Iterator[str]:
    yield "# That it never advises, proved on every path"
    yield ""
    yield f"{_WRITTEN} `scripts/guide paths` prints the same and exits 1 on a breach."
    yield ""
    yield "```"
    yield from report_lines(walk)
    yield "```"
    yield ""
    yield "## Every property"
    yield ""
    yield "| code | what is proved |"
    yield "|---|---|"
    yield from (f"| {item.code} | {item.proves} |" for item in PROPERTIES.values())
    yield ""
    yield "## What this does not prove"
    yield ""
    yield "- Wordings are found by patterns (`logic/checks/neutrality/advice.py`). One that nobody thought of passes,"
    yield "  and what a sentence means needs people."
    yield "- A count of documents is held against the voices on the topics near it. Which were meant, it cannot see."
    yield "- The screens of the app are drawn from the same content by `ui/`, and are tested there."
    yield "- The PDF is made on a sample of paths. It is drawn from the same document as the text and the page."


def _balance(content: Content) -> Iterator[str]:
    yield "# What stands for and against each option"
    yield ""
    yield _WRITTEN
    yield f"Within one option the two sides may differ by {BAND[0]} to {BAND[1]} in claims and in words, and by"
    yield f"{GRADES} grades: one claim in five is about as much as a reader would notice. Out of the band, the"
    yield "content gives a reason for just these numbers; nothing is trimmed or filled up to fit. The order is the same"
    yield "for all: good things, then unwanted things. Nothing is set off. A claim is one thing that one document says;"
    yield "it counts once, however many topics it stands under. Names in one list, such as side effects, are one claim."
    yield ""
    yield _row(
        "option", "claims for", "against", "words for", "against", "grade for", "against", "marks", "outside", "why"
    )
    yield "|---" * 10 + "|"
    for item in balances(content):
        good, bad = item.good, item.unwanted
        counted = (
            good.claims,
            bad.claims,
            good.words,
            bad.words,
            good.grade,
            bad.grade,
            good.marks + bad.marks,
        )
        cells = (
            item.option.name,
            *counted,
            "; ".join(item.outside) or "no",
            item.option.unbalanced.why if item.option.unbalanced else "",
        )
        yield _row(*cells)
    yield ""
    yield "## Across options"
    yield ""
    yield "Reported, and not held to a band: the documents speak mostly of one option, and silence is shown as silence."
    yield ""
    yield "| option | claims in all rows, each once | rows with something stated | rows not stated |"
    yield "|---|---|---|---|"
    grid = all_options(content)
    for number, option in enumerate(grid.options):
        of_option = [row.cells[number] for row in grid.rows]
        claims = {(cited.statement.source, cited.claim.says) for cell in of_option for cited in cell.claims}
        silent = sum(not cell.claims for cell in of_option)
        yield f"| {option.name} | {len(claims)} | {len(of_option) - silent} | {silent} |"


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _reading(content: Content) -> Iterator[str]:
    found = screens_read(content)
    yield "# Reading level"
    yield ""
    yield f"{_WRITTEN} Flesch-Kincaid, our own count."
    yield f"Grade {AIM:g} is aimed at, {CEILING:g} is the ceiling for any screen, {LONGEST} words for any sentence."
    yield "“Grade” leaves the names in `words.yaml` (`reading_exceptions`) out of the length of words; “raw” counts"
    yield "them. “Sentences” is the grade without labels and choices, which are short and would flatter; a screen"
    yield "is held to the harder."
    yield ""
    yield f"Median screen: {median_grade(found)}."
    yield ""
    yield "| kind | name | words | grade | raw | sentences |"
    yield "|---|---|---|---|---|---|"
    for item in found:
        one = item.reading
        yield f"| {item.form} | {item.name} | {one.words} | {one.grade} | {one.raw} | {item.prose.grade} |"
    yield ""
    yield f"## The longest {_WORST} sentences"
    yield ""
    every = {
        text
        for passage in passages(content)
        if passage.origin != "document"
        for text in sentences([plain(passage.text)])
    }
    for sentence in sorted(every, key=lambda text: (-len(words(text)), text))[:_WORST]:
        yield f"- {len(words(sentence))} words: {sentence}"
    yield ""
    yield f"Sentences with more than {LONGEST} words in the content: {len(list(long_sentences(content)))}."
