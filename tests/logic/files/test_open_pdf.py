"""What goes into a PDF comes out of it, also after another program worked on it."""

import json
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.files.open_file import open_file
from logic.files.open_pdf import open_any
from logic.files.save_file import LARGEST, save
from logic.outputs.drawing.pdf import Attachment, render
from logic.outputs.layouts.summary import lay_out
from logic.summary.share import answers_to_share
from logic.summary.summary import summarise
from tests.builders import DAY, PERSONAS, SAVED_AT, shipped, small
from tests.pdf_with_file import MADE, OURS, PLAIN, SAID, attach, changed, refusal, with_file, without_file


def answers_of(name: str) -> Answers:
    """The answers of a persona."""
    found = open_file(shipped(), (PERSONAS / f"{name}.json").read_bytes()).answers
    assert found is not None
    return found


@pytest.mark.parametrize("name", sorted(path.stem for path in PERSONAS.glob("*.json")))
def test_open__pdf_of_a_persona__holds_identical_answers(name: str) -> None:
    """What the PDF carries is what was said, to the last letter."""
    said = answers_of(name)
    document = lay_out(summarise(journey(shipped(), said), DAY))
    inside = Attachment("my-answers.json", save(shipped(), said, SAVED_AT), "The answers.")
    opened = open_any(shipped(), render(document, made=MADE, attachment=inside).data)

    assert opened.answers == said
    assert (opened.misfits, opened.saved_at) == ((), SAVED_AT.isoformat())


def test_open__pdf_with_a_section_left_out__has_nothing_of_it_inside() -> None:
    """Left-out parts are absent from every stream of the file, unpacked."""
    said = answers_of("parent-cp")
    route, out = journey(shipped(), said), frozenset({"body"})
    inside = Attachment("my-answers.json", save(shipped(), answers_to_share(route, out), SAVED_AT), "The answers.")
    printed = render(lay_out(summarise(route, DAY, out)), made=MADE, attachment=inside).data
    opened = open_any(shipped(), printed)

    assert opened.answers is not None
    assert {"areas", "worst-area"} <= set(said.given)
    assert {"areas", "worst-area", "pattern"}.isdisjoint(opened.answers.given)
    assert [stream for stream in streams(printed) if b"worst-area" in stream or b"scissors" in stream] == []


def streams(data: bytes) -> Iterator[bytes]:
    """Every stream of a PDF, unpacked."""
    with pikepdf.open(BytesIO(data)) as file:
        yield from (item.read_bytes() for item in file.objects if isinstance(item, pikepdf.Stream))


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_render__with_a_file_inside__claims_both_standards_and_is_the_same_each_time(paper: str) -> None:
    """PDF/A-3a and PDF/UA-1 together; without a file it stays PDF/A-2a."""
    inside = Attachment("my-answers.json", OURS, "The answers.")
    one, other = (render(PLAIN, paper=paper, made=MADE, attachment=inside).data for _ in range(2))  # type: ignore[arg-type]  # either of the two
    told = []
    for data in (one, without_file()):
        with pikepdf.open(BytesIO(data)) as file, file.open_metadata() as about:
            told.append((about["pdfaid:part"], about["pdfaid:conformance"], about["pdfuaid:part"]))

    assert one == other
    assert told == [("3", "A", "1"), ("2", "A", "1")]


def test_render__with_a_file_inside__says_what_it_is() -> None:
    """A reader that lists attachments shows its name, its kind and what it is for."""
    with pikepdf.open(BytesIO(with_file())) as file:
        (held,) = file.Root.AF
        stream = held.EF.F

        assert (str(held.UF), str(held.Desc), held.AFRelationship) == ("my-answers.json", "The answers.", Name.Source)
        assert (stream.Subtype, stream.read_bytes()) == (Name("/application/json"), OURS.encode())


def test_open__plain_save_file__is_opened_as_before() -> None:
    """The field takes either kind of file."""
    assert open_any(small(), OURS.encode()).answers == SAID
    assert refusal(b"Dear doctor,") == "not-json"


def test_open__pdf_saved_again_by_another_program__still_holds_the_answers() -> None:
    """Packed in another way, with the file in the tree of names alone, and with a white space before it."""

    def move(file: pikepdf.Pdf) -> None:
        held = file.Root.AF[0]
        del file.Root.AF
        leaf = file.make_indirect(Dictionary(Names=Array([String("x"), held]), Limits=Array(["x", "x"])))
        file.Root.Names.EmbeddedFiles = file.make_indirect(Dictionary(Kids=Array([leaf])))

    packed = changed(move, object_stream_mode=pikepdf.ObjectStreamMode.generate)

    assert open_any(small(), packed).answers == SAID
    assert open_any(small(), b"\n" + with_file()).answers == SAID


def test_open__other_files_beside_ours__take_ours() -> None:
    """A clinic may attach a letter, a picture or data of its own."""

    def more(file: pikepdf.Pdf) -> None:
        attach(file, "letter.txt", b"Dear doctor,")
        attach(file, "data.json", b'{"some": "other"}')
        attach(file, "picture.png", bytes(range(256)))
        attach(file, "again.json", OURS.encode())

    assert open_any(small(), changed(more)).answers == SAID


def test_open__two_save_files__asks_which_one() -> None:
    """None of the two is picked in silence."""
    other = save(small(), Answers({"hours": 9}), SAVED_AT).encode()

    assert refusal(changed(lambda file: attach(file, "b.json", other))) == "pdf-several"


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        (b"Dear doctor,", "pdf-not-ours"),
        (b'{"some": "other"}', "pdf-not-ours"),
        (bytes(range(256)), "pdf-not-ours"),
        (OURS.encode()[:60], "cut-short"),
        (OURS.replace('"number": 1', '"number": 99').encode(), "newer"),
        (b"x" * (LARGEST + 1), "too-large"),
        (b" " * (LARGEST * 9), "too-large"),
    ],
)
def test_open__file_inside_that_is_no_save_file__is_refused_with_its_reason(inside: bytes, why: str) -> None:
    """The reason is that of the file where it is ours, else that it is not ours."""
    assert refusal(changed(lambda file: attach(file, "a.json", inside), without_file())) == why


FOREIGN = save(small(), Answers(), SAVED_AT).replace('"answers": {}', '"answers": {"knee": "left"}')
LEFT = save(small(), SAID, SAVED_AT).replace('"hours": 5', '"knee": "left"')


@pytest.mark.parametrize("data", [FOREIGN.encode(), with_file(FOREIGN)], ids=["file", "pdf"])
def test_open__file_in_which_nothing_fits__is_refused_as_that_of_another_guide(data: bytes) -> None:
    """Another guide on the same engine writes files of the same form; none of its answers would come over."""
    assert '"knee"' in FOREIGN
    assert open_any(small(), data).refusal == "other-guide"


@pytest.mark.parametrize("data", [LEFT.encode(), with_file(LEFT)], ids=["file", "pdf"])
def test_open__file_of_which_something_fits__is_opened_with_the_rest_kept_aside(data: bytes) -> None:
    """An older version of the guide may have asked what is asked no more."""
    opened = open_any(small(), data)
    assert opened.answers is not None

    assert (opened.answers.given, len(opened.misfits)) == ({"who": "me", "first-name": "Kim"}, 1)


def test_open__file_in_which_nothing_was_said__is_opened() -> None:
    """It belongs to this guide as much as to any other."""
    assert open_any(small(), save(small(), Answers(), SAVED_AT).encode()).answers == Answers()


def test_open__pdf_without_a_file__says_so() -> None:
    """A summary printed without its file cannot be carried on with."""
    assert refusal(without_file()) == "pdf-empty"


def test_open__pdf_with_a_password__is_refused_where_it_does_not_open_without() -> None:
    """Whoever forbade changes or printing alone, as some programs do unasked, has not locked it."""
    opened, locked = (
        changed(lambda _: None, encryption=pikepdf.Encryption(owner="owner", user=user)) for user in ("", "secret")
    )

    assert open_any(small(), opened).answers == SAID
    assert refusal(locked) == "pdf-locked"


@pytest.mark.parametrize(
    "before", [b"\xef\xbb\xbf", b"\0\0", b"\xff\xfe", b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 1000], ids=repr
)
def test_open__pdf_with_a_mark_before_it__is_opened_as_by_any_viewer(before: bytes) -> None:
    """A saved file in which somebody wrote how a PDF begins stays a saved file."""
    said = Answers({"who": "me", "first-name": "%PDF-1.7"})

    assert open_any(small(), before + with_file()).answers == SAID
    assert open_any(small(), b"\xef\xbb\xbf" + save(small(), said, SAVED_AT).encode()).answers == said


@pytest.mark.parametrize("after", [b"\0" * 5000, b"\r\n" * 2000, b"-- \nSent by mail" * 400, b"%%EO"], ids=len)
def test_open__pdf_with_harmless_bytes_after_its_end__is_opened(after: bytes) -> None:
    """However many a mail program or a bad copy put there."""
    assert open_any(small(), with_file() + after).answers == SAID


def test_refusals__of_a_pdf__have_words_each() -> None:
    """Nobody is turned away without a reason."""
    codes = ("pdf-broken", "pdf-locked", "pdf-empty", "pdf-not-ours", "pdf-several")

    assert all("not opened" in small().say(f"open.{code}") for code in codes)
    assert json.loads(OURS)["format"]["number"] == 1
