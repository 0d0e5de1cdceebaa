"""Keys of one's own: what is given, what is refused, and that no action is ever without a key."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.text import tidy
from ceulog.tui.app import CeulogApp
from ceulog.tui.commands import COMMANDS, Command
from ceulog.tui.keymap import keyed, normal, own_keys, reserved, text_of_key, why_not
from ceulog.tui.widgets.board import Board
from ceulog.tui.widgets.log_view import LogView

SOME = (
    Command("add", "a", "a", "Add", "Log an activity", "Entries"),
    Command("edit", "e", "e, Enter", "Edit", "Put it right", "Entries"),
    Command("filter", "slash", "/", "Filter", "Find", "Entries"),
    Command("sort", "comma", ",", "Sort", "Sort", "Entries"),
    Command("palette", "ctrl+p", "ctrl+p", "Palette", "All", "Entries"),
)


def keys_of(commands: tuple[Command, ...]) -> dict[str, tuple[str, str]]:
    return {each.action: (each.key, each.key_text) for each in commands}


@pytest.mark.parametrize(
    ("action", "wish", "key", "text"),
    [
        ("add", "n", "n", "n"),
        ("add", "N", "N", "N"),
        ("add", "shift+n", "N", "N"),
        ("add", "?", "question_mark", "?"),
        ("add", "question_mark", "question_mark", "?"),
        ("add", "+", "plus", "+"),
        ("add", "é", "é", "é"),
        ("add", "ctrl+n", "ctrl+n", "ctrl+n"),
        ("add", "Ctrl+N", "ctrl+n", "ctrl+n"),
        ("add", "F2", "f2", "F2"),
        ("add", "insert", "insert", "Ins"),
        ("add", "n, f2", "n,f2", "n, F2"),
        ("add", "a,n", "a,n", "a, n"),
        ("edit", "f4", "f4", "F4, Enter"),
        ("sort", ";", "semicolon", ";"),
        ("filter", "/,f3", "slash,f3", "/, F3"),
        ("palette", "f4", "f4", "F4"),
    ],
)
def test_a_key_is_given(action: str, wish: str, key: str, text: str) -> None:
    commands, faults = keyed(SOME, {action: wish})
    assert faults == []
    assert keys_of(commands)[action] == (key, text)
    others = {each.action for each in SOME} - {action}
    assert all(keys_of(commands)[each] == keys_of(SOME)[each] for each in others)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"fly": "n"}, "There is no action fly"),
        ({"[/x]": "n"}, "There is no action [/x]"),
        ({"add": "e"}, "Add cannot have the key e: Edit has it."),
        ({"add": "/"}, "Add cannot have the key /: Filter has it."),
        ({"add": ","}, "Add cannot have the key ,: Sort has it."),
        ({"add": "ctrl+i"}, "terminals send it as Tab"),
        ({"add": "ctrl+m"}, "terminals send it as Enter"),
        ({"add": "ctrl+c"}, "it copies"),
        ({"add": "ctrl+k"}, "it is needed in text fields"),
        ({"add": "ctrl+p"}, "it always opens the palette"),
        ({"add": "enter"}, "it opens the entry"),
        ({"add": "tab"}, "it goes from part to part"),
        ({"add": "j"}, "the log and the bars need it"),
        ({"add": " "}, "cannot have the key"),
        ({"add": "space"}, "the log and the bars need it"),
        ({"add": ""}, "cannot have the key nothing: a key is one character"),
        ({"add": "n,,"}, "cannot have the key nothing: a key is one character"),
        ({"add": "nn"}, "cannot have the key nn: a key is one character"),
        ({"add": "ctrl+1"}, "cannot have the key ctrl+1"),
        ({"add": "alt+n"}, "cannot have the key alt+n"),
        ({"add": "f13"}, "cannot have the key f13"),
        ({"add": "\x1b"}, "cannot have the key"),
        ({"add": "1,2,3,4"}, "3 keys are the most"),
    ],
)
def test_a_wish_that_cannot_be_is_said_and_changes_nothing(keys: dict[str, str], said: str) -> None:
    commands, faults = keyed(SOME, keys)
    assert commands == SOME
    assert len(faults) == 1
    assert said in faults[0]
    assert faults[0].isprintable()


def test_two_that_want_the_same_key_both_keep_their_own() -> None:
    commands, faults = keyed(SOME, {"add": "n", "edit": "n"})
    assert commands == SOME
    assert len(faults) == 2


def test_two_actions_can_swap_keys() -> None:
    commands, faults = keyed(SOME, {"add": "e", "edit": "a"})
    assert faults == []
    assert keys_of(commands)["add"] == ("e", "e")
    assert keys_of(commands)["edit"] == ("a", "a, Enter")


def test_a_chain_falls_back_as_a_whole() -> None:
    commands, faults = keyed(SOME, {"add": "e", "edit": "ctrl+i"})
    assert commands == SOME
    assert len(faults) == 2


def test_one_own_key_named_again_is_no_change() -> None:
    assert keyed(SOME, {each.action: each.key_text.partition(", ")[0] or "," for each in SOME}) == (SOME, [])


def test_the_reason_for_one_key_beside_those_that_are_set() -> None:
    assert why_not(SOME, {"edit": "f4"}, "add", "e") == ""
    assert "Edit has it" in why_not(SOME, {"edit": "f4", "fly": "x"}, "add", "f4")


def test_the_real_commands_have_keys_that_can_be() -> None:
    held = [key for each in COMMANDS for key in own_keys(each)]
    assert len(held) == len(set(held))
    for each in COMMANDS:
        assert text_of_key(own_keys(each)[0]) == each.key_text.split(", ")[0]
        assert not set(own_keys(each)) & set(reserved()) - {"ctrl+p"}


def test_what_moves_the_cursor_is_never_given_away() -> None:
    moving: Any = [*LogView.BINDINGS, *Board.BINDINGS]
    for binding in moving:
        assert {normal(key) for key in binding.key.split(",")} <= set(reserved())
    for key in ("up", "down", "j", "k", "pageup", "pagedown", "home", "end", "space", "enter", "escape"):
        assert key in reserved()


@given(
    st.dictionaries(
        st.sampled_from([each.action for each in COMMANDS]),
        st.one_of(st.text(max_size=6), st.sampled_from(["a", "e", "n", "f2", "ctrl+n", "x", "/", ",", "e,f2", "?"])),
    )
)
def test_whatever_is_wished_every_action_has_a_key_and_no_key_two(keys: dict[str, str]) -> None:
    commands, faults = keyed(COMMANDS, keys)
    assert [each.action for each in commands] == [each.action for each in COMMANDS]
    held = [key for each in commands for key in own_keys(each)]
    assert len(held) == len(set(held))
    assert all(held)
    assert all(tidy(each) == each for each in faults)


def test_keys_of_the_app_itself_are_never_given_away() -> None:
    own: Any = [each for each in CeulogApp.BINDINGS if getattr(each, "priority", False)]
    assert {key for each in own for key in each.key.split(",")} <= set(reserved())
