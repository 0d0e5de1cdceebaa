"""The way from the log to the screen: first a picture of it, then the app."""

from collections.abc import Callable, Mapping
from pathlib import Path

from ceulog.logbook.logbook import Logbook
from ceulog.settings.reading import read_settings
from ceulog.tui.early.showing import early_screen
from ceulog.tui.lean import without


def start(
    logbook: Logbook, environment: Mapping[str, str], settings_file: Path, tell: Callable[[str], object], *,
    demo: bool = False,
) -> int:  # fmt: skip
    """Show the log, and run the app until it is left; gives the exit code.

    Args:
        logbook: the logbook.
        environment: what it says of the terminal.
        settings_file: where the settings are.
        tell: gets the sentences that came too late for the screen.
        demo: whether it is a sample of which nothing is kept.

    Raises:
        Refusal: what was being saved when it was left was refused.
        StorageError: or the disk refused it, or the log cannot be read.
    """
    settings, faults = read_settings(settings_file)
    with early_screen(logbook, settings, environment, demo=demo, faults=faults) as early:
        if early:
            early.keep()
        _ = logbook.state  # a log that cannot be read is said on the command line, not on the screen
        with without("ssl"):
            from ceulog.tui.running import open_app  # noqa: PLC0415 - most of a start is the import of Textual

        return open_app(logbook, tell, settings, settings_file, faults, demo=demo, early=early)
