"""The catalogue of what can be wrong with content: code, severity, kind, message and fix.

One module, so that the wording can improve in one place while tests cite codes. The first letter of
a code names the kind: F file, Y YAML, S shape, R reference, Q question, E evidence, W words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Code:
    """One kind of problem. `message` and `fix` hold the names of values in braces."""

    code: str
    kind: str
    message: str
    fix: str
    severity: Severity = "error"


_ENTRIES = (
    Code("F001", "file", "The file is missing.", "Add the file; questions/README.md says what belongs in it."),
    Code("F002", "file", "The file cannot be read: {why}.", "Save it as a plain text file in UTF-8 that you may open."),
    Code(
        "F003",
        "file",
        "The folder has no content files.",
        "Name the folder that holds guide.yaml, and that you may open.",
    ),
    Code("F004", "file", "The file is empty.", "Write its content; questions/README.md says what belongs in it."),
    Code(
        "F005",
        "file",
        "Nothing reads this file: its name or folder is not one of a guide.",
        "Name it like its neighbours, such as sections/4-refills.yaml, or take it out of the folder.",
        "warning",
    ),
    Code("Y001", "yaml", "This is not YAML: {why}.", "Look at this line and the one above: indents, colons, quotes."),
    Code(
        "Y002",
        "yaml",
        "The key “{name}” stands twice in one place.",
        "Keep one of the two; the first is in line {line}.",
    ),
    Code("Y003", "yaml", "Anchors (&) and aliases (*) are not used here.", "Write the text out again."),
    Code("Y004", "yaml", "YAML would read “{value}” as {read_as}.", 'Put quotes around it: "{value}".{instead}'),
    Code("Y005", "yaml", "There is nothing after “{name}”.", "Write a value, or take the line out."),
    Code(
        "Y006", "yaml", "Tags such as “{value}” are not used here.", "Take the tag out, or put quotes around the text."
    ),
    Code("Y007", "yaml", "The file is nested too deeply.", "Bring it to the shape shown in questions/README.md."),
    Code("Y008", "yaml", "A character that does not show stands here: {value}.", "Delete it, or type the word anew."),
    Code("S001", "shape", "“{name}” is missing.", "Add a line “{name}: …” here."),
    Code("S002", "shape", "“{name}” is not known here.", "{nearest}"),
    Code("S003", "shape", "“{name}” wants {wanted}.", "{how}"),
    Code("S004", "shape", "“{name}” is empty.", "Fill it in, or take the line out."),
    Code("S005", "shape", "“{value}” is not one of: {allowed}.", "{nearest}"),
    Code(
        "S006",
        "shape",
        "“{value}” is not an id.",
        "Use lower-case letters, digits and single hyphens, at most 60, such as trip-time.",
    ),
    Code("S007", "shape", "The list “{name}” is too short.", "Give it at least {least} in all."),
    Code("R001", "reference", "The condition names the question “{name}”, which does not exist.", "{nearest}"),
    Code(
        "R002",
        "reference",
        "The condition looks at “{name}”, which is not asked before this question.",
        "Let conditions look back only: move this question after “{name}”.",
    ),
    Code("R003", "reference", "The question “{question}” has no choice “{name}”.", "{nearest}"),
    Code("R004", "reference", "There is no topic “{name}”.", "{nearest}"),
    Code("R005", "reference", "There is no source “{name}”.", "{nearest}"),
    Code("R006", "reference", "“{name}” is not a choice of this question.", "{nearest}"),
    Code("R007", "reference", "The guide lists the section “{name}”, but no file has it.", "{nearest}"),
    Code(
        "R008", "reference", "The id “{name}” is used twice; the first is at {first}.", "Give one of them another id."
    ),
    Code(
        "R009",
        "reference",
        "There is no family “{name}” of which two documents speak on this topic.",
        "Name a “family” of sources.yaml, or take it out of “one_voice”.",
    ),
    Code("R010", "reference", "There is no option “{name}”.", "{nearest}"),
    Code("R011", "reference", "The source “{name}” says nothing on the topic “{topic}”.", "{nearest}"),
    Code("R012", "reference", "The new name “{name}” does not exist.", "{nearest}"),
    Code("R013", "reference", "“{name}” is listed as an old name but is still in use.", "Take it out of renamed.yaml."),
    Code("R014", "reference", "The guide does not list the section “{name}”.", "Add it to “sections” in guide.yaml."),
    Code(
        "R015",
        "reference",
        "The topic “{name}” is not marked as a safety topic.",
        "Warn only of topics with safety: true.",
    ),
    Code("R016", "reference", "There is no question “{name}”.", "{nearest}"),
    Code("R017", "reference", "There is no row “{name}” in the comparison.", "{nearest}"),
    Code("R018", "reference", "There is no subject “{name}” in not-covered.yaml.", "{nearest}"),
    Code("R019", "reference", "There is no theme “{name}” in not-covered.yaml.", "{nearest}"),
    Code("R020", "reference", "There is no question for the doctor “{name}”.", "{nearest}"),
    Code("Q001", "question", "A question of kind “{kind}” needs two choices at least.", "List them under “choices”."),
    Code(
        "Q002", "question", "A question of kind “{kind}” has no use for “{name}”.", "Take it out, or change the kind."
    ),
    Code("Q003", "question", "A question of kind “{kind}” needs “{name}”.", "Add a line “{name}: …”."),
    Code("Q004", "question", "“least” is greater than “most”.", "Swap them."),
    Code("Q005", "question", "“{operator}” cannot be used on “{name}”, a question of kind “{kind}”.", "{instead}"),
    Code(
        "Q006",
        "question",
        "A condition has one list: either “all” or “any”.",
        "Keep one of the two, with at least one clause.",
    ),
    Code(
        "Q007", "question", "“{name}” has a meaning of its own and cannot be the id of a choice.", "Choose another id."
    ),
    Code(
        "Q008",
        "question",
        "The label “{name}” is used twice; the first is at {first}.",
        "Give each question its own label: the summary shows labels.",
    ),
    Code("Q009", "question", "Nothing is asked or shown on this screen.", "Add a question, or take the screen out."),
    Code(
        "Q010",
        "question",
        "The condition of “{name}” looks at the question itself.",
        "Let it look at an earlier question, or take it out.",
    ),
    Code(
        "Q011",
        "question",
        "“{what}” names “{name}”, a question of kind “{kind}”.",
        "Name a question of kind “{wanted}”.",
    ),
    Code(
        "Q012",
        "question",
        "“{name}” is on the short way, and its condition looks at “{other}”, which is not.",
        "Mark “{other}” as short, too, or take the mark away here.",
    ),
    Code(
        "Q013",
        "question",
        "“{name}” has no words of its own and is raised by no subject of not-covered.yaml, or by both.",
        "Give it a “question”, or name one subject under “raised_by”.",
    ),
    Code(
        "E001",
        "evidence",
        "The topic “{name}” has no statement.",
        "Add what at least one document says, or take it out.",
    ),
    Code("E002", "evidence", "“{name}” speaks twice on this topic.", "Make one statement of the two."),
    Code(
        "E003",
        "evidence",
        "The short form has {count} words.",
        "Say it in twelve at most: it is read in one line, after the document's name.",
    ),
    Code(
        "E004",
        "evidence",
        "“{what}” does not hold the words “{name}”, with which the claim compares.",
        "Write both halves of the comparison in “says” and in “short”.",
    ),
    Code(
        "E005",
        "evidence",
        "The claim stands under none of the headings of its statement: {known}.",
        "Give each claim one of them as “section”, and none where there is only one.",
    ),
    Code(
        "E006",
        "evidence",
        "The figure has no number, or its range is upside down.",
        "Give value, or min and max in that order.",
    ),
    Code(
        "E007",
        "evidence",
        "The documents differ on “{topic}”, so a step shows all they say.",
        "Name the topic alone, without a source.",
    ),
    Code(
        "E008",
        "evidence",
        "The same words stand elsewhere with another short form, comparison or bearing: {first}.",
        "Make the two alike, or say what differs in other words.",
    ),
    Code(
        "E009",
        "evidence",
        "The documents of “{name}” give different figures here, so they are not one voice.",
        "Take it out of “one_voice”.",
    ),
    Code(
        "E010",
        "evidence",
        "The row “{name}” names neither topics nor bearings.",
        "Add “topics”, “bearings” or both: a row of everything compares nothing.",
    ),
    Code(
        "W001",
        "words",
        "“{name}” is a wording of advice, which may never be printed.",
        "Say what is so, and leave the choice open.",
    ),
    Code("W002", "words", "The date of review is not after the date of the guide.", "Set “review_by” to a later day."),
    Code(
        "W003",
        "words",
        "“{name}” is formatting on the screen and stands as it is on paper.",
        "Say it in words: every text means the same wherever it is shown.",
    ),
    Code("W004", "words", "The text holds {name}, a character that nobody sees.", "Take it out."),
    Code("W005", "words", "The program shows “{name}”, and it is not here.", "Add it. {nearest}"),
    Code("W006", "words", "Nothing shows “{name}”.", "Take it out, or mend its name. {nearest}", "warning"),
    Code("W007", "words", "A brace has no partner.", "Put each name in braces of its own, and no other brace."),
    Code("W008", "words", "The program fills in “{name}”, and the text has no place for it.", "Write it in braces."),
    Code(
        "W009",
        "words",
        "The text has “{name}” in braces, which the program does not fill in.",
        "Take it out, or write one of these: {known}.",
    ),
    Code(
        "W010",
        "words",
        "“{name}” is another word for what is called “{used}” in this guide.",
        "Write “{used}”. Where “{name}” is part of a proper name, list that name under “names” of words.yaml.",
    ),
)

CATALOGUE = {entry.code: entry for entry in _ENTRIES}

HOW = {
    "text": "Write some words; put quotes around what looks like a number, a date or true.",
    "a whole number": "Write digits alone, without quotes or a decimal point.",
    "true or false": "Write true or false, without quotes.",
    "a day": "Write it as 2027-01-31, without quotes.",
    "a list": "Put each item on a line of its own after a hyphen, or write [one, two].",
    "keys with values": "Write lines such as “name: value”, indented below it.",
    "the id of a choice": "Write one of the ids under “choices” of that question.",
    "text, a number, true or false": "Write the id of a choice, a number, or true or false.",
    "another value": "Look at the same key elsewhere in the content.",
}
"""How to write what S003 wants."""

_LONGEST = 300


@dataclass(frozen=True, order=True)
class Problem:
    """One problem at one place. Lines and columns count from 1; 0 stands for the file as a whole."""

    file: str
    line: int
    column: int
    code: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        """`error` stops the guide; `warning` does not."""
        return CATALOGUE[self.code].severity

    def __str__(self) -> str:
        """Return the place, code and message on one line, and the fix on the next."""
        entry, values = CATALOGUE[self.code], {name: _shown(value) for name, value in self.values}
        message, fix = entry.message.format(**values), entry.fix.format(**values)
        return f"{_shown(self.file)}:{self.line}:{self.column}: {self.code} {message}\n  Fix: {fix}"


def _shown(text: str) -> str:
    """Return the text on one line, without characters that could trouble a terminal, and not without end."""
    line = "".join(character if character.isprintable() else " " for character in text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …"


def closest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that this one was most likely meant to be, or None."""
    return next(iter(get_close_matches(name, sorted(set(known)), n=1, cutoff=0.6)), None)


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a sentence that names the closest known name, or all of them where none is close."""
    names = sorted(set(known))
    if close := closest(name, names):
        return f"Did you mean “{close}”?"
    return f"Known here: {', '.join(names)}." if 0 < len(names) <= 20 else "Look for the right name, or add it."
