"""Every screen that there is, found in its module, so that a test of all of them cannot forget a new one."""

import inspect
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from textual.screen import Screen

from ceulog.tui import screens

Kind = type[Screen[Any]]


def every_screen() -> set[Kind]:
    """The screens of `ceulog.tui.screens`, without those that others are made from."""
    modules = [import_module(f"{screens.__name__}.{each.name}") for each in iter_modules(screens.__path__)]
    defined = {
        found
        for module in modules
        for found in vars(module).values()
        if isinstance(found, type) and issubclass(found, Screen) and found.__module__ == module.__name__
    }
    return {each for each in defined if not any(other is not each and issubclass(other, each) for other in defined)}


def readers() -> set[Kind]:
    """Those that are given the logbook."""
    return {each for each in every_screen() if "logbook" in inspect.signature(each).parameters}
