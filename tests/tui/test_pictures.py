"""The pictures in README and GUIDE show the program as it is."""

import os
import re
from pathlib import Path

import pytest

from tests.tui.drawing import FOLDER, PICTURES, Picture, an_app, draw, drawn_by_this_textual, words_of

HOW = "python -m tests.tui.drawing"
ROOT = Path(__file__).parents[2]
PAGES = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "GUIDE.md"))


@pytest.mark.parametrize("picture", PICTURES, ids=lambda each: each.name)
async def test_a_picture_shows_what_is_on_the_screen(picture: Picture) -> None:
    if picture.shows_home and os.name == "nt":
        pytest.skip("its path is written otherwise here")
    kept, now = picture.path.read_text(encoding="utf-8"), await draw(picture, an_app)
    assert words_of(now) == words_of(kept), f"draw it anew and look: python -m tests.tui.drawing ({picture.name})"
    if not drawn_by_this_textual(kept):
        pytest.skip("drawn by another Textual, whose colors are not compared; the words are the same")
    assert now == kept, f"colors differ: python -m tests.tui.drawing ({picture.name})"


def test_each_picture_on_a_page_is_one_of_them_and_fetches_nothing() -> None:
    shown = re.findall(r"\]\(tests/tui/pictures/([a-z-]+)\.svg\)", PAGES)
    assert set(shown) <= {each.name for each in PICTURES}
    assert shown
    for path in FOLDER.glob("*.svg"):
        svg = path.read_text(encoding="utf-8")
        assert "url(http" not in svg
        assert "font-face" not in svg


def test_no_picture_is_left_over() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {each.name for each in PICTURES}
