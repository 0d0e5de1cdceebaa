"""Entries without a certificate: how long they wait, whom to ask, and when it was asked for."""

from tests.cli.conftest import Ceulog

ADD = ("add", "Talk", "--ceus", "1", "--date", "2026-10-07", "--sponsor", "Sample [b]", "--for", "AAPC")
WAITING = "Waiting for 47 days; "


def test_the_age_and_whom_to_ask_are_said(ceulog: Ceulog) -> None:
    entry = ceulog.done(*ADD).id
    assert f"and a certificate. {WAITING}ask Sample [b]." in ceulog("check").out
    assert "none attached; waiting for 47 days; ask Sample [b]" in ceulog.done("show", entry).out
    ceulog.done("edit", entry, "--certificate-asked", "-3d")
    assert f"{WAITING}asked for on Nov 20, 2026, 3 days ago." in ceulog("check").out
    ceulog.done("edit", entry, "--certificate-asked", "")
    assert f"{WAITING}ask Sample [b]." in ceulog("check").out


def test_what_is_new_planned_or_proved_is_left_in_peace(ceulog: Ceulog) -> None:
    ceulog.done("add", "New", "--ceus", "1", "--for", "AAPC")
    ceulog.done("add", "Plan", "--ceus", "1", "--date", "2026-12-01", "--planned")
    said = ceulog("check").out
    assert "its sponsor and a certificate. Waiting since today.\n" in said
    assert "Plan" not in said


def test_the_day_goes_out_and_comes_back(ceulog: Ceulog) -> None:
    ceulog.done(*ADD, "--certificate-asked", "2026-11-01")
    exported = ceulog.done("export", "-", "--cycle", "all").out
    path = ceulog.folder.parent / "log.csv"
    path.write_text(exported, encoding="utf-8", newline="")
    ceulog.done("remove", ceulog.listed()[0]["id"])
    other = Ceulog(ceulog.folder.parent / "other", ceulog._capsys).holding_both()
    other.done("import", str(path))
    assert "asked for on Nov 1, 2026" in other("check").out
    assert other.done("export", "-", "--cycle", "all").out == exported
