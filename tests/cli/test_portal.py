"""`portal`: marking, listing, the crib sheet, and what an organization asks for."""

import pytest

from tests.cli.conftest import Ceulog

TITLE = "E/M \x1b[31mupdate"


@pytest.fixture
def logged(ceulog: Ceulog) -> tuple[Ceulog, str, str]:
    """A log with an entry of both organizations, and one of AAPC alone."""
    both = ceulog.done(
        "add", TITLE, "--ceus", "1.5", "--date", "2026-10-01", "--index-number", "SMP1", "--domain", "22",
        "--provided-by", "csa", "--type", "webinar", "--sponsor", "S;T",
    ).id  # fmt: skip
    own = ceulog.done("add", "Chapter meeting", "--ceus", "1", "--date", "2026-11-10", "--for", "AAPC").id
    ceulog.done("add", "Later", "--ceus", "1", "--date", "2026-12-10", "--planned")
    return ceulog, both, own


def standings(ceulog: Ceulog, code: str) -> dict[str, str]:
    found = ceulog.done("portal", "--organization", code, "--json").json["organizations"]
    return {each["title"]: each["state"] for each in found[0]["entries"]}


def test_entries_are_marked_listed_and_taken_back(logged: tuple[Ceulog, str, str]) -> None:
    ceulog, both, own = logged
    assert "AAPC  renewal period to Mar 31, 2027: 2 not entered" in ceulog.done("portal").out
    assert ceulog.done("portal", both, own, "--organization", "aapc", "--entered", "--date", "11/12/2026").err == (
        "Marked 2 activities as entered at AAPC.\nAAPC  renewal period to Mar 31, 2027: 2 entered.\n"
    )
    ceulog.done("portal", both[:8], "--organization", "AAPC", "--verified")
    ceulog.done("portal", "--all", "--organization", "AAPC", "--submitted")
    # what is verified already is not taken back by what is said of all
    assert standings(ceulog, "AAPC") == {"E/M  [31mupdate": "verified", "Chapter meeting": "submitted"}
    assert standings(ceulog, "AHIMA") == {"E/M  [31mupdate": "logged"}
    ceulog.done("undo")
    assert standings(ceulog, "AAPC")["Chapter meeting"] == "entered"
    shown = ceulog.done("portal", "--organization", "AAPC").out
    assert f"    {own[:8]}  2026-11-10      1  Chapter meeting  entered Nov 12, 2026" in shown.splitlines()
    assert "AAPC portal:  entered Nov 12, 2026" in ceulog.done("show", own).out
    assert [each["title"] for each in ceulog.listed("--search", "portal:verified")] == ["E/M  [31mupdate"]
    assert "correct it there too" in ceulog.done("edit", own, "--title", "Chapter meeting: audits").err


def test_all_of_a_day_leaves_out_what_was_completed_later(logged: tuple[Ceulog, str, str]) -> None:
    ceulog, _, _ = logged
    ceulog.done("portal", "--all", "--organization", "AAPC", "--submitted", "--date", "2026-11-01")
    assert standings(ceulog, "AAPC")["Chapter meeting"] == "logged"


def test_the_crib_sheet_has_the_order_and_the_words_of_the_form(logged: tuple[Ceulog, str, str]) -> None:
    ceulog, both, own = logged
    sheet = ceulog.done("portal", "--organization", "AHIMA", "--crib").out
    assert "\x1b" not in sheet
    assert sheet.splitlines()[2:] == [
        "",
        f"1 of 1, {both[:8]}",
        "  Date granted:       2026-10-01",
        "  Units:              1.5",
        "  Title:              E/M  [31mupdate",
        "  Education category: Revenue Cycle Management",
        "  Activity type:      Component State Association (CSA)",
        "  Education type:     Webinar",
        "  Sponsor:            S;T",
        "  Certificate:        (none attached yet)",
    ]
    sheet = ceulog.done("portal", own, "--organization", "AAPC", "--crib").out
    assert "  Index number: (none: answer No to the question for it)" in sheet
    ceulog.done("portal", own, both, "--organization", "AAPC", "--entered")
    assert ceulog.done("portal", "--organization", "AAPC", "--crib").out == (
        "AAPC, Add CEUs: nothing is left to be entered\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--all", "--entered"), 2, "Say whose portal it is with --organization"),
        (("--entered", "--organization", "AAPC"), 2, "Give the ids of the activities, or --all"),
        (("--all", "--organization", "AAPC"), 2, "Say as what they are to be marked"),
        (("--all", "--entered", "--organization", "ACDIS"), 1, "You hold no credential of ACDIS"),
        (("--all", "--entered", "--organization", "AAPC", "--date", "2026-12-01"), 1, "still to come"),
    ],
)
def test_what_is_not_said_is_asked_for(
    logged: tuple[Ceulog, str, str], arguments: tuple[str, ...], code: int, says: str
) -> None:
    assert says in logged[0].refused("portal", *arguments, code=code)


def test_a_closed_cycle_is_verified_afterwards(ceulog: Ceulog) -> None:
    ceulog.done("add", "Course", "--ceus", "36", "--for", "AAPC", "--date", "2026-05-01")
    ceulog.done("organization", "renew", "AAPC")
    before = ceulog.done("organization", "history", "AAPC", "--json").out
    ceulog.done("portal", "--all", "--cycle", "previous", "--organization", "AAPC", "--verified")
    assert "1 verified" in ceulog.done("portal", "--cycle", "previous").out
    assert ceulog.done("organization", "history", "AAPC", "--json").out == before
    rows = ceulog.done("export", "--cycle", "previous").out
    assert ",verified," in rows


def test_what_an_organization_asks_for_stands_everywhere_until_it_is_answered(ceulog: Ceulog) -> None:
    said = ceulog.done("organization", "set", "AAPC", "--verification-asked", "2026-11-03").err
    assert "30 days to answer would be by Dec 3, 2026 (AAPC blog of 2008 [A5]; low confidence)" in said
    before = ceulog.organization("AAPC")
    words = "AAPC asked for your certificates on Nov 3, 2026; answer by Dec 5, 2026, due in 12 days"
    ceulog.done("organization", "set", "AAPC", "--verification-due", "2026-12-05")
    assert words in ceulog.done("status").err
    assert words in ceulog("check").out
    assert words in " ".join(ceulog.done("why", "CPC").out.split())
    assert ceulog.organization("AAPC") == before
    ceulog.done("calendar", str(ceulog.folder.parent / "a.ics"))
    file = (ceulog.folder.parent / "a.ics").read_text("utf-8")
    assert "SUMMARY:AAPC: last day to answer its verification\r\n" in file.replace("\n", "\r\n").replace("\r\r", "\r")
    assert "before it was asked" in ceulog.refused("organization", "set", "AAPC", "--verification-due", "2026-11-01")
    ceulog.done("organization", "set", "AAPC", "--verification-asked", "none")
    assert "certificates on" not in ceulog.done("status").err
    assert "answer" not in ceulog.done("organization", "set", "AHIMA", "--verification-asked", "today").err.replace(
        "last day for the answer", ""
    )


def test_check_and_the_packet_say_what_is_not_entered_and_not_verified(logged: tuple[Ceulog, str, str]) -> None:
    ceulog, both, own = logged

    def kinds(today: str) -> dict[str, list[str]]:
        found = ceulog("check", "--json", today=today).json["findings"]
        wanted = ("not-entered", "not-verified", "questioned", "verification")
        return {f"{each['kind']} {each['organization']}": each["what"] for each in found if each["kind"] in wanted}

    assert kinds("2026-11-15") == {}  # 46 days before the cycle of AHIMA ends
    assert kinds("2026-11-16") == {"not-entered AHIMA": [both]}
    ceulog.done("portal", both, own, "--organization", "AAPC", "--submitted")
    ceulog.done("portal", both, "--organization", "AHIMA", "--questioned")
    assert kinds("2026-11-23") == {"not-verified AAPC": [both, own], "questioned AHIMA": []}
    target = ceulog.folder.parent / "a.zip"
    ceulog.done("packet", str(target))
    data = target.read_bytes().decode("utf-8", "replace")
    assert "AAPC, in its portal: 2 submitted" in data
    assert "AHIMA, in its portal: 1 questioned" in data
    assert "Not verified: row 2, 2026-10-01, E/M  [31mupdate, submitted 2026-11-23" in data


def test_a_body_may_be_named_as_people_say_it(ceulog: Ceulog) -> None:
    entry = ceulog.done("add", "Talk", "--ceus", "1", "--date", "2026-10-07").id
    assert "Talk" in ceulog.done("portal", "aapc", "--crib").out
    ceulog.done("portal", "aapc", entry, "--entered")
    assert "1 entered" in ceulog.done("portal", "AAPC").out
    assert "1 entered" not in ceulog.done("portal", "AHIMA").out
