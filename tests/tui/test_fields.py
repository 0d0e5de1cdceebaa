"""The parts of a form."""

from textual.widgets._toggle_button import ToggleButton

from ceulog.tui.forms.fields import TickBox


def test_a_box_says_by_its_sign_whether_it_is_ticked() -> None:
    # TickBox overrides a private name: with a Textual that draws its button otherwise, this says so first
    assert isinstance(vars(ToggleButton)["_button"], property)
    signs = [TickBox("Dues paid", ticked, name="dues")._button.plain for ticked in (True, False)]
    assert signs == ["[x]", "[ ]"]
