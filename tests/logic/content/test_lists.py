"""The lists in docs/: every question of a guide, and every problem that content can have."""

from logic.content.overview import lists
from tests.builders import small

SMALL = """\
# Questions

Written by `scripts/docs`; content version 1.0.

## Your hand

### Who is answering

- `who` (one) Who is filling this in?: The person; Family
- `first-name` (words) What name shall be printed?

### How it is

- `splint` (one) Do you have a splint?: Yes; No
- `numb` (one) Is the hand numb right now? Asked where splint = yes.: Yes; No
"""


def test_questions__small_guide__stand_by_section_and_screen_with_what_opens_them() -> None:
    """Each line has the id, the kind, the words, the condition and the choices."""
    assert lists.questions(small()).startswith(SMALL)


def test_questions__screen_with_the_questions_for_the_doctor__says_so() -> None:
    """What a screen shows besides its questions is told too."""
    assert lists.questions(small()).endswith("- the list of questions for the doctor\n")


def test_codes__each_of_the_catalogue__has_a_row() -> None:
    """A problem is told with its kind, its severity, its words and its fix."""
    row = "| F001 | file | error | The file is missing. | Add the file; questions/README.md says what belongs in it. |"

    assert row in lists.codes()
