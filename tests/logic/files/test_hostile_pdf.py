"""No PDF of anybody else's does harm: what is damaged, endless or bent is refused with a reason."""

import re
import zlib

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from logic.files.open_pdf import LARGEST_PDF, open_any
from logic.files.save_file import LARGEST
from tests.builders import small
from tests.pdf_with_file import SAID, attach, changed, refusal, with_file


def test_open__many_files_that_are_large_together__are_refused_before_any_is_opened() -> None:
    """Each could be opened alone; twenty of them would take twenty times as long."""

    def many(file: pikepdf.Pdf) -> None:
        for number in range(4):
            attach(file, f"{number}.json", b" " * 300_000 + str(number).encode())

    assert refusal(changed(many)) == "too-large"


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
