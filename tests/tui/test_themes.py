"""Colors: every theme gives every role one that can be read, and nothing is told by color alone."""

from itertools import combinations, product

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from ceulog.settings.values import row_of
from ceulog.tui.palettes import PALETTES, Palette, theme_name
from ceulog.tui.themes import role_variables, themes, variables_for

TEXTS = ("foreground", "muted", "accent", "behind", "overdue", "complete", "bar_preview")
GROUNDS = ("background", "surface", "field", "focus", "cursor", "cursor_blurred")
BARS = ("bar_earned", "bar_planned", "bar_preview", "bar_missing")
OWN = {name: palette for name, palette in PALETTES.items() if not name.startswith("terminal")}


def luminance(color: str) -> float:
    """The relative luminance of WCAG 2."""
    channels = [each / 255 for each in Color.parse(color).rgb]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def too_weak(palette: Palette, roles: tuple[str, ...], grounds: tuple[str, ...], least: float) -> list[str]:
    return [
        f"{role} on {ground}: {found:.2f}"
        for role, ground in product(roles, grounds)
        if (found := contrast(getattr(palette, role), getattr(palette, ground))) < least
    ]


def test_the_measure_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", OWN)
def test_every_text_can_be_read_wherever_it_stands(name: str) -> None:
    assert too_weak(OWN[name], TEXTS, GROUNDS, 7 if "contrast" in name else 4.5) == []


@pytest.mark.parametrize("name", OWN)
def test_every_part_of_a_bar_can_be_seen(name: str) -> None:
    assert too_weak(OWN[name], BARS, ("background", "surface"), 4.5 if "contrast" in name else 3) == []


@pytest.mark.parametrize("name", OWN)
def test_buttons_cursors_and_selections_can_be_read(name: str) -> None:
    palette = OWN[name]
    assert contrast(palette.background, palette.accent) >= (7 if "contrast" in name else 4.5)
    variables = next(each for each in themes() if each.name == f"ceulog-{name}").variables
    for front, back in (
        ("block-cursor-foreground", "block-cursor-background"),
        ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
        ("input-cursor-foreground", "input-cursor-background"),
        ("input-selection-foreground", "input-selection-background"),
        ("scrollbar", "scrollbar-background"),
    ):
        assert contrast(variables[front], variables[back]) >= (1.5 if front == "scrollbar" else 4.5), front


@pytest.mark.parametrize("name", OWN)
def test_what_means_different_things_has_different_colors(name: str) -> None:
    palette = OWN[name]
    meanings = [getattr(palette, each) for each in ("accent", "behind", "overdue", "complete", *BARS)]
    hues = [round(Color.parse(each).hsl.h * 360) for each in meanings[:5]]
    assert len(set(meanings)) == len(meanings)
    apart = [min(abs(one - other), 360 - abs(one - other)) for one, other in combinations(hues, 2)]
    assert min(apart) >= 20, hues


@pytest.mark.parametrize("name", ["terminal", "terminal-light"])
def test_the_terminal_s_own_colors_are_not_mixed(name: str) -> None:
    colors = PALETTES[name]._asdict()
    edge = colors.pop("panel_edge")
    style, blurred = colors.pop("cursor_style"), colors.pop("cursor_blurred_style")
    assert all(each.startswith("ansi_") for each in colors.values())
    assert (edge, style, blurred) == ("ascii ansi_default", "underline", "bold")


def test_the_setting_and_the_themes_name_the_same() -> None:
    row = row_of("theme")
    assert row is not None
    assert row.values == ("auto", *PALETTES)
    assert {each.name for each in themes()} == {f"ceulog-{name}" for name in PALETTES}


@pytest.mark.parametrize(
    ("choice", "colorfgbg", "name"),
    [
        ("auto", "", "ceulog-dark"),
        ("auto", "15;0", "ceulog-dark"),
        ("auto", "0;15", "ceulog-light"),
        ("auto", "0;default;15", "ceulog-light"),
        ("auto", "0;7", "ceulog-light"),
        ("auto", "12;8", "ceulog-dark"),
        ("auto", "nonsense", "ceulog-dark"),
        ("contrast", "0;15", "ceulog-contrast"),
        ("terminal-light", "", "ceulog-terminal-light"),
    ],
)
def test_the_theme_for_a_setting(choice: str, colorfgbg: str, name: str) -> None:
    assert theme_name(choice, colorfgbg) == name


@pytest.mark.parametrize("name", BUILTIN_THEMES)
def test_other_themes_get_every_role(name: str) -> None:
    found = variables_for(BUILTIN_THEMES[name])
    assert set(found) == set(role_variables(OWN["dark"]))
    for role, value in found.items():
        if not role.endswith(("-style", "-edge")):
            Color.parse(value)
