"""The law of renewal at the command line: printed by `status`, explained by `why`, and what lies round it."""

import datetime as dt
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from ceulog.logbook.logbook import Logbook
from ceulog.tui.entry_lines import EntrySetting, entry_lines
from ceulog.tui.view import uncounted
from ceulog.tui.widgets.painting import text_of
from tests.builders import ids, shipped
from tests.cli.conftest import Ceulog


def hold(empty: Ceulog, codes: str, end: str, today: str, *, earned: str = "2010-01-01") -> Ceulog:
    for place, code in enumerate(codes.split()):
        cycle = ("--cycle-end", end) if place == 0 else ()
        empty.done("credential", "add", code, "--earned", earned, *cycle, today=today)
    return empty


@pytest.mark.parametrize(
    ("codes", "end", "today", "printed", "explained"),
    [
        ("CCS CCS-P", "2026-12-31", "2026-06-01", ["CCS ", "0 / 20", "CCS-P ", "0 / 10"],
         ["20 for CCS, 10 for each further one, at most 50, so 30 CEUs", "carries 20 of them", "ahima-2025",
          "[H8, H9]"]),
        ("CPC CPMA CFPC", "2014-12-31", "2014-06-01", ["CPC ", "0 / 60", "0 / 24", "0 / 16"],
         ["60 CEUs in all every two years", "aapc-2008", "[A1]", "shares these CEUs"]),
        ("CPC CPMA CFPC", "2027-12-31", "2026-06-01", ["CPC ", "0 / 44", "0 / 16", "0 / 8"],
         ["44 CEUs in all every two years", "aapc-2017", "[A3, A4]"]),
        ("CPPM", "2014-12-31", "2014-06-01", ["practice management 0 / 36"],
         ["36 of them must be approved for CPPM", "would be 24 beside another", "aapc-2008"]),
        ("CPPM", "2027-12-31", "2026-06-01", ["practice management 0 / 16"],
         ["16 of them must be approved for CPPM (practice management)", "aapc-2017"]),
        ("CCDS", "2027-05-31", "2026-06-01", ["CCDS", "0 / 30"], ["30 CEUs every two years", "[C1, C2]"]),
    ],
)  # fmt: skip
def test_the_numbers(
    empty: Ceulog, codes: str, end: str, today: str, printed: Sequence[str], explained: Sequence[str]
) -> None:
    hold(empty, codes, end, today)
    status = empty.done("status", today=today).out
    assert [each for each in printed if each not in status] == []
    why = empty.done("why", codes.split(maxsplit=1)[0], today=today).out
    assert [each for each in explained if each not in why] == []


def test_rhit_then_rhia(empty: Ceulog) -> None:
    hold(empty, "RHIT", "2026-12-31", "2026-01-01")
    empty.done("add", "Before", "--ceus", "5", "--date", "2026-01-05", today="2026-01-06")
    empty.done("credential", "add", "RHIA", "--earned", "2026-03-01", today="2026-03-02")
    (ahima,) = empty.done("status", "--json", today="2026-03-02").json["organizations"]
    assert [(each["code"], each["needed"], each["earned"]) for each in ahima["credentials"]] == [("RHIA", "30", "5")]
    assert "30 CEUs every two years" in empty.done("why", "RHIA", today="2026-03-02").out
    assert "RHIA replaced it on Mar 1, 2026" in empty.refused("why", "RHIT", today="2026-03-02")


def road(empty: Ceulog, today: str) -> dict[str, object]:
    (aapc,) = empty.done("status", "--json", today=today).json["organizations"]
    (bar,) = aapc["credentials"][0]["requirements"][1:]
    assert (bar["kind"], bar["label"], bar["required"], bar["needed"]) == ("any_of", "removal of the A", False, 1)
    found: dict[str, object] = bar
    return found


def test_an_apprentice_by_letters(empty: Ceulog) -> None:
    hold(empty, "CPC-A", "2027-03-31", "2026-06-01", earned="2025-06-01")
    assert road(empty, "2026-06-01")["met"] is False
    empty.done("tick", "CPC-A", "letter from employer", today="2026-06-01")
    assert "50 % of the way: second letter" in empty.done("status", today="2026-06-01").out
    empty.done("tick", "CPC-A", "second", today="2026-06-02")
    assert road(empty, "2026-06-02")["met"] is True
    empty.done("credential", "add", "CPC", "--earned", "2026-07-01", today="2026-07-01")
    (aapc,) = empty.done("status", "--json", today="2026-07-01").json["organizations"]
    assert [each["code"] for each in aapc["credentials"]] == ["CPC"]
    assert aapc["needed"] == "36"


def test_an_apprentice_by_contact_hours_and_practicode(empty: Ceulog) -> None:
    hold(empty, "CPC-A", "2027-03-31", "2026-06-01", earned="2025-06-01")
    course = ("add", "Coding course", "--type", "course", "--date", "2025-01-10")
    empty.done(*course, "--minutes", "4790", today="2026-06-01")
    assert "more contact hours of a coding course" in empty.done("status", today="2026-06-01").out
    empty.done("add", "Last lesson", "--type", "course", "--date", "2025-01-11", "--minutes", "30", today="2026-06-01")
    assert road(empty, "2026-06-01")["met"] is False  # by today's text the course alone is one year of two
    empty.done("tick", "CPC-A", "Practicode", today="2026-06-01")
    assert road(empty, "2026-06-01")["met"] is True
    why = empty.done("why", "CPC-A", today="2026-06-01").out
    assert "80.33 of 80 hours, met" in why
    assert "[A32, A33]" in why
    assert "A33: AAPC, complete your CPC apprenticeship" in why


def test_an_apprentice_of_2013_needs_the_hours_alone(empty: Ceulog) -> None:
    hold(empty, "CPC-A", "2014-12-31", "2013-06-01")
    hours = ("--minutes", "4800", "--ceus", "1", "--date", "2013-02-01")
    empty.done("add", "Coding course", "--type", "course", *hours, today="2013-06-01")
    assert road(empty, "2013-06-01")["met"] is True


def test_what_if_touches_nothing(ceulog: Ceulog) -> None:
    before = ceulog.file.read_bytes()
    supposed = ceulog.done("status", "--json", "--with", "CRC,CCS-P").json["organizations"]
    assert {each["code"]: each["needed"] for each in supposed} == {"AAPC": "40", "AHIMA": "30"}
    assert "40 CEUs in all" in ceulog.done("why", "CRC", "--with", "CRC").out
    assert "already hold CPC" in ceulog.refused("status", "--with", "CPC")
    assert "No organization awards" in ceulog.refused("status", "--with", "XYZ")
    assert ceulog.file.read_bytes() == before
    assert ceulog.organization("AAPC")["needed"] == "36"


def test_closed_cycles_are_looked_back_at_as_they_were(ceulog: Ceulog) -> None:
    assert "No cycle is closed yet" in ceulog.done("organization", "history").err
    ceulog.done("add", "Conference", "--ceus", "22", "--for", "AHIMA", "--provided-by", "ahima")
    ceulog.done("tick", "CCS")
    ceulog.done("organization", "renew", "AHIMA", today="2027-01-02")
    first = ceulog.done("organization", "history", "--json", today="2027-01-02")
    text = ceulog.done("organization", "history", "ahima", today="2027-01-02").out
    assert "recertification cycle Jan 1, 2025 to Dec 31, 2026: complete, 2 CEUs more than needed" in text
    assert "22 / 20" in text
    assert "[x] self-assessment" in text
    conference = ceulog.listed()[0]["id"]
    ceulog.done("edit", conference, "--ceus", "1", today="2027-01-03")
    ceulog.done("remove", conference, today="2027-01-03")
    ceulog.done("credential", "set", "CCS", "--self-assessment", "optional", today="2027-01-03")
    ceulog.done("organization", "set", "AHIMA", "--edition", "ahima-2021", today="2027-01-03")
    assert ceulog.done("organization", "history", "--json", today="2028-01-03").out == first.out
    assert ceulog.done("organization", "history", "AAPC", today="2027-01-03").out == ""


def test_what_a_closed_cycle_counted_is_no_fault_of_the_next_one(empty: Ceulog) -> None:
    hold(empty, "CPC", "2027-03-31", "2027-03-20", earned="2019-05-14")
    empty.done("organization", "set", "AAPC", "--extension", "2027-05-31", today="2027-04-02")
    for title, day, ceus in [
        ("Long", "2026-03-01", "32"),
        ("In March", "2027-03-20", "2"),
        ("In May", "2027-05-20", "2"),
    ]:
        empty.done("add", title, "--ceus", ceus, "--date", day, today="2027-06-02")
    empty.done("organization", "renew", "AAPC", today="2027-06-02")
    assert "does not count" not in empty("check", today="2027-06-02").out
    why = empty.done("why", "CPC", today="2027-06-02").out
    assert "“In May”, May 20, 2027: counted in the renewal period to May 31, 2027, which is closed" in why
    assert "If a date or an index number is wrong" not in why
    entry = empty.done("list", "--json", "--search", "May", today="2027-06-02").json[0]["id"]
    assert (
        "AAPC:         counted in the renewal period to May 31, 2027"
        in empty.done("show", entry, today="2027-06-02").out
    )
    log = Logbook(empty.folder, shipped(), today=lambda: dt.date(2027, 6, 2), new_id=ids())
    assert uncounted(log.progress()) == {}
    (progress,) = log.progress()
    lines = entry_lines(log.state.activities[entry], EntrySetting((progress,), shipped(), progress.on), 60)
    assert "2 CEUs, counted in the renewal period to" in "\n".join(map(text_of, lines))


def test_what_is_planned_for_after_the_cycle_brings_it_nothing(ceulog: Ceulog) -> None:
    for title, day in (("in", "2027-03-31"), ("after", "2027-04-01")):
        ceulog.done("add", title, "--ceus", "3", "--planned", "--date", day, "--for", "AAPC")
    why = ceulog.done("why", "CPC").out
    assert "1 entry, 3 CEUs; they would bring it to 3" in why
    assert "1 entry, 3 CEUs, after the end of this renewal period" in why


def test_an_entry_of_a_closed_cycle_in_the_trash_keeps_its_number(empty: Ceulog) -> None:
    hold(empty, "CPC", "2027-03-31", "2026-11-23", earned="2019-05-14")
    empty.done("add", "big", "--ceus", "36", "--date", "2026-03-01", today="2027-04-20")
    key = empty.done(
        "add", "march", "--ceus", "2", "--index-number", "X", "--date", "2027-03-20", today="2027-04-20"
    ).id
    empty.done("organization", "renew", "AAPC", today="2027-04-20")
    empty.done("add", "again", "--ceus", "1", "--index-number", "X", today="2027-04-20")
    empty.done("remove", key, today="2027-04-20")
    why = empty.done("why", "CPC", today="2027-04-20").out
    assert "in the trash, but counted in the renewal period to Mar 31, 2027, which is closed" in " ".join(why.split())
    assert "keeps no other entry" not in why


def test_a_cycle_that_is_still_to_begin_begins(empty: Ceulog) -> None:
    hold(empty, "CPC", "2028-11-30", "2026-11-23", earned="2019-05-14")
    said = empty.done("add", "Denials", "--ceus", "1").err
    assert "Nov 23, 2026 is before this renewal period, which begins on Dec 1, 2026" in said
    assert "before this renewal period, which begins on Dec 1, 2026" in empty.done("why", "CPC").out


def test_settings_can_be_taken_out_again(ceulog: Ceulog) -> None:
    ceulog.done("organization", "set", "AAPC", "--edition", "aapc-2008", "--extension", "2027-06-30",
                "--dues-date", "2027-01-31", "--dues-amount", "$205")  # fmt: skip
    assert (ceulog.organization("AAPC")["edition"], ceulog.organization("AAPC")["needed"]) == ("aapc-2008", "36")
    ceulog.done("organization", "set", "AAPC", "--edition", "none", "--extension", "NONE", "--dues-amount", "none",
                "--dues-date", "none")  # fmt: skip
    aapc = ceulog.organization("AAPC")
    assert aapc["edition"] == "aapc-2017"
    assert "extension" not in aapc["cycle"]
    ceulog.done("organization", "set", "AHIMA", "--share", "off")
    assert ceulog.organization("AHIMA")["requirements"] == []
    ceulog.done("organization", "set", "AHIMA", "--share", "none")
    assert len(ceulog.organization("AHIMA")["requirements"]) == 1
    assert "no edition x" in ceulog.refused("organization", "set", "AAPC", "--edition", "x")
    assert "needs the organization's code" in ceulog.refused("organization", "set", code=2)


def test_dues_come_round_every_year(ceulog: Ceulog) -> None:
    assert "Say first on which day" in ceulog.refused("organization", "set", "AAPC", "--dues-paid")
    ceulog.done("organization", "set", "AAPC", "--dues-date", "2026-12-31", "--dues-amount", "205.50")
    assert "AAPC: dues of USD 205.50 on Dec 31, 2026, due in 38 days." in ceulog.done("status").err
    assert ceulog.done("status", "--json").err == ""
    ceulog.done("organization", "set", "AAPC", "--dues-paid")
    assert "dues" not in ceulog.done("status").err
    assert "Dues of USD 205.50 on Dec 31, 2027" in ceulog.done("why", "CPC").out


def test_a_first_period_may_be_prorated(empty: Ceulog) -> None:
    answer = empty.done("credential", "add", "CPC", "--earned", "2025-09-01", "--cycle-end", "2027-03-31")
    assert "asks for less in a first renewal period" in answer.err
    assert "asks for less" in empty.done("why", "CPC").out
    empty.done("credential", "set", "CPC", "--required", "27.5", "--reason", "my tracker says 27.5: pro-rated")
    why = empty.done("why", "CPC").out
    assert "You set 27.5 instead of 36" in why
    assert "asks for less" not in why


def test_why_as_json_has_what_lies_ahead(ceulog: Ceulog) -> None:
    found = ceulog.done("why", "CPC", "--json").json
    assert found["advice"]["a_month"] == "9"
    assert set(found["advice"]["next_activity"]["organizations"]) == {"AAPC", "AHIMA"}
    assert {"2027-02-28", "2027-03-31", "2027-06-29"} <= {each["date"] for each in found["dates"]}
    assert {"A3", "A4"} <= {each["tag"] for each in found["references"]}
    assert found["news"] is None


def test_the_catalog_is_searched_by_words(empty: Ceulog) -> None:
    assert "COC      AAPC   core" in empty.done("credential", "catalog", "cpc-h").out
    specific = empty.done("credential", "catalog", "specific aapc").out
    assert [line.split()[0] for line in specific.splitlines()] == ["CPMA", "CPCO", "CPPM", "CDEO", "CIRCC"]
    assert "no longer awarded, still kept up" in empty.done("credential", "catalog", "PCS").out
    assert "name not confirmed" in empty.done("credential", "catalog", "CFPC").out
    assert "No credential in the catalog fits" in empty.done("credential", "catalog", "zzz").err
    (pcs,) = json.loads(empty.done("credential", "catalog", "pcs", "--json").out)
    assert (pcs["group"], pcs["status"], pcs["source"]) == ("coding", "maintained", "H1")


def test_a_tick_of_one_day_is_taken_out_alone(empty: Ceulog) -> None:
    hold(empty, "CCS", "2019-12-31", "2019-06-15")
    empty.done("tick", "CCS", "--date", "2018-05-01", today="2019-06-15")
    empty.done("tick", "CCS", "--date", "2019-02-01", today="2019-06-15")
    empty.done("tick", "CCS", "--off", "--date", "2019-02-01", today="2019-06-15")
    (ahima,) = empty.done("status", "--json", today="2019-06-15").json["organizations"]
    assert (ahima["credentials"][0]["requirements"][1]["done"], ahima["earned"]) == (1, "5")
    assert "open already" in empty.done("tick", "CCS", "--off", "--date", "2019-02-01", today="2019-06-15").err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("set", "CPC", "--minimum", "10", "--reason", "x"), "no minimum to set"),
        (("set", "CCS", "--minimum", "15", "--reason", "x"), "no minimum to set"),
        (("set", "CPC", "--self-assessment", "optional"), "no self-assessment"),
        (("set", "CPC", "--required", "0", "--reason", "x"), "cannot be owed"),
        (("set", "CPC", "--required", "1001", "--reason", "x"), "cannot be owed"),
        (("add", "RHIA", "--earned", "2026-01-01", "--self-assessment", "optional"), "no self-assessment"),
    ],
)
def test_what_would_change_nothing_is_refused(ceulog: Ceulog, arguments: Sequence[str], sentence: str) -> None:
    assert sentence in ceulog.refused("credential", *arguments)


def test_a_first_award_after_its_own_cycle_is_refused(empty: Ceulog) -> None:
    said = empty.refused("credential", "add", "CPC", "--earned", "2026-04-10", "--cycle-end", "2025-03-31")
    assert "after the renewal period" in said


def test_too_few_minutes_for_one_body_are_said(ceulog: Ceulog) -> None:
    answer = ceulog.done("add", "Short talk", "--minutes", "30")
    assert "30 minutes grant no CEUs at AHIMA" in answer.err
    assert ceulog.listed()[0]["credits"] == {"AAPC": "0.5"}
    assert "grant no CEUs" not in ceulog.done("add", "Talk", "--minutes", "30", "--for", "AAPC").err


def test_a_plan_with_the_same_number_takes_nothing_over(ceulog: Ceulog) -> None:
    ceulog.done("add", "Plan", "--ceus", "4", "--date", "2026-01-01", "--index-number", "Q", "--planned")
    said = ceulog.done("add", "Done", "--ceus", "2", "--date", "2026-02-01", "--index-number", "Q").err
    assert "which is planned: one of them will count" in said
    assert "no longer counts" not in said
    aapc = ceulog.organization("AAPC")
    assert (aapc["earned"], aapc["planned"]) == ("2", "2")


def test_edits_and_removals_say_that_a_closed_cycle_stays(ceulog: Ceulog) -> None:
    key = ceulog.done("add", "Conference", "--ceus", "22", "--for", "AHIMA", "--provided-by", "ahima").id
    ceulog.done("tick", "CCS")
    ceulog.done("organization", "renew", "AHIMA", today="2027-01-02")
    before = ceulog.done("export", "--cycle", "previous", today="2027-01-02").out
    assert "stays as it was" in ceulog.done("edit", key, "--title", "Congress", today="2027-01-02").err
    assert "stays as it was" in ceulog.done("remove", key, today="2027-01-02").err
    assert ceulog.done("export", "--cycle", "previous", today="2027-01-02").out == before


def test_a_credential_that_a_closed_cycle_knows_can_still_be_handed_over(ceulog: Ceulog, tmp_path: Path) -> None:
    after = "2027-01-02"
    ceulog.done("add", "Charts", "--ceus", "2", "--date", "2026-03-10", "--for", "AHIMA")
    ceulog.done("organization", "renew", "AHIMA", today=after)
    ceulog.done("credential", "remove", "CCS", today=after)
    found = ceulog.done("export", "-", "--credential", "ccs", "--cycle", "previous", today=after).out.splitlines()
    assert [",CCS," in each for each in found[1:]] == [True]
    page, packet = tmp_path / "x.html", tmp_path / "x.zip"
    ceulog.done("export", str(page), "--credential", "ccs", "--cycle", "previous", today=after)
    assert "<h1>CCS: " in page.read_text(encoding="utf-8")
    ceulog.done("packet", str(packet), "--credential", "ccs", "--cycle", "previous", today=after)
    with zipfile.ZipFile(packet) as archive:
        assert archive.namelist()[0] == "CCS_2025-01_2026-12/log.csv"
    assert "You do not hold RHIA" in ceulog.refused("export", "-", "--credential", "RHIA", today=after)


def test_each_number_keeps_its_own_reason(ceulog: Ceulog) -> None:
    ceulog.done("credential", "add", "CPMA", "--earned", "2024-01-01", "--required", "5", "--reason", "one",
                "--minimum", "9", "--reason", "two")  # fmt: skip
    found = ceulog.done("why", "CPMA", "--json").json["overrides"]
    assert [(each["of"], each["ceus"], each["reason"]) for each in found] == [
        ("required", "5", "one"), ("minimum", "9", "two"),
    ]  # fmt: skip
    ceulog.done("credential", "set", "CPMA", "--minimum", "8", "--required", "6", "--reason", "for both")
    found = ceulog.done("why", "CPMA", "--json").json["overrides"]
    assert [each["reason"] for each in found] == ["for both", "for both"]


def test_words_of_the_catalog_need_no_quotes_and_a_code_is_one(ceulog: Ceulog) -> None:
    assert ceulog.done("credential", "catalog", "coder", "payer").out.startswith("CPC-P ")
    assert "one too many" in ceulog.refused("credential", "set", "CPC", "CCS", code=2)
    assert "is not an amount of money" in ceulog.refused("organization", "set", "AAPC", "--dues-amount", "-5", code=2)


def test_what_is_still_to_earn_adds_up_the_minimums(empty: Ceulog) -> None:
    hold(empty, "CPMA CEMC CCC", "2027-03-31", "2026-11-23")
    empty.done("add", "General", "--ceus", "44", "--date", "2026-05-05")
    for code in ("CPMA", "CCC"):
        assert "32 CEUs still to earn at AAPC: 8 a month" in empty.done("why", code).out
        advice = empty.done("why", code, "--json").json["advice"]
        assert (advice["still_to_earn"], advice["a_month"]) == ("32", "8")


def test_a_plan_whose_day_is_past_is_asked_about(ceulog: Ceulog) -> None:
    ceulog.done("add", "Plan", "--ceus", "4", "--date", "2026-11-20", "--planned")
    ceulog.done("add", "Later", "--ceus", "4", "--date", "2026-12-20", "--planned")
    assert "`ceulog edit ID --attended` confirms" in ceulog.done("why", "CPC").out


def test_a_box_of_a_cycle_that_is_over_wants_its_day_as_on_the_screen(ceulog: Ceulog) -> None:
    late = "2027-01-10"
    said = ceulog.refused("tick", "CCS", today=late)
    assert "`ceulog tick CCS --date 2026-12-31`" in said
    assert ceulog.done("tick", "CCS", "--date", "2026-12-31", today=late).err.startswith("Ticked")
    assert "ticked already" in ceulog.done("tick", "CCS", today=late).err
    assert "not in the current cycle" in ceulog.done("tick", "CCS", "--date", late, today=late).err


def test_what_is_missing_is_said_as_it_is(ceulog: Ceulog) -> None:
    answer = ceulog.done("add", "Only AAPC says a number", "--credit", "AAPC=1")
    assert answer.err == "Neither CEUs nor minutes were given for AHIMA, so it is not credited there.\n"
    refused = ceulog.refused("add", "For nobody", "--minutes", "90", "--for", "")
    assert refused == (
        "90 minutes grant no CEUs where no organization is named; give the CEUs printed on the certificate.\n"
    )
