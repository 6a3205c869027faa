"""The properties of "never recommends" that content and program can be held to before anybody answers."""

from dataclasses import dataclass
from typing import Any

import pytest

import logic.summary.comparison
import logic.summary.summary
from logic.checks.neutrality.absolutes import absolute_breaches
from logic.checks.neutrality.content_breaches import content_breaches
from logic.checks.neutrality.disagreement import disagreement_breaches
from logic.checks.neutrality.emphasis import emphasis_breaches, marks
from logic.checks.neutrality.silence import silence_breaches
from logic.checks.neutrality.verdicts import verdict_breaches
from logic.checks.neutrality.voices import voice_breaches, voices
from logic.content.content import Content
from logic.content.evidence import Claim, Figure, Option, Source, Statement, Topic
from logic.content.kinds.question import Ask
from tests.builders import codes, guide_of, question, small, small_with


def saying(*says: str, differ: str | None = None, figures: tuple[Figure | None, ...] = ()) -> Content:
    """The small guide with one topic on which each leaflet says one thing."""
    sources = [source.id for source in small().sources]
    given = figures or (None,) * len(says)
    statements = tuple(
        Statement(source=source, section="Part", claims=(Claim(says=text, short=text),), figure=figure)
        for source, text, figure in zip(sources, says, given, strict=False)
    )
    return with_topic(Topic(id="comfort", about="Comfort", differ=differ, statements=statements))


def with_topic(topic: Topic) -> Content:
    """The small guide with this topic in place of its own."""
    subject = small().subjects[0]
    others = tuple(item for item in subject.topics if item.id != topic.id)
    return small_with(subjects=(subject.model_copy(update={"topics": (topic, *others)}),))


@pytest.mark.parametrize(
    ("says", "differ", "found"),
    [
        (("It says that it never hurts.",), None, []),
        (("It never hurts, this leaflet says.",), None, []),
        (("It never hurts.",), None, ["N005"]),
        (("It says so. It never hurts.",), None, ["N005"]),
        (("It says that it never hurts.", "It hurts."), None, ["N005"]),
        (("It says that it never hurts.", "It hurts."), "One says that it hurts.", []),
        (("It can hurt.",), None, []),
    ],
)
def test_absolute__attributed_and_beside_another_voice_or_silence__passes(
    says: tuple[str, ...], differ: str | None, found: list[str]
) -> None:
    """An absolute is a document's own word, and somebody else's word or silence stands beside it."""
    assert codes(absolute_breaches(saying(*says, differ=differ))) == found


@pytest.mark.parametrize(
    ("reason", "found"),
    [
        ("One document says that it is for life.", ["N005"]),
        ("One document says that it is for life; the others do not speak of it.", []),
        ("None of the documents speaks of it.", []),
        ("You said that you never wear it.", []),
    ],
)
def test_absolute__in_a_reason__needs_the_others_beside_it(reason: str, found: list[str]) -> None:
    """What a question tells of one document's absolute tells of the others too."""
    ask = Ask(id="ask-x", when=("a",), question="What then?", reason=reason)

    assert codes(absolute_breaches(guide_of((question("q", ask=(ask,)),)))) == found


def family() -> Content:
    """The small guide with both leaflets of one family."""
    sources = tuple(source.model_copy(update={"family": "clinic"}) for source in small().sources)
    return guide_of((question("q", topics=("hours-worn",), why="Two documents speak of it."),), sources=sources)


def test_voices__of_one_family__are_one() -> None:
    """Two pages with the same words are one voice."""
    assert (voices(small(), "hours-worn"), voices(family(), "hours-worn")) == (2, 1)


@pytest.mark.parametrize(
    ("why", "found"),
    [
        ("Two documents speak of it.", []),
        ("One document speaks of it.", []),
        ("Three documents speak of it.", ["N006"]),
        ("3 sources say so.", ["N006"]),
        ("Three say so.", ["N006"]),
        ("1 of 2 say so.", ["N006"]),
        ("Most documents say so.", ["N006"]),
        ("The two documents say nothing on it.", []),
        ("All two documents say so.", []),
    ],
)
def test_count__of_documents__is_the_number_of_voices(why: str, found: list[str]) -> None:
    """A count says how many speak, and never what share of them."""
    guide = guide_of((question("q", topics=("hours-worn",), why=why),))

    assert codes(breach for breach in voice_breaches(guide) if breach.where == "question q") == found


def test_count__of_two_documents_of_one_family__is_a_breach() -> None:
    """Counting a family twice would make one voice look like two."""
    third = Source(id="c", title="C", short="C", publisher="C", kind="c", about="C.", dated=False, gives_rates=False)
    guide = family()
    sources = (*guide.sources, third)
    pieces = {name: getattr(guide, name) for name in Content.model_fields}
    found = list(voice_breaches(Content.model_validate(pieces | {"sources": sources})))

    assert ("question q", "Two documents") in [(breach.where, breach.what) for breach in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The documents do not say.", []),
        ("None.", ["N007"]),
        ("n/a", ["N007"]),
        ("There is no risk: the documents do not say.", ["N007"]),
        ("", ["N007"]),
    ],
)
def test_silence__in_the_words_of_the_interface__reads_as_silence(text: str, found: list[str]) -> None:
    """What no document says is not what does not happen."""
    texts = {**small().text, "summary": {**small().text["summary"], "not-stated": text}}

    assert codes(silence_breaches(small_with(text=texts))) == found


def test_silence__on_a_subject_not_covered__reads_as_silence() -> None:
    """A subject left open is not declared harmless."""
    item = small().not_covered[0].model_copy(update={"reason": "Hot nights are not a problem."})

    assert codes(silence_breaches(small_with(not_covered=(item,)))) == ["N007"]


def figure(**numbers: Any) -> Figure:
    """A figure in hours."""
    return Figure.model_validate({"unit": "hours", **numbers})


@pytest.mark.parametrize(
    ("says", "figures", "found"),
    [
        (("Six hours.", "It is 6 hours."), (figure(value=6), figure(value=6)), []),
        (("Six hours.", "Eight hours."), (figure(value=6), figure(value=8)), ["N012"]),
        (("Six hours.", "On average eight."), (None, None), ["N012"]),
        (("Six hours.",), (figure(value=7),), ["N013"]),
        (("Six to 9 hours.",), (figure(min=6, max=6),), ["N013"]),
        (("Two to six visits.",), (figure(min=2, max=6, months={"min": 2, "max": 6}),), []),
        (("Two to six visits.",), (figure(min=2, max=6, months={"min": 1, "max": 6}),), ["N013"]),
    ],
)
def test_figures__hidden_averaged_or_unlike_their_words__are_found(
    says: tuple[str, ...], figures: tuple[Figure | None, ...], found: list[str]
) -> None:
    """Numbers that differ are told to differ, none is a mean, and each is what the words say."""
    assert codes(disagreement_breaches(saying(*says, figures=figures))) == found


def test_figures__in_a_short_form_alone__are_found() -> None:
    """A number that the claim itself does not give cannot slip into a line."""
    claim = Claim(says="It is six hours, or 7.", short="Six or 7 hours.")
    wrong = claim.model_copy(update={"short": "6 to 8 hours."})
    statements = (Statement(source="leaflet-a", section="Part", claims=(claim, wrong)),)
    found = list(disagreement_breaches(with_topic(Topic(id="comfort", about="Comfort", statements=statements))))

    assert [(breach.code, breach.what) for breach in found] == [
        ("N013", "“6 to 8 hours.” and “It is six hours, or 7.”")
    ]


@pytest.mark.parametrize("text", ["**bold**", "Good!", "<b>good</b>", "GREAT news", "good ✅", "✨ good"])
def test_marks__of_any_kind__are_found(text: str) -> None:
    """Nothing is set off from the rest."""
    assert list(marks(text)) != []


def test_marks__in_plain_words_and_short_names__are_none() -> None:
    """The names of offices and illnesses are written in capitals."""
    assert list(marks("The FDA, MS and ITB: a plain sentence, 5 to 8 (years).")) == []


@pytest.mark.parametrize(
    ("name", "found"), [("Splint at night", []), ("Simply a splint", ["N015"]), ("Splint!", ["N010"])]
)
def test_option__with_praise_or_a_mark__is_found(name: str, found: list[str]) -> None:
    """An option's name says what it is and no more."""
    first, second = small().comparison.options
    options = (Option(id=first.id, name=name, about=first.about), second)
    comparison = small().comparison.model_copy(update={"options": options})

    assert codes(emphasis_breaches(small_with(comparison=comparison))) == found


def test_praise__told_of_a_document__passes_beside_a_question_only() -> None:
    """A document's own word may be told, with whose word it is."""
    guide = guide_of((question("q", why="One document calls it excellent."), question("r", why="It is excellent.")))

    assert [breach.where for breach in emphasis_breaches(guide)] == ["question r"]


def test_verdict__in_the_program_as_it_is__has_no_place() -> None:
    """Neither a field nor a function weighs options."""
    assert list(verdict_breaches()) == []


def test_verdict__as_a_field_or_a_function__is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever adds one is asked what it is for."""

    @dataclass(frozen=True)
    class Odds:
        option: str

    def options_in_order() -> tuple[Option, ...]:
        return ()

    Odds.__module__, options_in_order.__module__ = "logic.summary.summary", "logic.summary.comparison"
    monkeypatch.setattr(logic.summary.summary, "Odds", Odds, raising=False)
    monkeypatch.setattr(logic.summary.comparison, "options_in_order", options_in_order, raising=False)

    assert [breach.what for breach in verdict_breaches()] == ["Odds.option", "options_in_order"]


def test_content__of_the_small_guide__has_no_breach() -> None:
    """A guide on another decision holds to the same properties."""
    assert list(content_breaches(small())) == []
