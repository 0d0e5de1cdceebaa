"""Every screen at four sizes as text, to be looked at: `python -m tests.tui.captures FOLDER`."""

import asyncio
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from ceulog.tui.app import CeulogApp
from tests.tui.drawing import SAMPLE, an_app
from tests.tui.host import screen_text

SIZES = ((60, 20), (80, 24), (120, 40), (200, 60))
WAYS = {
    "dashboard": (), "form": ("a",), "form-filled": ("a", *"AAPC webinar E/M update 1.5 yesterday"), "edit": ("e",),
    "calendar": ("a", "tab", "tab", "down"), "bulk": ("space", "down", "space", "e"), "templates": ("m",),
    "details": ("v",), "timeline": ("p",), "why": ("w",), "what-if": ("w", "f"), "credentials": ("c",),
    "portal": ("l",), "trash": ("t",), "merge": ("g",),
    "export": ("x",), "packet": ("X",), "calendar-file": ("x", "end"), "check": ("K",),
    "import": ("i",), "settings": ("f2",), "help": ("question_mark",), "palette": ("ctrl+p",),
    "marked": ("space", "down", "space"), "filter": ("slash", *"audit"),
}  # fmt: skip
"""Name of a screen -> the keys that lead to it."""


async def capture(app: CeulogApp, keys: tuple[str, ...], size: tuple[int, int]) -> str:
    """What stands on the screen after some keys."""
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        return screen_text(app)


def main(folder: Path) -> None:
    """Write them all, and those of the first start."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        for width, height in SIZES:
            for name, keys in WAYS.items():
                log = Path(scratch) / f"{name}-{width}"
                shutil.copytree(SAMPLE, log)
                app = an_app(log)
                text = asyncio.run(capture(app, keys, (width, height)))
                (folder / f"{name}-{width}x{height}.txt").write_text(text, "utf-8")
            first = an_app(Path(scratch) / f"first-{width}")
            text = asyncio.run(capture(first, (), (width, height)))
            (folder / f"first-start-{width}x{height}.txt").write_text(text, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
