"""What is right, for the mutations to begin with: files that people have, and lines that they type."""

import io
import zipfile

from ceulog.logbook.import_memory import HEAD
from tests.logbook.rule_files import BODY, LATER
from tests.reliability.desk import REPOSITORY, Desk


def packets(desk: Desk) -> list[bytes]:
    """A packet as it is made, and one that was packed again."""
    file = desk.outside / "packet.zip"
    desk.run("packet", str(file))
    made = file.read_bytes()
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as archive, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as other:
        for each in archive.infolist():
            other.writestr(each.filename, archive.read(each))
    return [made, packed.getvalue()]


def tables(desk: Desk) -> list[bytes]:
    """The tables of the sample, an export of our own, and a message."""
    files = sorted((REPOSITORY / "sample_data/import").glob("*.csv"))
    desk.run("export", str(desk.outside / "own.csv"), "--cycle", "all")
    message = (
        b"Course: Denials\nDate: 10/02/2026\nCEUs: 1.5\nIndex number: SMP1\n\nCourse: Two\nDate: 10/13/2026\nCEUs: 2\n"
    )
    return [*(each.read_bytes() for each in files), (desk.outside / "own.csv").read_bytes(), message]


def rules(_: Desk) -> list[bytes]:
    """Files of bodies of one's own."""
    shipped = (REPOSITORY / "src/ceulog/rulebook/acdis.toml").read_bytes()
    return [(BODY + LATER).encode(), BODY.encode(), shipped.replace(b'"ACDIS"', b'"XACDIS"').replace(b"CCDS", b"A")]


TEMPLATES = b"""# mine
[[template]]
name = "Chapter"
title = "Local chapter meeting"   # a comment
sponsor = "Acme"
type = "chapter-meeting"
ceus = 1.5
organizations = ["AAPC"]
credits = { AHIMA = 1 }
day = "every 2nd tuesday"

[[template]]
name = "Quiz"
title = "Monthly quiz"
ceus = 1
"""
MEMORY = HEAD.encode() + b"""
[[header]]
columns = ["when", "what", "hours"]
map = { date = "When", title = "2" }
date_format = "dmy"
"""  # fmt: skip
DRAFT = (
    b'{"draft":1,"written":"2026-11-22T14:05:33","owner":"5f5f5f5f5f5f5f5f","about":"","texts":{"title":"Half","date":"today",'
    b'"notes":"a\\nb","planned":true,"organizations":["AAPC"],"credits":{"AAPC":"1"},"edited":["title"],"type":"webinar"}}'
)
LINES = (
    b"Denials webinar 1.5 today Acme", b"AAPC chapter meeting 2 CEU yesterday #SMP01102026A",
    b"ICD-10 update 2027 90 min -3d for CPC",
    b"Privacy 10/02/2026 1h30 AHIMA=2 AAPC=1 planned", b"every 2nd tue at Town Hall by Acme", b"next friday 2 ceus",
    b"type:quiz",
)  # fmt: skip
FILTERS = (
    b"type:webinar for:AAPC 2026-03", b"ceus>=1.5 -missing:certificate", b'"first 30" by:csa domain:2',
    b"2026 planned approved:CPC",
    b"10/02/2026 ceus<2 status:done not:x",
)  # fmt: skip
DAYS = (
    b"2026-11-20", b"11/20/2026", b"today", b"yesterday", b"-3d", b"+2w", b"last tuesday", b"nov 20", b"20 Nov 2026",
    b"1.5", b"90 min",
    b"1h30", b"Nov. 3rd, 2026", b"2026-11-20T10:00", b"AAPC=1;AHIMA=1.5", b"1 1/2", b"3.10.26", b"45678",
)  # fmt: skip
COMMANDS = (
    b"add\nA title\n--ceus\n1\n--credit\nAAPC=2\n--date\n-3d",
    b"organization\nset\nAAPC\n--dues-date\n2027-01-01\n--edition\nx",
    b"list\n--search\nfor:AAPC", b"credential\nset\nCPC\n--minimum\n2\n--reason\nx", b"holder\nset\n--name\nD",
    b"status\n--with\nCCS",
)  # fmt: skip
NAMES = (
    b"proof.pdf",
    b"link",
    b"pipe",
    b"loop",
    b"a folder",
    b"CON",
    b"../outside/proof.pdf",
    b"-rf",
    b"%s",
    b"\xff\xfe",
    b"~",
    b"own.zip",
)
