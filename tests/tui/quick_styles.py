"""Styles worked out once: what a widget wears hangs on what it and its ancestors are, and on nothing else.

A form has a hundred widgets, each looked at again whenever the focus, a class or the screen above it changes, and
nearly always with the answer of the last time. So the answers are kept for all the apps of a run, by exactly what rules
ask: the types, classes and ids that they name, and the pseudo-classes beside those names. What is new is worked out by
Textual itself; and what wears its rules already is left alone. tests/tui/test_hasty.py holds the outcome against
Textual's own.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from textual.css.model import CombinatorType, RuleSet, Selector, SelectorType
from textual.css.styles import RenderStyles, RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

textuals_own = Stylesheet.apply

_WRITTEN = {SelectorType.CLASS: ".{}", SelectorType.ID: "#{}", SelectorType.TYPE: "{}"}
_EVERY, _OF_TEXTUAL = "*", ".-textual-system"
"""`*` is every widget but those that Textual adds for itself."""
_BY_PLACE = frozenset({"first-of-type", "last-of-type", "first-child", "last-child", "empty"})
_ODD_OR_EVEN = frozenset({"odd", "even"})

Path = tuple[tuple[frozenset[str], tuple[bool, ...]], ...]
"""Of a node, and of each node above it: the names that rules know, and which states of those are on."""


def _name(selector: Selector) -> str:
    """What a selector asks for, as a node has it among its names."""
    return _WRITTEN.get(selector.type, _EVERY).format(selector.name)


class _Asked:
    """What rules ask of a node in one place: of the one that is styled, or of those above it."""

    def __init__(self) -> None:
        self._states = {_EVERY: set[str](), _OF_TEXTUAL: set[str]()}
        self._of_names: dict[frozenset[str], tuple[str, ...]] = {}

    def add(self, selector: Selector) -> None:
        self._states.setdefault(_name(selector), set()).update(selector.pseudo_classes)

    def answer(self, node: DOMNode) -> tuple[frozenset[str], tuple[bool, ...]]:
        names = frozenset(self._states.keys() & node._selector_names)
        states = self._of_names.get(names)
        if states is None:
            states = tuple(sorted(set[str]().union(*(self._states[name] for name in names))))
            self._of_names[names] = states
        checks: Mapping[str, Callable[[Any], bool]] = node._PSEUDO_CLASSES
        return names, tuple(state in checks and bool(checks[state](node)) for state in states)


class Extract(Stylesheet):
    """The rules of a sheet that name what a widget is, and what was found in them so far."""

    def __init__(self, sheet: Stylesheet, names: frozenset[str]) -> None:
        super().__init__()
        every = sheet.rules_map
        wanted = {rule for name in names for rule in every[name]}
        self._rules = [rule for rule in sheet.rules if rule in wanted]
        self._rules_map = {name: every[name] for name in names}
        # Textual's `apply` tells what it found in place of putting it on
        vars(self)["replace_rules"] = self._take
        vars(self)["_process_component_classes"] = lambda node: None
        self._taken: RulesMap | None = None
        self._found: dict[Path, RulesMap | None] = {}
        self._own, self._above = _Asked(), _Asked()
        for rule in self._rules:
            for way in rule.selector_set:
                asked = self._own
                for selector in reversed(way.selectors):
                    asked.add(selector)
                    if selector.combinator is not CombinatorType.SAME:
                        asked = self._above
        states = set[str]().union(*(rule.pseudo_classes for rule in self._rules))
        self._is_hovered, self._is_within = "hover" in states, "focus-within" in states
        self._is_placed, self._is_counted = bool(states & _BY_PLACE), bool(states & _ODD_OR_EVEN)

    def _take(self, node: DOMNode, rules: RulesMap, animate: bool = False) -> None:
        self._taken = rules

    def of(self, node: DOMNode) -> RulesMap | None:
        """What a node is to wear; nothing if no rule is for it. Notes on it for which changes it is looked at again."""
        node._has_hover_style, node._has_focus_within = self._is_hovered, self._is_within
        node._has_order_style, node._has_odd_or_even = self._is_placed, self._is_counted
        above = map(self._above.answer, node.css_path_nodes[:-1])
        path = (self._own.answer(node), *above)
        if path not in self._found:
            self._taken = None
            textuals_own(self, node)
            same = (each for each in self._found.values() if each == self._taken)
            self._found[path] = next(same, self._taken)
        return self._found[path]


_extracts: dict[tuple[int, ...], tuple[list[RuleSet], dict[frozenset[str], Extract]]] = {}
"""By the rules themselves, which are kept here so that no others can take their places."""


def _worn(sheet: Stylesheet, node: DOMNode) -> RulesMap | None:
    every = sheet.rules_map
    of_map, extracts = vars(sheet).get("_extracts", (None, {}))
    if of_map is not every:
        rules = sheet.rules
        _, extracts = _extracts.setdefault(tuple(map(id, rules)), (rules, {}))
        vars(sheet)["_extracts"] = (every, extracts)
    names = frozenset(every.keys() & node._selector_names)
    if names not in extracts:
        extracts[names] = Extract(sheet, names)
    found: RulesMap | None = extracts[names].of(node)
    return found


def _moves(node: DOMNode) -> bool:
    """Whether a style is on its way from one value to another."""
    animator = node.app.animator
    return bool(animator._animations or animator._scheduled)


_put: dict[int, RulesMap] = {}
"""By the rules, which `Extract` keeps: what they became when they were put on."""
_OF_EACH = frozenset({"layout", "overflow_x", "overflow_y"})
"""Rules with more to them than a value: a layout is each widget's own, and scroll bars are shown or hidden."""


def _put_on(sheet: Stylesheet, node: DOMNode, rules: RulesMap) -> None:
    """Dress what wears nothing yet and is not on a screen yet, so that nothing but itself has to know."""
    known = _put.get(id(rules))
    if known is None:
        sheet.replace_rules(node, rules)
        _put[id(rules)] = node.styles.base.get_rules()
        return
    base = node.styles.base
    base._rules.update(known)
    for rule, value in rules.items():
        if rule in _OF_EACH:
            base.clear_rule(rule)
            setattr(base, rule, value)
    base._updates += 1
    node.notify_style_update()


def _dress(sheet: Stylesheet, node: DOMNode, rules: RulesMap, animate: bool) -> None:
    if vars(node).get("_worn") == rules and not _moves(node):
        if not animate:
            node.notify_style_update()
        return
    if node._is_mounted or node.styles.base._rules:
        sheet.replace_rules(node, rules, animate=animate)
    else:
        _put_on(sheet, node, rules)
    vars(node)["_worn"] = None if _moves(node) else rules


@cache
def _part_names(kind: type[DOMNode]) -> list[str]:
    return sorted(kind._get_component_classes())


def _dress_parts(sheet: Stylesheet, node: DOMNode) -> None:
    """Style the parts of a widget that are none themselves, such as the cursor of a field."""
    parts: dict[str, tuple[DOMNode, RulesMap | None]] = vars(node).setdefault("_parts", {})
    is_changed = False
    for name in _part_names(type(node)):
        before: RenderStyles | None = node._component_styles.get(name)
        part, worn = parts.get(name, (None, None))
        asked = part or _part(node, name)
        rules = _worn(sheet, asked)
        if before is not None and part and rules is worn:
            continue
        fresh = _part(node, name) if part else asked
        if rules is not None:
            _put_on(sheet, fresh, rules)
        parts[name] = fresh, rules
        is_changed = is_changed or before != fresh.styles
        node._component_styles[name] = fresh.styles
    if is_changed:
        node.refresh()


def _part(node: DOMNode, name: str) -> DOMNode:
    part = DOMNode(classes=name)
    part._attach(node)
    return part


def apply(sheet: Stylesheet, node: DOMNode, *, animate: bool = False, **_: object) -> None:
    """In place of `Stylesheet.apply`."""
    rules = _worn(sheet, node)
    if rules is not None:
        _dress(sheet, node, rules, animate)
    _dress_parts(sheet, node)
