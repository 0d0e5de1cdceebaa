"""Certificates that somebody may have made to hang, fill or mislead what reads them."""

import atexit
import re
import resource
import zlib
from collections.abc import Sequence
from functools import cache
from random import Random
from time import monotonic

from ceulog.exchange.proofs.reading import FIELDS, read_certificate
from ceulog.logbook.pdf_child import MEMORY
from ceulog.logbook.pdf_text import PdfTexts, Unreadable
from tests.papers import LABELS, TRANSCRIPT, a_paper
from tests.reliability.desk import Broken, Desk
from tests.reliability.mutations import mutated

SECONDS = 2.0
"""That one may take here, so that it is ended well within the time of a case."""
BOMBS = ((b" ", 40 << 20), (b"(Title: x) Tj T* ", 1 << 20))
"""What little unfolds to, and how many bytes of it; the little may unfold from less still."""
WHOLE_COMMANDS = 0.04
"""How many of the cases go through the command: it starts a process of its own for each."""

NUMBERS = (b"0", b"-1", b"1", b"3", b"4", b"7", b"99", b"65536", b"4294967296", b"9" * 400, b"1.5", b"1e9", b"(x)")
PARTS = (
    b"/Kids [1 0 R 1 0 R 1 0 R]", b"/Parent 3 0 R", b"/Count 999999999", b"/Contents [" + b"4 0 R " * 3000 + b"]",
    b"/Contents 3 0 R", b"/Type /ObjStm /N 99999999 /First 5", b"/Filter /LZWDecode", b"/Filter /ASCII85Decode",
    b"/Filter /RunLengthDecode", b"/Filter [" + b"/FlateDecode " * 200 + b"]", b"/Filter /JBIG2Decode",
    b"/DecodeParms << /Predictor 15 /Columns 999999999 >>", b"/ToUnicode 4 0 R", b"/Encoding 5 0 R",
    b"/Differences [0 " + b"/a" * 5000 + b"]", b"/Widths [" + b"9" * 9999 + b"]", b"/FirstChar -9 /LastChar 99999999",
    b"/Subtype /Type0 /DescendantFonts [5 0 R]", b"/Subtype /Type3", b"/Prev 15", b"/Prev -1", b"/XRefStm 15",
    b"/Encrypt 7 0 R", b"/Extends 4 0 R", b"/Resources 3 0 R", b"<<" * 3000, b"[" * 3000, b"(" * 3000, b"%" * 3000,
)  # fmt: skip
CONTENTS = (
    b"q " * 20_000, b"BT " * 9000, b"[" * 9000 + b"] TJ", b"(" + b"\\(" * 50_000 + b") Tj",
    b"<" + b"9" * 99_999 + b"> Tj", b"/F1 1e400 Tf", b"1e308 0 0 1e308 0 0 cm " * 50,
    b"BT /F1 12 Tf (a) Tj ET " * 9000, b"BI /W 9 /H 9 ID " + b"x" * 9000,
    b"(\x1b[31m\x9b2J\xe2\x80\xae) Tj", b"<D800DC00D800> Tj", b"/X Do", b"nan inf -0 Td", b"(Title: ) Tj T* " * 3000,
    b"beginbfrange <0000> <ffffffff> <0000> endbfrange", b"begincmap " * 3000,
)  # fmt: skip


def papers(desk: Desk) -> list[bytes]:
    """Certificates in two layouts, packed and open, and one that is locked."""
    file = desk.outside / "paper.pdf"
    kinds = [(lines, is_packed) for lines in (LABELS, TRANSCRIPT) for is_packed in (False, True)]
    made = [a_paper(file, *lines, packed=is_packed).read_bytes() for lines, is_packed in kinds]
    return [*made, a_paper(file, *LABELS, password="secret").read_bytes()]


def mutated_pdf(chance: Random, seeds: Sequence[bytes]) -> bytes:
    """One of the seeds with faults in its structure, in what is drawn, or anywhere."""
    if chance.random() < 0.3:
        return mutated(chance, seeds)
    data = chance.choice(seeds)
    for _ in range(chance.choice((1, 1, 2, 4))):
        data = chance.choice((_number, _number, _part, _part, _contents, _contents, _bomb))(chance, data)
    return data


def _number(chance: Random, data: bytes) -> bytes:
    """Another number: of an object, a length, a count, a place."""
    found = list(re.finditer(rb"\b\d+\b", data))
    hit = chance.choice(found)
    return data[: hit.start()] + chance.choice(NUMBERS) + data[hit.end() :]


def _part(chance: Random, data: bytes) -> bytes:
    """Something more, or something else, in a dictionary."""
    found = list(re.finditer(rb"/[A-Z]\w+ [^\n]*\n", data))
    hit = chance.choice(found)
    end = chance.choice((hit.start(), hit.end()))
    return data[: hit.start()] + chance.choice(PARTS) + b"\n" + data[end:]


def _contents(chance: Random, data: bytes) -> bytes:
    """Something else on the page."""
    return _streamed(chance, data, chance.choice(CONTENTS), packed=chance.random() < 0.5)


def _bomb(chance: Random, data: bytes) -> bytes:
    """Little that unfolds to much: of blanks, or of what is drawn."""
    bomb = _bombs()[chance.randrange(2)]
    return _streamed(chance, data, bomb, filters=b"/FlateDecode " * (2 if chance.random() < 0.5 else 1))


@cache
def _bombs() -> tuple[bytes, ...]:
    return tuple(zlib.compress(each * (size // len(each)), 9) for each, size in BOMBS)


def _streamed(chance: Random, data: bytes, stream: bytes, *, packed: bool = False, filters: bytes = b"") -> bytes:
    """The file with another stream in the place of one."""
    found = list(re.finditer(rb"<<[^<>]*/Length \d+[^<>]*>>\s*stream\n.*?endstream", data, re.DOTALL))
    if not found:
        return data
    hit = chance.choice(found)
    if packed:
        stream, filters = zlib.compress(stream), b"/FlateDecode"
    elif filters.count(b"/") > 1:
        stream = zlib.compress(stream)
    head = b"<< /Length %d /Filter [%s] >>\nstream\n" % (len(stream), filters)
    return data[: hit.start()] + head + stream + b"\nendstream" + data[hit.end() :]


@cache
def _texts() -> PdfTexts:
    texts = PdfTexts(seconds=SECONDS)
    atexit.register(texts.__exit__, None, None, None)
    return texts


def reads_paper(desk: Desk, data: bytes, chance: Random) -> None:
    """What is made of a certificate is a text or a sentence, in time and in the memory that it may take."""
    text, began = "", monotonic()
    try:
        text = _texts().text_of(data)
    except Unreadable:
        pass
    except BaseException:  # a case that hangs leaves an answer behind that is no other case's
        _texts().__exit__(None, None, None)
        raise
    found = read_certificate(text)
    if not found.found.keys() <= set(FIELDS):
        raise Broken(f"a certificate says {found.found.keys()}")
    if resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss << 10 > MEMORY:
        raise Broken("reading it took more memory than it may")
    if chance.random() < WHOLE_COMMANDS and monotonic() - began < 1:  # which gives each more time than a case has
        (desk.outside / "papers").mkdir()
        (desk.outside / "papers" / "a.pdf").write_bytes(data)
        way = chance.choice(("--dry-run", "--json", "--yes"))
        code, _ = desk.run("certificates", str(desk.outside / "papers"), way)
        if way == "--yes" and not code:
            desk.run("undo")
