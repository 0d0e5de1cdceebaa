"""The catalog: what is found by which words, and what stands beside a name where there is room."""

from pathlib import Path

import pytest

from ceulog.tui.forms.adoption import Offer, catalog, found
from ceulog.tui.forms.catalog_list import offer_line
from ceulog.tui.screens.wizard import Wizard
from tests.builders import a_log, shipped
from tests.tui.host import Host, a_logbook, screen_text
from tests.tui.own_body import READ, own_rules


def offer(code: str) -> Offer:
    return next(each for each in catalog(shipped(), a_log(held=())) if each.kind.code == code)


def line(code: str, width: int) -> str:
    return offer_line(offer(code), width, picked=False).plain


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        ("specialty cardiology", {"CCC"}),
        ("cpc-h", {"COC", "COC-A"}),
        ("aapc auditor", {"CPMA"}),
        ("specific compliance", {"CPCO"}),
    ],
)
def test_searching_finds_class_and_old_codes(wanted: str, codes: set[str]) -> None:
    assert {each.kind.code for each in found(catalog(shipped(), a_log(held=())), wanted)} == codes


def test_facts_are_cut_first_and_never_torn() -> None:
    assert line("CUC", 100).endswith("Certified Urology Coder  specialty, status not known, name not confirmed")
    assert line("CUC", 78).endswith("Certified Urology Coder  specialty, status not known")
    assert line("CUC", 60).endswith("Certified Urology Coder  specialty")
    assert line("CUC", 50).endswith("Certified Urology Coder")
    assert line("CPC", 100).endswith("Certified Professional Coder  core")


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_credentials_note_is_shown_below_the_list(tmp_path: Path, size: tuple[int, int]) -> None:
    logbook = a_logbook(tmp_path)
    app = Host(lambda: Wizard(logbook))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*"cpc-i")
        await pilot.pause()
        assert "No page says whether it counts in the number of certifications" in " ".join(screen_text(app).split())
        await pilot.press("backspace", "backspace")
        await pilot.pause()
        assert "No page says" not in screen_text(app)
        await pilot.press("x", "x")
        await pilot.pause()
        assert "No credential fits these words." in screen_text(app)


async def test_own_words_are_text(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    logbook.rulebook = own_rules()
    app = Host(lambda: Wizard(logbook))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.press(*"[/x]")
        await pilot.pause()
        text = screen_text(app)
        assert f"Name {READ}" in text
        assert f"Note {READ}" in text
        await pilot.press("enter")
        await pilot.pause()
        assert "award date" in screen_text(app)
