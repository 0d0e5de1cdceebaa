"""Exports by the ending of their file: a workbook read back by openpyxl, pages for paper, text that stays text."""

import datetime as dt
import io
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from markdown_it import MarkdownIt

from ceulog.domain.activities import Certificate
from ceulog.domain.changes import of_records
from ceulog.domain.credentials import Holder
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from ceulog.exchange.csv_out import export_rows
from ceulog.logbook.export import write_export
from ceulog.logbook.exporting import exported
from ceulog.logbook.logbook import Logbook
from tests.builders import TODAY, a_log, an_activity, shipped
from tests.exchange.support import export_bytes
from tests.logbook.support import a_logbook

HOSTILE = "=1+1 <script>alert(1)</script> | *a* [b](c) `d` & 長文 😀"
HELD = (("CPC", "2019-05-14"), ("CPMA", "2022-01-01"), ("CCS", "2020-01-10"))


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    return a_logbook(tmp_path / "log", a_log(
        an_activity("1.5", id="one", title=HOSTILE, sponsor="@sum", index_number="0012", approved_for="CPMA"),
        an_activity("2", id="two", at="AHIMA", title="Privacy", notes="-1"),
        an_activity("1", "2018-01-01", id="early", title="Before"),
        held=HELD,
    ))  # fmt: skip


def test_a_workbook_holds_the_rows_with_dates_numbers_and_text(logbook: Logbook) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(exported(logbook, "log.XLSX", cycle="all"))).worksheets[0]
    header, *rows = sheet.iter_rows(values_only=True)
    found = [dict(zip(map(str, header), each, strict=True)) for each in rows]
    expected = export_rows(logbook.state, shipped(), TODAY, cycle="all")
    assert [each["activity_id"] for each in found] == [each["activity_id"] for each in expected]
    one = next(each for each in found if each["activity_id"] == "one")
    assert one["title"] == HOSTILE
    assert one["sponsor"] == "@sum"
    assert one["index_number"] == "0012"
    assert one["date_completed"] == dt.datetime(2026, 1, 10)  # noqa: DTZ001
    assert one["ceus_applied"] == 1.5
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert sheet.freeze_panes == "A2"


@pytest.mark.parametrize(("name", "near"), [("log.pdf", ".html"), ("log.DOCX", ".html"), ("a.b.xls", ".xlsx")])
def test_no_file_is_called_what_it_is_not(logbook: Logbook, name: str, near: str) -> None:
    with pytest.raises(Refusal, match=rf"ends in \{near} becomes"):
        exported(logbook, name)
    assert exported(logbook, name, form="csv") == exported(logbook, "log.csv")


class Texts(HTMLParser):
    """The tags of a document, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_has_a_page_for_each_credential_and_runs_nothing(logbook: Logbook) -> None:
    data = exported(logbook, "log.html")
    page = Texts()
    page.feed(data.decode())
    assert page.tags.count("section") == 3
    assert page.tags.count("script") == 0
    assert HOSTILE in page.text
    assert "auditing: 1.5 of 16, not met" in page.text
    assert "self-assessment: 0 of 1, not met" in page.text
    assert b"http" not in data


def test_markdown_reads_as_the_same_pages(logbook: Logbook) -> None:
    html = MarkdownIt("commonmark").enable("table").render(exported(logbook, "log.md").decode())
    page = Texts()
    page.feed(html)
    assert page.tags.count("h1") == 3
    assert page.tags.count("script") == page.tags.count("a") == page.tags.count("code") == 0
    assert page.tags.count("em") == 0
    assert HOSTILE in page.text


def test_one_credential_has_one_page(logbook: Logbook) -> None:
    assert exported(logbook, "x.html", credential="CPMA").count(b"<section>") == 1


def test_any_other_name_is_a_csv(logbook: Logbook) -> None:
    for name in ("log.csv", "log", "-", "log.txt"):
        assert exported(logbook, name) == export_bytes(logbook.state, shipped(), TODAY)


def test_pages_to_share_tell_no_name_and_no_number(tmp_path: Path) -> None:
    proof = Certificate("0123456789ab-scan.pdf", "f" * 64)
    entry = an_activity("1.5", title="Talk 0012", index_number="0012", sponsor="Dana Sample", certificates=(proof,))
    log = a_log(entry)
    logbook = a_logbook(tmp_path / "log", LogState(
        activities=log.activities,
        credentials={key: each._replace(number="987654") for key, each in log.credentials.items()},
        memberships={key: each._replace(member_id="0012345") for key, each in log.memberships.items()},
    ))  # fmt: skip
    logbook.change(of_records("named", (Holder(), Holder("Dana Sample"))))
    for name in ("log.html", "log.md"):
        whole, shared = exported(logbook, name).decode(), exported(logbook, name, profile="share").decode()
        for secret in ("0012", "Dana Sample", "987654", "0012345", "Index number", "Holder", "Member id"):
            assert secret in whole
            assert secret not in shared
        assert "Certified Professional Coder" in shared
        assert "removed" in shared
        assert "1 activities" not in whole + shared
    assert "<td>1.5</td><td>yes</td>" in exported(logbook, "log.html", profile="share").decode()
    assert "| | **1 activity** | | **1.5** | |" in exported(logbook, "log.md", profile="share").decode()


def test_without_openpyxl_the_way_is_named(logbook: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(Refusal, match=r"pip install 'ceulog\[xlsx\]'"):
        exported(logbook, "log.xlsx")


def test_what_an_edited_file_holds_stops_no_export(tmp_path: Path) -> None:
    odd = "a\x00\x1b[31mb\u202e\ud800\x9b"
    log = a_logbook(tmp_path / "odd", a_log(
        an_activity("1", title=odd, sponsor=odd, notes=f"{odd}\ntwo", index_number="2026-0110"), held=HELD,
    ))  # fmt: skip
    for name in ("x.csv", "x.xlsx", "x.html", "x.md"):
        data = exported(log, name, cycle="all")
        if name != "x.xlsx":
            assert not {"\x00", "\x1b", "\u202e", "\x9b"} & set(data.decode())


@pytest.mark.parametrize("number", ["2026", "10", "1", "2026-01-10", "1.5"])
def test_a_number_that_looks_like_a_date_or_an_amount_stops_no_sharing(tmp_path: Path, number: str) -> None:
    log = a_log(an_activity("1.5", title=f"Year {number}", index_number=number, minutes=90), held=HELD)
    logbook = a_logbook(tmp_path / "log", log)
    assert exported(logbook, "x.xlsx", cycle="all", profile="share")
    shared = exported(logbook, "x.csv", cycle="all", profile="share").decode()
    assert "Year [removed]," in shared
    assert ",2026-01-10," in shared


@pytest.mark.parametrize("name", ["a\x00b.csv", "~nobody-here/x.csv", "loop/x.csv"])
def test_what_can_be_no_path_is_refused(logbook: Logbook, tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    target = Path(name) if name.startswith("~") else tmp_path / name
    with pytest.raises(Refusal, match="no path of a file"):
        write_export(logbook, target, b"")
