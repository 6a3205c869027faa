"""Nothing that stands in a file makes the loader raise: each fault of it is a problem inside the file."""

import re
import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from logic.content.loading.load import load
from tests.broken_guides import FILES, SMALL


@pytest.fixture(scope="module")
def spare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the small guide, with next to no interface words, that each example leaves as it was."""
    folder = shutil.copytree(SMALL, tmp_path_factory.mktemp("spare") / "guide")
    (folder / "text/en.yaml").write_text("text: {}\n", encoding="utf-8")
    return folder


def survive(folder: Path, name: str, data: bytes) -> None:
    """Load the guide with these bytes in one of its files, and look that every problem stands inside the file."""
    before = (folder / name).read_bytes()
    try:
        (folder / name).write_bytes(data)
        content, problems = load(folder, ".")
    finally:
        (folder / name).write_bytes(before)

    lines = re.split("\r\n|\r|\n", data.decode("utf-8", errors="replace"))
    assert (content is None) == bool(problems)
    assert sorted(set(problems)) == list(problems)
    for problem in problems:
        assert len(str(problem).split("\n")) == 2
        if problem.file == f"./{name}":
            assert 1 <= problem.line <= len(lines)
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


ANY_FILE = st.sampled_from(FILES)
ODD = st.sampled_from(
    ["\0", "\t", "\r", "\r\n", "\x85", "\u2028", "\ufeff", "\u200b", "\u202e", "é", "😀", "\x1b[2J", "\ufffe"]
)
SIGNS = (
    *("a", "b", "id", "title", "no", "~", "12:30", "012", "1e3", "<<", "=", "2026-02-30", "null", "&a", "*a", "!!str"),
    *('"\\ud800"', "'", '"', "\\", ": ", ":", "- ", "-", "? ", "\n", "\n  ", "\n    ", " ", "\t", "[", "]", "{", "}"),
    *(", ", "#", "|", ">-", "!", "%YAML 1.1\n", "---\n", "...\n", "@", "`"),
)
YAMLISH = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates()
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@st.composite
def mutations(draw: st.DrawFn, name: str) -> str:
    """Draw the text of a file after a slip of the hand or a fault of the disk."""
    text = (SMALL / name).read_text(encoding="utf-8")
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(1, 30)))
        line = text.rfind("\n", 0, start) + 1
        text = draw(
            st.sampled_from(
                [
                    text[:start],
                    text[:line] + text[text.find("\n", start) + 1 :],
                    text[:line] + " " + text[line:],
                    text[:line] + text[line:end] * 2 + text[end:],
                    text[:start] + text[start:end][::-1] + text[end:],
                    text[:start] + text[end:],
                    text[:start] + draw(ODD | YAMLISH) + text[start:],
                ]
            )
        )
    return text


def spots(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each dictionary or list within the value, with each key or number in it."""
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(item, dict | list):
            yield from spots(item)


@st.composite
def other_values(draw: st.DrawFn, name: str) -> str:
    """Draw the text of a file in which some values, known to be good YAML, have become others."""
    whole = yaml.load((SMALL / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for _ in range(draw(st.integers(1, 3))):
        inside, key = draw(st.sampled_from(list(spots(whole))))
        match draw(st.sampled_from(["change", "remove", "add"])):
            case "change":
                inside[key] = draw(VALUES)
            case "remove":
                del inside[key]
            case _:
                beside, other = draw(st.sampled_from(list(spots(whole))))
                taken = deepcopy(beside[other])
                if isinstance(inside, dict):
                    inside[str(other)] = taken
                else:
                    inside.append(taken)
        if not list(spots(whole)):
            break
    return str(yaml.dump(whole, allow_unicode=True, sort_keys=False))


class TestNothingMakesTheLoaderRaise:
    @given(name=ANY_FILE, data=st.binary(max_size=200))
    def test_bytes_of_any_kind_are_at_most_problems(self, spare: Path, name: str, data: bytes) -> None:
        """Any bytes in any file give problems that stand inside the file."""
        survive(spare, name, data)

    @given(name=ANY_FILE, text=YAMLISH)
    def test_signs_of_yaml_in_any_order_are_at_most_problems(self, spare: Path, name: str, text: str) -> None:
        """Any row of the signs that YAML is made of gives problems that stand inside the file."""
        survive(spare, name, text.encode())

    @given(data=st.data(), name=ANY_FILE)
    def test_slips_of_the_hand_are_at_most_problems(self, spare: Path, data: st.DataObject, name: str) -> None:
        """Lines lost, doubled or moved, text cut short and odd characters give problems inside the file."""
        survive(spare, name, data.draw(mutations(name)).encode())

    @given(data=st.data(), name=ANY_FILE)
    def test_values_of_other_types_are_at_most_problems(self, spare: Path, data: st.DataObject, name: str) -> None:
        """A list for a word, a word for a key, a key too many: each gives problems inside the file."""
        survive(spare, name, data.draw(other_values(name)).encode())

    @pytest.mark.parametrize(
        "text",
        [
            "[" * 100_000,
            "{" * 100_000,
            "- " * 100_000,
            "? " * 100_000,
            "{a: " * 100_000,
            "a: " * 100_000,
            "'" * 100_001,
            "!" * 100_000,
            "\t" * 100_000,
            "\n" * 100_000 + "[",
            "a: " + "9" * 100_000,
            "a: " + "x" * 1_000_000,
            "x" * 100_000 + ": a",
            "a: 1\n" * 1_000,
            "".join(f"title{number}: x\n" for number in range(500)),
            "a: [" + "&a [*a], " * 500 + "]",
            "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [{'*a, ' * 9}]\n" for n in range(150)),
            'a: "\\ud800\\udfff"',
            'a: "\\0"',
            "%TAG ! tag:yaml.org,2002:python/\n--- !object/apply:os.system [x]",
        ],
        ids=range(20),
    )
    @pytest.mark.parametrize("name", ["guide.yaml", "renamed.yaml"])
    def test_a_hostile_text_is_at_most_problems(self, spare: Path, name: str, text: str) -> None:
        """Text made to exhaust the stack, the memory or the patience gives problems inside the file."""
        survive(spare, name, text.encode())

    def test_a_lone_surrogate_is_at_most_a_problem(self, spare: Path) -> None:
        """Half a character, as broken programs write it, is no UTF-8."""
        survive(spare, "words.yaml", b"never: [\xed\xa0\x80]\n")
