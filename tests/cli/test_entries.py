"""Logging, finding, correcting and trashing activities."""

import json

import pytest

from tests.cli.conftest import Ceulog


def test_add_prints_the_id_alone(ceulog: Ceulog) -> None:
    answer = ceulog.done("add", "E/M update", "--ceus", "1.5", "--date", "yesterday", "--type", "webinar")
    assert len(answer.out.splitlines()) == 1
    found = ceulog.listed()[0]
    assert found["id"] == answer.id
    assert (found["date"], found["type"], found["credits"]) == (
        "2026-11-22",
        "webinar",
        {"AAPC": "1.5", "AHIMA": "1.5"},
    )


@pytest.mark.parametrize(
    ("given", "day"),
    [
        (["--date", "2026-11-20"], "2026-11-20"),
        (["--date", "11/20/2026"], "2026-11-20"),
        (["--date", "today"], "2026-11-23"),
        (["--date", "yesterday"], "2026-11-22"),
        (["--date", "-3d"], "2026-11-20"),
        (["--date=-3d"], "2026-11-20"),
        (["--date", "-2w"], "2026-11-09"),
        ([], "2026-11-23"),
    ],
)
def test_dates_in_every_form(ceulog: Ceulog, given: list[str], day: str) -> None:
    ceulog.done("add", "x", "--ceus", "1", *given)
    assert ceulog.listed()[0]["date"] == day


def test_today_takes_every_form_too(ceulog: Ceulog) -> None:
    assert ceulog.done("--today", "-3d", "status", "--json").json["on"] == "2026-11-20"
    assert ceulog.done("--today", "11/20/2026", "status", "--json").json["on"] == "2026-11-20"
    assert "--today" in ceulog.refused("--today", "someday", "status", code=2)


@pytest.mark.parametrize(
    "arguments",
    [
        ["add"], ["add", "x", "--ceus", "two"], ["add", "x", "--ceus", "NaN"],
        ["add", "x", "--ceus", "-1"], ["add", "x", "--ceus", "1", "--date", "31/12/2025"],
        ["add", "x", "--ceus", "1", "--date", "2026-02-30"], ["add", "x", "--ceus", "1", "--type", "party"],
        ["add", "x", "--ceus", "1", "--provided-by", "nobody"], ["add", "x", "--ceus", "1", "--credit", "AHIMA"],
        ["add", "x", "--ceus", "1", "--bogus"], ["add", "x", "y", "--ceus", "1"], ["edit"], ["show"], ["remove"],
        ["restore"], ["tick"], ["why"], ["bogus"], ["list", "--json", "--csv"], ["list", "--cycle", "never"],
        ["export", "--cycle", "never"], ["undo", "x"], ["credential"], ["credential", "add"],
        ["credential", "add", "CPMA"], ["credential", "set", "CPC", "--required", "27"],
        ["credential", "set", "CPC", "--minimum", "7"], ["credential", "set", "CPC", "--earned", "soon"],
        ["credential", "dance"], ["organization", "set"], ["organization", "renew"], ["holder"], ["holder", "set"],
        ["status", "--jso"], ["status", "--x\x1b]0;y\x07"], ["add", "x", "--date", ""], ["--log"], ["--bogus"],
    ],
)  # fmt: skip
def test_what_cannot_be_parsed_exits_2(ceulog: Ceulog, arguments: list[str]) -> None:
    said = ceulog.refused(*arguments, code=2)
    assert "\x1b" not in said
    assert "\x07" not in said


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "x"], ["add", "x", "--ceus", "0"], ["add", "x", "--ceus", "1", "--date", "2026-12-01"],
        ["add", "", "--ceus", "1"],
        ["add", "\x1b\x07", "--ceus", "1"], ["add", "x" * 501, "--ceus", "1"],
        ["add", "x", "--ceus", "1", "--for", "XYZ"], ["add", "x", "--ceus", "1", "--approved-for", "XYZ"],
        ["add", "x", "--ceus", "1", "--domain", "no such domain"], ["add", "x", "--ceus", "1", "--next-cycle"],
        ["add", "x", "--ceus", "1", "--certificate", "/no/such/file.pdf"], ["add", "x", "--minutes", "5"],
        ["show", "beef"], ["edit", "beef", "--title", "x"], ["remove", "beef"], ["restore", "beef"], ["redo"],
        ["tick", "CPC"], ["tick", "CCS", "dance"], ["tick", "CCS", "--date", "2026-12-24"], ["tick", "RHIA"],
        ["tick", "CCS", "--date", "2010-01-01"], ["export", "--credential", "RHIA"],
        ["credential", "add", "XYZ", "--earned", "2024-01-01"], ["credential", "add", "CPC", "--earned", "2024-01-01"],
        ["credential", "add", "CPMA", "--earned", "2024-01-01", "--cycle-end", "2027-04-30"],
        ["credential", "add", "CPMA", "--earned", "2027-01-01"], ["credential", "remove", "CPMA"],
        ["credential", "set", "CPMA", "--number", "1"],
        ["credential", "set", "CPC", "--cycle-start", "2027-04-01"],
        ["organization", "set", "XYZ"], ["organization", "set", "AAPC", "--edition", "nope"],
        ["organization", "set", "AAPC", "--extension", "2027-01-01"], ["organization", "set", "AAPC", "--share", "off"],
        ["organization", "renew", "AAPC"],
    ],
)  # fmt: skip
def test_what_is_refused_exits_1_and_changes_nothing(ceulog: Ceulog, arguments: list[str]) -> None:
    assert "!" not in ceulog.refused(*arguments)


def test_two_hundred_ceus_are_the_most(ceulog: Ceulog) -> None:
    ceulog.done("add", "x", "--ceus", "200")
    assert ceulog("add", "x", "--ceus", "200.5").code in (1, 2)


def test_minutes_give_the_ceus_each_organization_would(ceulog: Ceulog) -> None:
    ceulog.done("add", "x", "--minutes", "105")
    assert ceulog.listed()[0]["credits"] == {"AAPC": "1.5", "AHIMA": "2"}


def test_credits_of_each_organization(ceulog: Ceulog) -> None:
    key = ceulog.done("add", "x", "--ceus", "2", "--credit", "AHIMA=1").id
    assert ceulog.listed()[0]["credits"] == {"AAPC": "2", "AHIMA": "1"}
    ceulog.done("edit", key, "--for", "ahima")
    assert ceulog.listed()[0]["credits"] == {"AHIMA": "1"}
    ceulog.done("edit", key, "--for", "AAPC", "--for", "AHIMA", "--credit", "AAPC=1.5")
    assert ceulog.listed()[0]["credits"] == {"AAPC": "1.5", "AHIMA": "1"}


def test_an_id_or_enough_of_it_finds_the_entry(ceulog: Ceulog) -> None:
    key = ceulog.done("add", "Findable", "--ceus", "1").id
    for given in (key, key[:8], key.upper()):
        assert "Findable" in ceulog.done("show", given).out
    assert ceulog.done("show", key[:8], "--json").json["id"] == key
    ceulog.done("edit", key[:8], "--title", "Found")
    ceulog.done("remove", key[:8])
    assert ceulog.listed() == []
    assert "already" in ceulog.refused("remove", key)
    assert "trash" in ceulog.refused("edit", key, "--title", "x")
    ceulog.done("restore", key[:8])
    assert ceulog.listed()[0]["title"] == "Found"
    assert "not in the trash" in ceulog.refused("restore", key)


def test_an_empty_text_clears_a_field(ceulog: Ceulog) -> None:
    fields = {
        "sponsor": "S", "index-number": "X", "approved-for": "CPC", "domain": "22", "provided-by": "csa",
        "presenter": "P", "location": "L", "note": "N", "minutes": "90",
    }  # fmt: skip
    key = ceulog.done("add", "x", "--ceus", "1", *(part for k, v in fields.items() for part in (f"--{k}", v))).id
    assert all(ceulog.listed()[0][name] for name in ("sponsor", "domain", "minutes", "notes", "approved_for"))
    for name in fields:
        ceulog.done("edit", key, f"--{name}", "")
    found = ceulog.listed()[0]
    for name in fields:
        assert not found[{"note": "notes"}.get(name, name.replace("-", "_"))], name
    assert found["credits"] == {"AAPC": "1", "AHIMA": "1"}


def test_an_edit_that_says_nothing_writes_nothing(ceulog: Ceulog) -> None:
    key = ceulog.done("add", "x", "--ceus", "1").id
    before = ceulog.file.read_bytes()
    assert "Nothing was different" in ceulog.done("edit", key, "--title", "x").err
    assert ceulog.file.read_bytes() == before


def test_planned_then_attended(ceulog: Ceulog) -> None:
    key = ceulog.done("add", "x", "--ceus", "2", "--planned", "--date", "2026-12-01").id
    aapc = ceulog.organization("AAPC")
    assert (aapc["earned"], aapc["planned"]) == ("0", "2")
    assert "still to come" in ceulog.refused("edit", key, "--attended")
    ceulog.done("edit", key, "--attended", today="2026-12-02")
    assert ceulog.organization("AAPC", today="2026-12-02")["earned"] == "2"
    ceulog.done("edit", key, "--planned", today="2026-12-02")
    assert ceulog.listed()[0]["status"] == "planned"


def test_the_trash_is_listed_on_request(ceulog: Ceulog) -> None:
    assert ceulog.done("list", "--trash").err == "The trash is empty.\n"
    key = ceulog.done("add", "Denials", "--ceus", "1").id
    ceulog.done("add", "Appeals", "--ceus", "1")
    ceulog.done("remove", key)
    assert [each["title"] for each in ceulog.listed()] == ["Appeals"]
    assert [each["id"] for each in ceulog.listed("--trash")] == [key]
    assert key[:8] in ceulog.done("list", "--trash", "--search", "denials").out
    assert ceulog.done("list", "--trash", "--search", "appeals").err == "No activity fits.\n"


def test_what_contradicts_itself_or_names_nobody_is_said_so(ceulog: Ceulog) -> None:
    twice = ceulog.refused("add", "x", "--credit", "AHIMA=2", "--credit", "ahima=3", code=2)
    assert twice.startswith("--credit names AHIMA twice.")
    key = ceulog.done("add", "Denials", "--ceus", "1").id
    assert "When you hold a credential" not in ceulog.done("edit", key, "--for", "").err
    assert "names no file" in ceulog.refused("edit", key, "--certificate", "", code=2)
    asked = ceulog.refused("organization", "set", "AAPC", "--verification-asked", "2026-11-24")
    assert "cannot have asked on 2026-11-24" in asked


def test_a_day_without_its_year_is_the_next_one_where_it_is_still_to_come(ceulog: Ceulog) -> None:
    key = ceulog.done("add", "Conference", "--ceus", "6", "--planned", "--date", "Dec 8").id
    assert ceulog.listed()[0]["date"] == "2026-12-08"
    ceulog.done("edit", key, "--date", "12/9")
    assert ceulog.listed()[0]["date"] == "2026-12-09"
    ceulog.done("edit", key, "--attended", "--date", "11/9")
    ceulog.done("add", "Webinar", "--ceus", "1", "--date", "Dec 8")
    assert [each["date"] for each in ceulog.listed()] == ["2026-11-09", "2025-12-08"]
    asked = ("--verification-asked", "Nov 20", "--verification-due", "Dec 20", "--dues-date", "Mar 31")
    ceulog.done("organization", "set", "AAPC", *asked)
    (aapc,) = (each for each in json.loads(ceulog.file.read_text())["memberships"].values() if each["id"] and
               each["organization"] == "AAPC")  # fmt: skip
    days = ("verification_asked", "verification_due", "dues_date")
    assert [aapc[each] for each in days] == ["2026-11-20", "2026-12-20", "2027-03-31"]


def test_a_value_may_begin_with_a_dash(ceulog: Ceulog) -> None:
    ceulog.done("add", "Denials", "--ceus", "1", "--type", "quiz", "--note", "-bullet", "--date", "-3d")
    ceulog.done("add", "Appeals", "--ceus", "1")
    assert [each["title"] for each in ceulog.listed("--search", "-type:quiz")] == ["Appeals"]
    assert [each["notes"] for each in ceulog.listed("--search", "-appeals")] == ["-bullet"]


def test_the_next_cycle_in_the_renewal_month_only(empty: Ceulog) -> None:
    empty.done("credential", "add", "CPC", "--earned", "2019-05-14", "--cycle-end", "2026-11-30")
    key = empty.done("add", "x", "--ceus", "1", "--next-cycle").id
    assert empty.organization("AAPC")["excluded"][0]["reason"] == "next-cycle"
    empty.done("edit", key, "--no-next-cycle")
    assert empty.organization("AAPC")["earned"] == "1"
    assert "month" in empty.refused("add", "y", "--ceus", "1", "--date", "2026-10-31", "--next-cycle")


def test_what_will_not_count_is_kept_and_said(ceulog: Ceulog) -> None:
    early = ceulog.done("add", "early", "--ceus", "1", "--for", "AAPC", "--date", "2025-03-01")
    assert "will not count for AAPC" in early.err
    ceulog.done("add", "one", "--ceus", "1", "--index-number", "AB 1", "--for", "AAPC", "--date", "2026-01-01")
    again = ceulog.done("add", "two", "--ceus", "1", "--index-number", "ab1", "--for", "AAPC")
    assert "index number" in again.err
    alike = ceulog.done("add", "two", "--ceus", "1", "--for", "AAPC")
    assert "same title" in alike.err
    assert len(alike.out.splitlines()) == 1
    assert len(ceulog.listed()) == 4


def test_without_a_credential_it_is_kept_too(empty: Ceulog) -> None:
    answer = empty.done("add", "x", "--ceus", "1")
    assert "no organization" in answer.err
    assert empty.listed()[0]["ceus"] == "1"


def test_a_certificate_is_copied(ceulog: Ceulog) -> None:
    proof = ceulog.folder.parent / "proof.pdf"
    proof.write_bytes(b"%PDF-1.4 something")
    ceulog.done("add", "x", "--ceus", "1", "--certificate", str(proof))
    [name] = ceulog.listed()[0]["certificates"]
    assert (ceulog.folder / "certificates" / name).read_bytes() == proof.read_bytes()


def test_list_by_search_and_cycle(ceulog: Ceulog) -> None:
    ceulog.done("add", "Auditing basics", "--ceus", "1", "--type", "webinar")
    ceulog.done("add", "Old one", "--ceus", "1", "--date", "2024-01-05")
    assert [each["title"] for each in ceulog.listed()] == ["Auditing basics", "Old one"]
    assert [each["title"] for each in ceulog.listed("--search", "auditing")] == ["Auditing basics"]
    assert [each["title"] for each in ceulog.listed("--cycle", "current")] == ["Auditing basics"]
    assert ceulog.listed("--cycle", "previous") == []
    assert ceulog.done("list", "--csv").out.count("\r\n") == 3
    assert "No activity" in (answer := ceulog.done("list", "--search", "zzz")).err + answer.out


def test_a_title_that_begins_with_a_dash(ceulog: Ceulog) -> None:
    ceulog.done("add", "--ceus", "1", "--", "-3d imaging")
    assert ceulog.listed()[0]["title"] == "-3d imaging"


def test_what_was_set_apart_for_an_organization_stays_when_the_ceus_are_put_right(ceulog: Ceulog) -> None:
    key = ceulog.done("add", "x", "--ceus", "1.5", "--credit", "AHIMA=1").id
    answer = ceulog.done("edit", key, "--ceus", "2")
    assert ceulog.listed()[0]["credits"] == {"AAPC": "2", "AHIMA": "1"}
    assert "Set apart from the 2 CEUs: AHIMA 1; --credit ORG=N changes that." in answer.err
    ceulog.done("edit", key, "--ceus", "3", "--credit", "ahima=2.5")
    assert ceulog.listed()[0]["credits"] == {"AAPC": "3", "AHIMA": "2.5"}
    ceulog.done("edit", key, "--ceus", "4", "--for", "AAPC")
    assert ceulog.listed()[0]["credits"] == {"AAPC": "4"}
    plain = ceulog.done("add", "y", "--ceus", "1").id
    assert "Set apart" not in ceulog.done("edit", plain, "--ceus", "2").err
    assert ceulog.done("show", plain, "--json").json["credits"] == {"AAPC": "2", "AHIMA": "2"}


def test_two_hyphens_alone_are_a_value_like_any_other(ceulog: Ceulog) -> None:
    key = ceulog.done("add", "x", "--ceus", "1", "--note=--", "--sponsor=--").id
    assert [(each["notes"], each["sponsor"]) for each in ceulog.listed() if each["id"] == key] == [("--", "--")]
    for flag in ("--credit", "--date", "--type", "--minutes"):
        ceulog.refused("edit", key, f"{flag}=--", code=2)


def test_who_provided_it_is_read_in_any_case(ceulog: Ceulog) -> None:
    ceulog.done("add", "x", "--ceus", "1", "--provided-by", "AHIMA")
    assert ceulog.listed()[0]["provided_by"] == "ahima"
