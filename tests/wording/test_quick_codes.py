"""What a quick line says in codes: credentials, CEUs of one organization, index numbers."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from ceulog.wording.quick_forms import looks_like_index_number
from ceulog.wording.quick_line import QuickLine, read_quick_line

TODAY = dt.date(2026, 11, 23)
YESTERDAY = dt.date(2026, 11, 22)
CODES = ("CPC", "CPMA", "CFPC", "CCS", "CCS-P")


def read(line: str) -> QuickLine:
    return read_quick_line(line, TODAY, organizations=["AAPC", "MyGuild"], credentials=CODES)


def check(line: str, **expected: Any) -> None:
    """The line says this and nothing else."""
    assert read(line) == QuickLine(**expected)


@pytest.mark.parametrize(
    ("line", "codes", "rest"),
    [
        ("E/M update 1.5 CPMA", "CPMA", {}),
        ("E/M update 1.5 CPMA CFPC", "CPMA CFPC", {}),
        ("E/M update 1.5 CPMA, CFPC", "CPMA CFPC", {}),
        ("E/M update 1.5 CCS-P", "CCS-P", {}),
        ("E/M update 1.5 for CPMA", "CPMA", {}),
        ("E/M update 1.5 CPMA yesterday", "CPMA", {"date": YESTERDAY}),
        ("E/M update 1.5 yesterday CPMA", "CPMA", {"date": YESTERDAY}),
        ("E/M update 1.5 CPMA AAPC", "CPMA", {"sponsor": "AAPC"}),
        ("ok:CPMA E/M update 1.5", "CPMA", {}),
        ("E/M ok:cpma update 1.5", "CPMA", {}),
        ("E/M update 1.5 OK:cpma,CFPC", "CPMA CFPC", {}),
        ("E/M update approved:CPMA ok:CFPC 1.5", "CPMA CFPC", {}),
        ('E/M update approved:"CPMA, ccs-p" 1.5', "CPMA CCS-P", {}),
        ("E/M update ok:CPMA,cpma 1.5", "CPMA", {}),
        ("E/M update ok:XYZ 1.5", "XYZ", {}),
    ],
)
def test_a_credential_stands_behind_the_rest_or_has_its_key(line: str, codes: str, rest: dict[str, Any]) -> None:
    check(line, title="E/M update", ceus=Decimal("1.5"), approved_for=tuple(codes.split()), **rest)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("CPMA exam prep 1.5", "CPMA exam prep"),
        ("How to pass the CPMA", "How to pass the CPMA"),
        ("How to pass the CPMA 1.5", "How to pass the CPMA"),
        ("Tips for CPMA 1.5", "Tips for CPMA"),
        ("E/M update CPMA 1.5", "E/M update CPMA"),
        ("E/M update 1.5 cpma", "E/M update cpma"),
        ("E/M update 1.5 CIA", "E/M update CIA"),
        ('E/M update 1.5 "CPMA"', "E/M update CPMA"),
        ("CPMA or CFPC 1.5", "CPMA or CFPC"),
        ("E/M update ok: 1.5", "E/M update ok:"),
    ],
)
def test_a_code_of_the_title_stays_there(line: str, title: str) -> None:
    found = read(line)
    assert (found.title, found.approved_for) == (title, ())


def test_a_title_takes_back_only_its_own_codes() -> None:
    check("Passing CPMA 1.5 CFPC", title="Passing CPMA", ceus=Decimal("1.5"), approved_for=("CFPC",))
    check("E/M update 1.5 CPMA ok:CFPC", title="E/M update CPMA", ceus=Decimal("1.5"), approved_for=("CFPC",))


def test_nothing_is_a_credential_where_none_is_known() -> None:
    assert read_quick_line("E/M update 1.5 CPMA", TODAY) == QuickLine(title="E/M update CPMA", ceus=Decimal("1.5"))


@pytest.mark.parametrize(
    ("words", "ceus"),
    [
        ("AAPC=1.5", {"AAPC": "1.5"}),
        ("AAPC=1.5 MyGuild=1", {"AAPC": "1.5", "MyGuild": "1"}),
        ("myguild=1, aapc=1,5,", {"MyGuild": "1", "AAPC": "1.5"}),
        ("AAPC=1 AAPC=2", {"AAPC": "2"}),
        ("AAPC=200", {"AAPC": "200"}),
    ],
)
def test_each_organization_has_its_own_ceus(words: str, ceus: dict[str, str]) -> None:
    own = {code: Decimal(number) for code, number in ceus.items()}
    check(f"Wound care {words}", title="Wound care", credits=own)
    check(f"{words} Wound care yesterday", title="Wound care", credits=own, date=YESTERDAY)
    check(f"Wound {words} care 3", title="Wound care", credits=own, ceus=Decimal(3))


@pytest.mark.parametrize(
    "word", ["NOBODY=1", "AAPC=ten", "AAPC=", "AAPC=0", "AAPC=201", "=1", "AAPC=-1", "AAPC=1=2", "E=mc2"]
)
def test_other_equations_are_words(word: str) -> None:
    check(f"Wound {word} care", title=f"Wound {word} care")


@pytest.mark.parametrize(
    "number", ["AAP0123456789A", "ABC01234567Z", "SMP11172026A", "CMS06140727A", "AAPC012345", "0123456ABC"]
)
def test_an_index_number_at_the_end_needs_no_sign(number: str) -> None:
    check(f"Wound care {number}", title="Wound care", index_number=number)
    check(
        f"Wound care 1.5 {number} yesterday",
        title="Wound care",
        index_number=number,
        ceus=Decimal("1.5"),
        date=YESTERDAY,
    )
    assert read(f"{number} Wound care").title == f"{number} Wound care"
    assert read(f"Wound {number} care").title == f"Wound {number} care"
    check(f"Wound care {number} #ABC", title=f"Wound care {number}", index_number="ABC")


@pytest.mark.parametrize(
    "word",
    [
        "2026", "11202026", "HEALTHCON2026", "OPPS2027", "FY2026", "ICD10CM2027", "ICD102027000", "CPT20262027",
        "NOV122026", "NOVEMBER12", "J1885", "99213", "E11.9", "S72.001A", "S72001A", "0DTJ4ZZ", "G2211", "CPMA",
        "CCS-P", "MLN006764", "MLN1234567", "CMS1832F", "CMS-1832-F", "COVID19", "COVID2019",
        "1EG4TE5MK73", "00002771501",
        "aap0123456789a", "AAP01234", "AAP012345678901234", "AAP-0123456789A", "WEBINAR",
        "Diabetes2026a", "CHAPTER12",
        "ＡＡＰ０１２３４５６７",
    ],
)  # fmt: skip
def test_other_words_are_no_index_numbers(word: str) -> None:
    assert not looks_like_index_number(word)
    assert read(f"Wound care {word}").index_number == ""
