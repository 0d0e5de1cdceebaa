"""The screen cell by cell: as the app draws it, and as the first picture has it."""

from collections.abc import Iterable

from rich.color import ColorSystem
from rich.style import Style

from ceulog.logbook.logbook import Logbook
from ceulog.settings.values import Settings
from ceulog.tui.app import CeulogApp
from ceulog.tui.early.ink import Ink
from ceulog.tui.early.picture import Scene, picture
from ceulog.tui.palettes import palette_of
from ceulog.tui.view import view_of

Cell = tuple[str, str]
"""A character, and the parameters of its SGR sequence, as far as both can be seen."""

SYSTEMS = {True: ColorSystem.TRUECOLOR, False: ColorSystem.EIGHT_BIT}
"""Whether the terminal shows any color -> what rich calls it."""


async def drawn(
    logbook: Logbook, size: tuple[int, int], settings: Settings, *, demo: bool = False
) -> dict[bool, list[list[Cell]]]:
    """The app when nobody has pressed a key yet, by whether the terminal shows any color."""
    app = CeulogApp(logbook, settings=settings, demo=demo)
    async with app.run_test(size=size) as pilot:
        for _ in range(3):
            await pilot.pause()
        strips = app.screen._compositor.render_strips()[: size[1]]
    return {
        true_color: [
            [cell for each in strip for cell in _cells(each.text, _code(each.style, system))] for strip in strips
        ]
        for true_color, system in SYSTEMS.items()
    }


def _code(style: Style | None, system: ColorSystem) -> str:
    plain = style or Style()
    looks = {each: getattr(plain, each) for each in ("bold", "dim", "italic", "underline", "reverse")}
    return Style(color=plain.color, bgcolor=plain.bgcolor, **looks)._make_ansi_codes(system)


def pictured(
    logbook: Logbook, size: tuple[int, int], settings: Settings, *, true_color: bool, demo: bool = False
) -> list[list[Cell]]:
    """The first picture."""
    scene = Scene(view_of(logbook, logbook.state), logbook.rulebook, settings.date_style, demo)
    rows = picture(scene, *size, Ink(palette_of(settings.theme), true_color=true_color))
    return [[cell for run in row for cell in _cells(run.text, run.style)] for row in rows]


def _cells(text: str, style: str) -> Iterable[Cell]:
    return ((each, _seen(style) if each == " " else style) for each in text)


def _seen(style: str) -> str:
    """What is seen of a style behind a blank: underlines, and what is behind it."""
    codes = style.split(";")
    if "7" in codes[:2]:
        return style
    found, rest = [], codes
    while rest:
        size = {"2": 5, "5": 3}[rest[1]] if rest[0] in ("38", "48") else 1
        if rest[0] in ("4", "48") or 40 <= int(rest[0]) < 50 or int(rest[0]) >= 100:
            found.append(";".join(rest[:size]))
        rest = rest[size:]
    return ";".join(found)
