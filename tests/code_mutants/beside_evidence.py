"""Faults beside the evidence: in the summary's other words, the file, the way through and the outputs."""

from dataclasses import dataclass, replace
from datetime import datetime

import pytest

import logic.summary.comparison
import logic.summary.summary
from logic.answers.answers import Answers
from logic.answers.journey import Journey, Step
from logic.content.content import Content
from logic.content.evidence import Option
from logic.content.questions import Screen
from logic.files import save_file
from logic.outputs.document import Paragraph
from logic.outputs.drawing import pdf, text, web_page
from tests.builders import small
from tests.code_mutants.change import change_documents, change_output, change_summaries


def off_route_answer_printed(patch: pytest.MonkeyPatch) -> None:
    """Whatever was given counts, asked or not."""
    change_summaries(patch, lambda journey, found: replace(found, questions=tuple(sorted(journey.answers.given))))


def advice_in_the_summary(patch: pytest.MonkeyPatch) -> None:
    """The line that says it gives no advice gives some."""
    advice = Paragraph("A splint would suit you.")
    change_documents(patch, lambda _, document: replace(document, opening=(*document.opening, advice)))


def score_in_the_text(patch: pytest.MonkeyPatch) -> None:
    """One output alone has a score."""
    change_output(patch, text, lambda made: f"{made}\n\nSplint at night: an 80% match\n")


def help_left_out(patch: pytest.MonkeyPatch) -> None:
    """The page has no words for an emergency."""
    change_output(patch, web_page, lambda page: page.replace(small().say("help.body"), ""))


def never_out_of_date(patch: pytest.MonkeyPatch) -> None:
    """The date of review passes unseen."""
    change_summaries(patch, lambda _, found: replace(found, overdue=False))


def always_out_of_date(patch: pytest.MonkeyPatch) -> None:
    """The guide calls itself out of date from the first day."""
    change_summaries(patch, lambda _, found: replace(found, overdue=True))


def saved_file_loses_an_answer(patch: pytest.MonkeyPatch) -> None:
    """The save file lacks the name."""
    before = save_file.save

    def shorter(content: Content, answers: Answers, saved_at: datetime) -> str:
        return before(content, answers.with_answer("first-name", None), saved_at)

    patch.setattr(save_file, "save", shorter)


def next_skips_a_screen(patch: pytest.MonkeyPatch) -> None:
    """Next passes by every second screen."""
    before = Journey.next_screen

    def skipping(journey: Journey, screen_id: str) -> Screen | None:
        following = before(journey, screen_id)
        return before(journey, following.id) if following else None

    patch.setattr(Journey, "next_screen", skipping)


def back_goes_in_a_circle(patch: pytest.MonkeyPatch) -> None:
    """Back from the first screen leads to the last."""
    before = Journey.previous_screen
    patch.setattr(Journey, "previous_screen", lambda journey, name: before(journey, name) or journey.screens[-1])


def question_asked_twice(patch: pytest.MonkeyPatch) -> None:
    """A screen asks its questions again."""
    before = Journey.asked_on

    def twice(journey: Journey, screen: Screen) -> tuple[Step, ...]:
        return before(journey, screen) * 2

    patch.setattr(Journey, "asked_on", twice)


def output_that_fails(patch: pytest.MonkeyPatch) -> None:
    """The text cannot be made of some answers."""

    def failing(page: str) -> str:
        raise ValueError(page[:9])

    change_output(patch, text, failing)


def pdf_that_fails(patch: pytest.MonkeyPatch) -> None:
    """No PDF can be made."""
    patch.setattr(pdf, "render", lambda document: document)


def field_for_a_verdict(patch: pytest.MonkeyPatch) -> None:
    """What is printed gets a place for a verdict."""

    @dataclass(frozen=True)
    class Verdict:
        option: str

    Verdict.__module__ = "logic.summary.summary"
    patch.setattr(logic.summary.summary, "Verdict", Verdict, raising=False)


def function_that_ranks(patch: pytest.MonkeyPatch) -> None:
    """The core learns to put options in an order."""

    def rank_options(options: list[Option]) -> list[Option]:
        return sorted(options, key=lambda option: option.name)

    rank_options.__module__ = "logic.summary.comparison"
    patch.setattr(logic.summary.comparison, "rank_options", rank_options, raising=False)
