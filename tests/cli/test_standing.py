"""What the holder holds: credentials, organizations, cycles, the holder's name."""

from tests.cli.conftest import Ceulog


def test_a_second_credential_takes_over_the_cycle(ceulog: Ceulog) -> None:
    assert "Leave the cycle out" in ceulog.refused(
        "credential", "add", "CPMA", "--earned", "2024-01-01", "--cycle-end", "2027-04-30"
    )
    ceulog.done("credential", "add", "cpma", "--earned", "2024-01-01")
    aapc = ceulog.organization("AAPC")
    assert aapc["needed"] == "40"
    assert [each["code"] for each in aapc["credentials"]] == ["CPC", "CPMA"]
    assert [each["code"] for each in ceulog.done("credential", "list", "--json").json] == ["CPC", "CCS", "CPMA"]


def test_a_month_of_the_wrong_year_is_remarked(empty: Ceulog) -> None:
    answer = empty.done("credential", "add", "CPC", "--earned", "2019-05-14", "--cycle-end", "2026-03-31")
    assert "Please check" in answer.err
    assert answer.out == ""


def test_the_start_is_reckoned_from_month_end_to_month_end(empty: Ceulog) -> None:
    empty.done("credential", "add", "CPC", "--earned", "2019-05-14", "--cycle-end", "2026-02-28")
    assert empty.organization("AAPC")["cycle"]["start"] == "2024-03-01"


def test_what_was_logged_outlives_its_credential(ceulog: Ceulog) -> None:
    ceulog.done("add", "x", "--ceus", "1")
    ceulog.done("credential", "remove", "CPC")
    assert [each["code"] for each in ceulog.done("credential", "list", "--json").json] == ["CCS"]
    assert ceulog.listed()[0]["credits"] == {"AAPC": "1", "AHIMA": "1"}
    ceulog.done("undo")
    assert ceulog.organization("AAPC")["earned"] == "1"


def test_setting_corrects(ceulog: Ceulog) -> None:
    ceulog.done("credential", "set", "CPC", "--earned", "2020-01-01", "--cycle-end", "2027-05-31")
    assert ceulog.organization("AAPC")["cycle"]["end"] == "2027-05-31"
    assert "Nothing was different" in ceulog.done("credential", "set", "CPC", "--earned", "2020-01-01").err


def test_the_catalog_names_what_can_be_held(empty: Ceulog) -> None:
    codes = {each["code"] for each in empty.done("credential", "catalog", "--json").json}
    assert {"CPC", "CPMA", "CCS", "RHIA"} <= codes
    assert "CPMA" in empty.done("credential", "catalog", "cpma").out


def test_a_cycle_is_closed_after_its_end_and_stays_as_it_was(ceulog: Ceulog) -> None:
    ceulog.done("add", "AHIMA course", "--ceus", "12", "--for", "AHIMA")
    assert "stays open" in ceulog.refused("organization", "renew", "AHIMA")
    later = "2027-01-10"
    assert ceulog.organization("AHIMA", today=later)["state"] == "overdue"
    ceulog.done("organization", "renew", "ahima", today=later)
    ahima = ceulog.organization("AHIMA", today=later)
    assert (ahima["cycle"]["start"], ahima["cycle"]["end"], ahima["earned"]) == ("2027-01-01", "2028-12-31", "0")
    assert [each["title"] for each in ceulog.listed("--cycle", "previous")] == ["AHIMA course"]
    assert "AHIMA course" in ceulog.done("export", "--cycle", "previous", today=later).out
    ceulog.done("undo", today=later)
    assert ceulog.organization("AHIMA", today=later)["cycle"]["end"] == "2026-12-31"


def test_organization_settings(ceulog: Ceulog) -> None:
    ceulog.done("organization", "set", "AHIMA", "--share", "off", "--member-id", "M1", "--dues-date", "-3d")
    assert not any(each["required"] for each in ceulog.organization("AHIMA")["requirements"])
    ceulog.done("organization", "set", "AAPC", "--extension", "2027-06-30")
    assert ceulog.organization("AAPC")["cycle"]["extension"] == "2027-06-30"
    ceulog.done("undo")
    assert "extension" not in ceulog.organization("AAPC")["cycle"]


def test_the_holder_has_a_name(ceulog: Ceulog) -> None:
    ceulog.done("holder", "set", "--name", "Dana \x1b[31mCoder")
    assert "Dana" in ceulog.file.read_text()
    assert "\\u001b" not in ceulog.file.read_text()
    ceulog.done("undo")
    ceulog.done("redo")


def test_locate_says_where(empty: Ceulog) -> None:
    assert empty.done("locate").out.strip() == str(empty.folder)
    assert empty.done("--log", "elsewhere", "locate").out.strip().endswith("elsewhere")
