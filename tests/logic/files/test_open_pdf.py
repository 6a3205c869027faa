"""What goes into a PDF comes out of it, and no PDF of anybody else's does harm."""

import json
import re
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.files.open_file import open_file
from logic.files.open_pdf import LARGEST_PDF, open_any
from logic.files.save_file import LARGEST, save
from logic.outputs.document import Document
from logic.outputs.drawing.pdf import Attachment, render
from logic.outputs.layouts.summary import lay_out
from logic.summary.share import answers_to_share
from logic.summary.summary import summarise
from tests.builders import DAY, PERSONAS, SAVED_AT, shipped, small

MADE = datetime(2026, 11, 21, tzinfo=UTC)
SAID = Answers({"who": "me", "first-name": "Kim", "hours": 5})
OURS = save(small(), SAID, SAVED_AT)
PLAIN = Document("Summary", "en", (), (), "Kim", "Page {page} of {pages}")


def answers_of(name: str) -> Answers:
    """The answers of a persona."""
    found = open_file(shipped(), (PERSONAS / f"{name}.json").read_bytes()).answers
    assert found is not None
    return found


@cache
def with_file(text: str = OURS) -> bytes:
    """A PDF with one file inside."""
    return render(PLAIN, made=MADE, attachment=Attachment("my-answers.json", text, "The answers.")).data


@cache
def without_file() -> bytes:
    """A PDF with no file inside."""
    return render(PLAIN, made=MADE).data


def changed(change: Callable[[pikepdf.Pdf], object], data: bytes | None = None, **how: object) -> bytes:
    """A PDF after somebody worked on it."""
    with pikepdf.open(BytesIO(data or with_file())) as file:
        change(file)
        out = BytesIO()
        file.save(out, **how)  # type: ignore[arg-type]  # any of pikepdf's own options
        return out.getvalue()


def attach(file: pikepdf.Pdf, name: str, data: bytes) -> None:
    """Attach a file as other programs do: in the tree of names alone."""
    about = {"description": "", "mime_type": "", "creation_date": "", "mod_date": ""}
    file.attachments[name] = pikepdf.AttachedFileSpec(file, data, filename=name, **about)


def refusal(data: bytes) -> str | None:
    """Why a file is not opened, None where it is."""
    return open_any(small(), data).refusal


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


def test_open__many_files_that_are_large_together__are_refused_before_any_is_opened() -> None:
    """Each could be opened alone; twenty of them would take twenty times as long."""

    def many(file: pikepdf.Pdf) -> None:
        for number in range(4):
            attach(file, f"{number}.json", b" " * 300_000 + str(number).encode())

    assert refusal(changed(many)) == "too-large"


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


def test_open__pdf_of_which_a_later_part_was_cut_off__is_not_opened_as_it_was_before() -> None:
    """An older set of answers would come back in silence."""
    begun = b"\n90 0 obj\n<</Type/Catalog>>\nendobj\n" + b" " * 3000

    assert refusal(with_file() + begun) == "pdf-broken"


@pytest.mark.parametrize("share", [0.001, 0.3, 0.5, 0.9, 0.995])
def test_open__pdf_cut_short__says_that_it_cannot_be_read(share: float) -> None:
    """What is left of it is not guessed at."""
    assert refusal(with_file()[: int(len(with_file()) * share)]) == "pdf-broken"


def test_open__pdf_larger_than_any_of_ours__is_not_looked_at() -> None:
    """The size is asked first."""
    assert refusal(with_file() + b"\0" * LARGEST_PDF) == "too-large"


def test_open__stream_that_unpacks_without_end__is_refused_before_it_is_unpacked() -> None:
    """One megabyte can stand for a thousand, in the file inside as in the list of all objects."""
    bomb = zlib.compress(b"\0" * 60_000_000, 1)

    def hide(file: pikepdf.Pdf) -> None:
        stream = file.Root.AF[0].EF.F
        stream.write(bomb, filter=Name.FlateDecode)
        stream.Params.Size = 7

    head = f"1 0 obj\n<</Type/XRef/Size 3/W[1 2 1]/Root 2 0 R/Filter/FlateDecode/Length {len(bomb)}>>\nstream\n"
    listed = b"%PDF-1.7\n" + head.encode() + bomb + b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"

    assert refusal(changed(hide)) == "pdf-broken"
    assert refusal(listed) == "pdf-broken"


LZW = ["/LZWDecode", "/#4cZWDecode", "/L#5aW", "/LZ#57", "/LZW"]


@pytest.mark.parametrize("name", LZW)
def test_open__packed_in_the_one_way_without_a_limit__is_refused(name: str) -> None:
    """However its name is spelt: the file inside, and the list of all objects. The same without it is opened."""
    packed = bytes([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01])  # LZW for seven bytes
    inside = changed(lambda file: file.Root.AF[0].EF.F.write(packed, filter=Name.Xx))
    head = f"1 0 obj\n<</Type/XRef/Size 3/W[1 2 1]/Root 2 0 R/Filter{name}/Length {len(packed)}>>\nstream\n"
    listed = b"%PDF-1.7\n" + head.encode() + packed + b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"
    assert inside.count(b"/Xx") == 1
    at = inside.index(b"/Xx")
    spelt = inside[:at] + name.encode() + inside[at + 3 :]

    assert refusal(moved(spelt, at, len(name) - 3)) == "pdf-broken"
    assert refusal(listed) == "pdf-broken"


def moved(data: bytes, at: int, by: int) -> bytes:
    """A PDF with a plain list of objects whose objects after a place have moved."""
    start = data.rindex(b"\nxref") + 1
    rows = re.sub(
        rb"(\d{10}) (\d{5}) n",
        lambda row: b"%010d %s n" % (int(row[1]) + by * (int(row[1]) > at), row[2]),
        data[start:],
    )
    return data[:start] + re.sub(rb"startxref\n\d+", b"startxref\n%d" % start, rows)


def test_open__letters_of_that_name_by_chance__change_nothing() -> None:
    """In packed bytes three letters come up once in 16 million; titles and notes may hold them, too."""
    picture = zlib.compress(b"x") + b"LZW" + b"/LZW/LZWDecode"

    def mention(file: pikepdf.Pdf) -> None:
        file.docinfo.Title = String("Packed with ZIP/LZW by LZW")
        file.Root.Picture = file.make_stream(picture, Filter=Name.FlateDecode)

    printed = changed(mention, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)

    assert printed.count(b"LZW") == 5
    assert open_any(small(), printed).answers == SAID
    assert open_any(small(), with_file() + b"\n% /LZWDecode").answers == SAID


@pytest.mark.parametrize("value", ["9 0 R", "[ 9 0 R ]", "[/FlateDecode 9 0 R]", "%\n/FlateDecode"])
def test_open__filter_that_is_named_elsewhere__is_refused(value: str) -> None:
    """Its name could be packed itself; no program that is about writes that."""
    assert (
        refusal(with_file().replace(b"\nstartxref", b"\n<</F#69lter " + value.encode() + b">>\nstartxref"))
        == "pdf-broken"
    )


def test_open__list_of_files_without_end__ends() -> None:
    """A tree that leads back into itself, or to very many files, is not followed for ever."""

    def turn(file: pikepdf.Pdf) -> None:
        del file.Root.AF
        tree = file.make_indirect(Dictionary())
        tree.Kids = Array([tree, tree, Dictionary(Kids=7, Names=Array([1, 2, 3]))])
        file.Root.Names = Dictionary(EmbeddedFiles=tree)

    def many(file: pikepdf.Pdf) -> None:
        for number in range(30):
            attach(file, f"{number}.txt", b"x%d" % number)

    assert refusal(changed(turn)) == "pdf-empty"
    assert refusal(changed(many)) == "pdf-several"


@pytest.mark.parametrize(
    "odd",
    [
        7,
        [1, String("x"), Array(), Dictionary(), Dictionary(EF=3)],
        [Dictionary(EF=Dictionary(F=Dictionary(Type=Name.EmbeddedFile)))],
    ],
    ids=["a number", "many shapes", "no stream"],
)
def test_open__what_lists_the_files_of_another_shape__is_as_no_file(odd: object) -> None:
    """Every step on the way to the file is believed only as far as it has the right shape."""

    def bend(file: pikepdf.Pdf) -> None:
        file.Root.AF = Array(odd) if isinstance(odd, list) else odd
        del file.Root.Names

    assert refusal(changed(bend)) == "pdf-empty"


def test_open__size_that_is_claimed__counts_like_the_size_that_is_there() -> None:
    """A file that says it is too large is taken at its word."""

    def claim(file: pikepdf.Pdf) -> None:
        file.Root.AF[0].EF.F.Params.Size = LARGEST + 1

    assert refusal(changed(claim)) == "too-large"
    assert open_any(small(), changed(lambda file: file.Root.AF[0].EF.F.__delitem__("/Params"))).answers == SAID


@given(st.data())
def test_open__pdf_with_bytes_changed__never_raises(data: st.DataObject) -> None:
    """Whatever happened to it on the way, there is an answer or a reason."""
    spoilt = bytearray(with_file())
    for _ in range(data.draw(st.integers(1, 12))):
        place = data.draw(st.integers(0, len(spoilt) - 1))
        piece = data.draw(st.binary(max_size=6) | st.sampled_from([b"/", b"<<", b">>", b"[", b"0 R", b"9999999999"]))
        spoilt[place : place + data.draw(st.integers(0, 6))] = piece
    opened = open_any(small(), bytes(spoilt))

    assert (opened.answers is None) is (opened.refusal is not None)


@given(st.binary(max_size=300))
def test_open__any_bytes_that_call_themselves_a_pdf__never_raise(rest: bytes) -> None:
    """The first five bytes prove nothing."""
    assert refusal(b"%PDF-" + rest) in ("pdf-broken", "pdf-locked", "pdf-empty", "too-large")


def test_refusals__of_a_pdf__have_words_each() -> None:
    """Nobody is turned away without a reason."""
    codes = ("pdf-broken", "pdf-locked", "pdf-empty", "pdf-not-ours", "pdf-several")

    assert all("not opened" in small().say(f"open.{code}") for code in codes)
    assert json.loads(OURS)["format"]["number"] == 1
