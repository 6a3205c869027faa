"""One topic as blocks: every side of it, and who is silent."""

import pytest

from logic.outputs.document import Line, Lines, Paragraph
from logic.outputs.layouts.topic import lay_out_topic
from tests.builders import shipped, small

say = small().say


def test_topic__on_which_documents_differ__begins_with_how() -> None:
    """The disagreement comes first, and no side is picked."""
    assert lay_out_topic(small(), small().topics["hours-worn"]) == (
        Paragraph(say("evidence.differ", how="One says six hours, the other eight.")),
        Lines(
            (
                Line("Leaflet A", say("evidence.says", says="Six hours a night.", section="Wearing it")),
                Line("Leaflet B", say("evidence.says", says="Seven to eight hours.", section="Night")),
            )
        ),
    )


def test_topic__on_which_a_document_is_silent__says_so_at_the_end() -> None:
    """Silence is shown as such."""
    assert lay_out_topic(small(), small().topics["comfort"]) == (
        Lines((Line("Leaflet A", say("evidence.says", says="It can feel tight at first.", section="Comfort")),)),
        Paragraph(say("evidence.silent", titles="Leaflet B"), "note"),
    )


@pytest.mark.parametrize(("topic", "both"), [
    ("replacement", True),
    ("pump-size", True),
    ("refill-interval", False),
    ("trial", False),
    ("who-decides", False),
    ("stopping-suddenly", False),
])  # fmt: skip
def test_topic__on_which_two_of_a_family_agree__calls_them_one_voice(topic: str, both: bool) -> None:
    """Two documents that share wording never look like two that agree, nor as one where they say different things."""
    titles = "Baclofen Pump Therapy / Do I need a Pump for Intrathecal Baclofen?"
    note = Paragraph(shipped().say("evidence.family", titles=titles), "note")

    assert (note in lay_out_topic(shipped(), shipped().topics[topic])) is both
