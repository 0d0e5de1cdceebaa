"""The tests of the screen are in haste."""

from tests.tui.hasty import hasty

__all__ = ["hasty"]
