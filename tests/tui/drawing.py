"""Pictures of the telling screens: drawn from the sample log, held by a test, and shown in README and GUIDE.

`python -m tests.tui.drawing` draws them anew; look at each before it is committed.
"""

import asyncio
import datetime as dt
import os
import re
import shutil
import tempfile
from collections.abc import Callable
from contextlib import chdir
from html import unescape
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import textual

from ceulog.logbook.opening import open_logbook
from ceulog.settings.values import Settings
from ceulog.tui.app import CeulogApp

FOLDER = Path(__file__).parent / "pictures"
SAMPLE = Path(__file__).parents[2] / "sample_data" / "logbook"
DAY = dt.date(2026, 11, 23)

# the terminal font that Rich names would be fetched from the network
_FONTS = re.compile(r"@font-face \{.*?\}\n", re.DOTALL)
_TEXT = re.compile(r"<text[^>]*?\sy=\"([0-9.]+)\"[^>]*>(.*?)</text>", re.DOTALL)


class Picture(NamedTuple):
    """One screen, and the keys that lead to it."""

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (100, 30)
    shows_home: bool = False
    """Whether a path stands in it, which begins otherwise on Windows."""

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return FOLDER / f"{self.name}.svg"


LINE = "AAPC webinar Modifiers in the ED 1.5 yesterday"
PICTURES = (
    Picture("dashboard"),
    Picture("dashboard-narrow", size=(60, 20)),
    Picture("dashboard-wide", size=(160, 40)),
    Picture("form", ("a", *LINE)),
    Picture("why", ("w",)),
    Picture("help", ("question_mark",)),
    Picture("import", ("i", *"import/messy-spreadsheet.csv", "enter"), size=(100, 20)),
    Picture("packet", ("X",), size=(100, 24), shows_home=True),
    Picture("check", ("K",), size=(100, 24)),
    Picture("portal", ("l",)),
    Picture("timeline", ("p",)),
)
HOME = "/home/you"
"""What stands in the place of the home folder; there is none of that name, so that it is nobody's."""


async def draw(picture: Picture, make: Callable[[Path], CeulogApp]) -> str:
    """The picture as SVG, over a copy of the sample log."""
    at_home = patch.dict(os.environ, {"HOME": HOME})
    with tempfile.TemporaryDirectory() as folder, chdir(SAMPLE.parent), at_home:
        log = Path(folder) / "log"
        shutil.copytree(SAMPLE, log)
        app = make(log)
        async with app.run_test(size=picture.size) as pilot:
            for key in picture.keys:
                await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
            svg = app.export_screenshot(title="ceulog")
    return f"<!-- Textual {textual.__version__} -->\n{_FONTS.sub('', svg)}"


def an_app(folder: Path) -> CeulogApp:
    """The app over a log, on the day of the sample."""
    # less motion: a cursor that blinks would be there or not
    return CeulogApp(open_logbook(folder, DAY), settings=Settings(motion="reduced"))


def words_of(svg: str) -> list[str]:
    """What stands in a picture, line by line, whatever its colors."""
    lines: dict[float, str] = {}
    for y, text in _TEXT.findall(svg):
        lines[float(y)] = lines.get(float(y), "") + unescape(text).replace("\xa0", " ")
    return [" ".join(lines[y].split()) for y in sorted(lines)]


def drawn_by_this_textual(svg: str) -> bool:
    """Say whether the Textual that drew a picture is the one at hand; another one may color a cell otherwise."""
    return svg.startswith(f"<!-- Textual {textual.__version__} -->")


def main() -> None:
    """Draw all pictures anew."""
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        picture.path.write_text(asyncio.run(draw(picture, an_app)), encoding="utf-8")
        print(picture.path.name)


if __name__ == "__main__":
    main()
