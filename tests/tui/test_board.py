"""The board: roads and hours as bars of their own, boxes that can be clicked, at every width."""

import pytest

from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.state import LogState
from ceulog.tui.glyphs import ASCII, FINE
from ceulog.tui.widgets.board_lines import BoardLine, Look, board_lines
from ceulog.tui.widgets.painting import text_of, width_of
from tests.builders import a_log, a_tick, an_activity, progress_of
from tests.tui.own_body import CODE, READ, own_log, own_rules

HELD = (("CPC-A", "2025-05-14"), ("CPMA", "2025-09-14"))
LETTER = a_tick("CPC-A", "2026-03-03", "letter from employer")


def apprentice(*ticks: str, minutes: int = 0) -> LogState:
    course = an_activity("4", "2026-06-02", type="course", minutes=minutes or None)
    return a_log(course, held=HELD, ticks=[a_tick("CPC-A", "2026-03-03", label) for label in ticks])


def lines_of(progress: OrganizationProgress, width: int = 80, selected: str = "CPC-A") -> list[BoardLine]:
    return board_lines([progress], Look(width, FINE, selected))


def shown(progress: OrganizationProgress, width: int = 80, selected: str = "CPC-A") -> str:
    return "\n".join(text_of(each.line) for each in lines_of(progress, width, selected))


def test_a_choice_is_a_bar_of_its_own_with_what_its_nearest_road_lacks() -> None:
    text = shown(progress_of(apprentice("letter from employer")))
    assert "50 %" in text
    assert "removal of the A" in text
    assert "It lacks: second letter. Renewal does not wait for it." in text
    assert "[x] letter from employer" in text
    assert "[ ] Practicode" in text


def test_hours_fill_the_bar_of_their_road() -> None:
    text = shown(progress_of(apprentice("letter from employer", minutes=60 * 60)))
    assert "87 %" in text
    assert "It lacks: 20 more contact hours of a coding course." in text


def test_a_choice_that_is_met_says_what_to_do() -> None:
    text = shown(progress_of(apprentice("letter from employer", "second letter")))
    assert "100 %" in text
    assert "Everything is there: send it to AAPC, then add CPC with c." in " ".join(text.split())
    assert "does not wait" not in text


def test_boxes_stand_with_the_selected_credential_alone() -> None:
    text = shown(progress_of(apprentice()), selected="CPMA")
    assert "It lacks" in text
    assert "Practicode" not in text


def test_each_box_turns_itself() -> None:
    actions = {
        piece.text.strip(): piece.action
        for line in lines_of(progress_of(apprentice()))
        for piece in line.line
        if piece.action
    }
    assert actions["second letter"] == "screen.tick('CPC-A', 'second letter')"


@pytest.mark.parametrize("width", [28, 60, 80, 120, 200])
@pytest.mark.parametrize("glyphs", [FINE, ASCII])
def test_no_line_is_torn(width: int, glyphs: object) -> None:
    log = apprentice("letter from employer", minutes=999)
    look = Look(width, FINE if glyphs is FINE else ASCII, "CPC-A")
    for line in board_lines([progress_of(log)], look):
        assert width_of(line.line) <= max(width, 48), text_of(line.line)


def test_hours_are_drawn_with_hours_and_own_words_are_text() -> None:
    progress = progress_of(own_log(), "BODY", rulebook=own_rules())
    lines = lines_of(progress, 120, CODE)
    text = "\n".join(text_of(each.line) for each in lines)
    assert "12 / 20 h" in text
    assert READ.split()[0] in text
    assert f"[ ] one {READ}" in text
    clicked = [piece.action for line in lines for piece in line.line if piece.action]
    assert f"screen.tick({CODE!r}, {f'one {READ}'!r})" in clicked
