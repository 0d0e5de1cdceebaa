"""The shortcuts of these tests lead where Textual's own ways do."""

from pathlib import Path
from typing import Any

from textual.app import App
from textual.css.styles import RulesMap, Styles
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

from ceulog.tui.app import CeulogApp
from tests.builders import a_log, an_activity
from tests.tui.host import a_logbook
from tests.tui.quick_styles import textuals_own

WALK = ["e", "tab", "tab", "down", "escape", "escape", "f2", "escape", "slash", "a"]
"""From the dashboard through forms, lists that open, and fields with a fault."""


def _told(styles: Styles) -> dict[str, str]:
    """Styles in words: two layouts of one kind are two objects."""
    return {rule: repr(value) for rule, value in styles.get_rules().items()}


class _All(Stylesheet):
    """All rules of an app, which tells what they make of a node and leaves it as it is."""

    def __init__(self, app: App[Any]) -> None:
        super().__init__()
        self._rules = app.stylesheet.rules
        vars(self)["replace_rules"] = self._take
        vars(self)["_process_component_classes"] = lambda node: None
        self._taken: RulesMap = {}

    def _take(self, node: DOMNode, rules: RulesMap, animate: bool) -> None:
        self._taken = rules

    def of(self, node: DOMNode) -> dict[str, str]:
        self._taken = {}
        textuals_own(self, node)
        worn = Styles()
        for rule, value in self._taken.items():
            setattr(worn, rule, value)
        return _told(worn)


def _part(node: DOMNode, name: str) -> DOMNode:
    part = DOMNode(classes=name)
    part._attach(node)
    return part


async def test_every_widget_and_part_wears_what_textual_would_have_it_wear(tmp_path: Path) -> None:
    app = CeulogApp(a_logbook(tmp_path / "log", a_log(an_activity("1", "2026-03-01", notes="note"))))
    seen = 0
    async with app.run_test(size=(80, 24)) as pilot:
        for key in WALK:
            await pilot.press(key)
            every = _All(app)
            for node in app.screen.walk_children(with_self=True):
                assert _told(node.styles.base) == every.of(node), (key, node)
                for name in node._get_component_classes():
                    assert _told(node._component_styles[name].base) == every.of(_part(node, name)), (node, name)
                seen += 1
    assert seen > 500
