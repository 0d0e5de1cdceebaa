"""`locate`: where the logbook and the settings lie."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.logbook.reader import FILE_NAME


def arguments(_parser: Parser, _today: dt.date) -> None:
    """The command takes nothing."""


def run(_options: argparse.Namespace, context: Context) -> int:
    """Print the folder; where the settings are is narration, so that a script reads the folder alone."""
    folder = context.folder.absolute()
    context.say(str(folder))
    if not (folder / FILE_NAME).exists():
        context.tell("Nothing has been logged there yet; the folder is made with the first entry.")
    settings = context.settings_file.absolute()
    there = "" if settings.exists() else ", not there yet: the settings screen makes it"
    context.tell(f"settings: {settings}{there}")
    return 0
