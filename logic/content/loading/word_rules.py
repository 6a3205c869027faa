"""What must hold of any text that may be shown: no advice, one meaning and one word a thing, no word missing."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from string import Formatter

from logic.content.content import Vocabulary
from logic.content.loading.draft import Draft
from logic.content.loading.yaml_events import Path_
from logic.content.loading.yaml_file import YamlFile
from logic.content.problems import Problem, nearest

# What Streamlit's Markdown takes for something else than the character: on paper it would stand there as it is.
_FORMATTING = re.compile(
    r"[*`\\<>$~|\[\]]|(?<!\w)_|_(?!\w)|--|&(?:#|\w+;)|:[a-z0-9_+-]+:"
    r"|(?<=\n)=+$|^[ ]*(?:#|[-+][ ]|\d+[.)][ ])",
    re.MULTILINE,
)

# Joiners shape the letters of some scripts, and no-break spaces hold a number and its unit together.
_SEEN_BY_THEIR_EFFECT = "\n\u200c\u200d\u00a0\u202f"

_ASKED_FOR = Path(__file__).with_name("interface_words.txt")


def word_problems(draft: Draft) -> Iterator[Problem]:
    """Find every breach of the rules for texts, and a date of review that is past at birth."""
    guide = draft.guide
    if guide.model and guide.model.review_by <= guide.model.date:
        yield guide.file.problem("W002", ("review_by",))
    # The same words stand in many places, such as the choices of a scale; they are looked at once.
    faults = cache(partial(_faults, draft.words.model or Vocabulary()))
    for piece in draft.pieces:
        for path, text in _texts(piece.file.value, ()):
            for code, values in faults(text):
                if _counts(code, path, of_words=piece is draft.words):
                    yield piece.file.problem(code, path, key=False, **values)
    if draft.text.model:
        yield from _interface(draft.text.file, draft.text.model.text)


def _faults(words: Vocabulary, text: str) -> list[tuple[str, dict[str, str]]]:
    """Return the codes of what is wrong with a text, each with what its message names."""
    found = []
    if advice := first_of(words.never, text):
        found.append(("W001", {"name": advice.group()}))
    found += [("W010", {"name": name, "used": used}) for name, used in other_words(words, text)]
    if formatting := _FORMATTING.search(text):
        found.append(("W003", {"name": formatting.group().strip()}))
    unseen = set() if text.isprintable() else {sign for sign in text if not sign.isprintable()}
    unseen.difference_update(_SEEN_BY_THEIR_EFFECT)
    return found + [("W004", {"name": f"U+{ord(sign):04X}"}) for sign in sorted(unseen)]


def _counts(code: str, path: Path_, *, of_words: bool) -> bool:
    """Tell whether this is wrong in this place, too."""
    match code:
        case "W001":
            return not of_words
        case "W010":
            # The file of words lists the others: only what it says of a term is read by people.
            return not of_words or path[-1] == "meaning"
        case "W003":
            # The operator of a condition is a sign by itself.
            return path[-1:] != ("operator",)
    return True


@cache
def whole_words(wordings: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of these wordings as whole words, whatever their case or spacing."""
    return re.compile(_any_of(wordings), re.IGNORECASE)


@cache
def _in_small_letters(wordings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_any_of(wording.lower() for wording in wordings))


def _any_of(wordings: Iterable[str]) -> str:
    parts = (r"\s+".join(map(re.escape, wording.split())) for wording in wordings)
    return rf"\b(?:{'|'.join(parts)})\b"


def first_of(wordings: tuple[str, ...], text: str) -> re.Match[str] | None:
    """Return where the first of these wordings stands in a text, None where none does."""
    # To look for either case takes four times as long. Beyond ASCII, only that knows which letters are one.
    if not wordings or (text.isascii() and not _in_small_letters(wordings).search(text.lower())):
        return None
    return whole_words(wordings).search(text)


def other_words(vocabulary: Vocabulary, text: str) -> Iterator[tuple[str, str]]:
    """Yield each word that the guide does not use, beside the one it uses for that thing. Proper names may hold it."""
    used = vocabulary.word_for
    own = whole_words(vocabulary.names).sub("", text) if vocabulary.names else text
    if first_of(tuple(used), own):
        found = (" ".join(match.group().split()) for match in whole_words(tuple(used)).finditer(own))
        yield from ((name, used[name.lower()]) for name in found)


@cache
def asked_for() -> dict[str, frozenset[str]]:
    """Return each `group.name` that the program shows, with the names in braces that it fills in."""
    lines = (line.split() for line in _ASKED_FOR.read_text(encoding="utf-8").splitlines())
    return {key: frozenset(names) for key, *names in lines}


def _interface(file: YamlFile, texts: dict[str, dict[str, str]]) -> Iterator[Problem]:
    """Hold the interface's words against what the program asks for."""
    found = {f"{group}.{name}": (group, name) for group, named in texts.items() for name in named}
    for key in asked_for().keys() - found:
        yield file.problem("W005", ("text", key.partition(".")[0]), name=key, nearest=nearest(key, found))
    for key, (group, name) in found.items():
        if key not in asked_for():
            yield file.problem("W006", ("text", group, name), key=True, name=key, nearest=nearest(key, asked_for()))
        else:
            yield from _braces(file, ("text", group, name), texts[group][name], asked_for()[key])


def _braces(file: YamlFile, path: Path_, text: str, wanted: frozenset[str]) -> Iterator[Problem]:
    try:
        there = {_in_braces(*part) for part in Formatter().parse(text) if part[1] is not None}
    except ValueError:
        yield file.problem("W007", path)
        return
    for name in sorted(there ^ wanted):
        yield file.problem(
            "W008" if name in wanted else "W009", path, name=name, known=", ".join(sorted(wanted)) or "none"
        )


def _in_braces(_: str, name: str | None, format_spec: str | None, conversion: str | None) -> str:
    """Return all that stands between two braces."""
    return f"{name}{f'!{conversion}' if conversion else ''}{f':{format_spec}' if format_spec else ''}"


def _texts(value: object, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))
