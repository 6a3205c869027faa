"""Any text can be printed: what no font has becomes a mark, and the person is told."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logic.content.clean_text import MARK, clean, overloaded
from logic.outputs.drawing.fonts import Family, shipped
from logic.outputs.drawing.printable import Printable, printable

EVERY_CHARACTER = st.characters(codec=None, exclude_categories=())
LETTERS = Family("Letters", frozenset("abcdefghijklmnopqrstuvwxyz ,.\u0301"))


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\tb", "a b"),
        ("e\u0301", "é"),
        ("a\0b\x1bc\x9fd\ufeff", "abcd"),
        ("a\ud800b", "a\ufffdb"),
        ("a\ue000\ufdd0\U0001ffff\U00100000b", "a\ufffd\ufffd\ufffd\ufffdb"),
        ("one\u202etwo\u202c three", "onetwo three"),
        ("\u2067אב\u2069 \u200fג", "\u2067אב\u2069 \u200fג"),
        ("hidden\U000e0068\U000e0069", "hidden"),
        ("#eval(1) <b> & * _ \\", "#eval(1) <b> & * _ \\"),
    ],
)
def test_clean_keeps_what_reads_and_drops_what_does_not(typed: str, cleaned: str) -> None:
    """Line breaks, letters and marks of direction stay; controls, halves and hidden characters go."""
    assert clean(typed) == cleaned


@pytest.mark.parametrize(
    ("typed", "cleaned", "told"),
    [
        ("walx" + "\u0301" * 30, "walx" + "\u0301" * 30, ()),
        ("walx" + "\u0301" * 4990 + "ing", "walx" + "\u0301" * 30 + "ing", ("x" + "\u0301" * 30,)),
        ("x" + "\u0301\u200d" * 40, "x" + "\u0301\u200d" * 15, ("x" + "\u0301\u200d" * 15,)),
        ("\u0301" * 31, "\u0301" * 30, ("\u0301" * 30,)),
        ("👩" * 40, "👩" * 40, ()),
        ("…" * 40, "…" * 40, ()),
    ],
)
def test_clean_leaves_thirty_marks_on_a_letter(typed: str, cleaned: str, told: tuple[str, ...]) -> None:
    """No language needs more, thousands end the typesetter; the letters that had more are told."""
    assert clean(typed) == cleaned
    assert overloaded(typed) == told


@given(st.text(EVERY_CHARACTER))
def test_clean_of_clean_text_changes_nothing(text: str) -> None:
    """Cleaning twice is cleaning once, whatever was typed, and the outcome can be written to a file."""
    cleaned = clean(text)

    assert cleaned == clean(cleaned)
    assert cleaned == cleaned.encode().decode()


@pytest.mark.parametrize(
    ("typed", "shown", "replaced"),
    [
        ("sleep", "sleep", ()),
        ("sleep 你好 well", "sleep \ufffd well", ("你好",)),
        ("你好 世界", "\ufffd", ("你好", "世界")),
        ("你好\n世界", "\ufffd\n\ufffd", ("你好", "世界")),
        ("你, 你", "\ufffd, \ufffd", ("你",)),
        ("x\ue000y", "x\ufffdy", ("\ufffd",)),
        ("x\ufffd\u00ad", "x\ufffd", ("\ufffd\u00ad",)),
        ("x\u0301", "x\u0301", ()),
        ("x\u0302", "\ufffd", ("x\u0302",)),
        ("é", "é", ()),
        ("a\ufe0fb\u200d", "a\ufe0fb\u200d", ()),
        ("👩\u200d⚕\ufe0f", "\ufffd", ("👩\u200d⚕\ufe0f",)),
        ("a\u3000b", "a b", ()),
    ],
)
def test_printable_marks_each_passage_without_a_font(typed: str, shown: str, replaced: tuple[str, ...]) -> None:
    """One mark stands for a passage that the font lacks, and the passage itself is handed back."""
    assert printable(typed, (LETTERS,)) == Printable(shown, replaced)


def test_printable_letter_and_mark_in_different_families_is_not_shown() -> None:
    """A letter in one font and its accent in another cannot be drawn as one."""
    accents = Family("Accents", frozenset("\u0302"))

    assert printable("x\u0302", (LETTERS, accents)) == Printable(MARK, ("x\u0302",))


@pytest.mark.parametrize(
    "text",
    [
        "Žluťoučký kůň, ęłóść, ñandú, Straße, Việt Nam",
        "Δεν μπορώ να κοιμηθώ τη νύχτα.",
        "Спазмы мешают мне спать. Їжак, ґанок.",
        "لا أستطيع النوم كل ليلة ۱۲۳ پچگ",
        "אני לא יכולה לִישׁוֹן בלילה",
        "• → ← ↑ ↓ – — ‘q’ “q” … ≥ ≤ ≠ ≈ ± ° × ½ € £ µ ☐ ☑ ✓ ❤️ ☺ ⚠ ‰ ′ ″",
    ],
)
def test_shipped_fonts_cover_the_scripts_promised(text: str) -> None:
    """Latin, Greek, Cyrillic, Arabic, Hebrew and common signs need no font of the machine."""
    assert printable(text, shipped()).replaced == ()


@given(st.text(EVERY_CHARACTER))
def test_printable_any_text_is_shown_or_reported(text: str) -> None:
    """Whatever is typed, all that is printed has a font, and a mark never comes without a report."""
    printed = printable(text, shipped())
    known = frozenset[str]().union(*(family.characters for family in shipped()))

    assert all(c in known or unicodedata.category(c) in {"Cf", "Mn", "Lo", "Cc"} for c in printed.text)
    assert (MARK in printed.text) == bool(printed.replaced)
