"""Showing a certificate with the program that the system has for it."""

import os
import subprocess
import sys
from pathlib import Path

from ceulog.wording.echo import echo


def show_file(path: Path) -> str:
    """Open a file beside the logbook; gives why it could not be, and the empty text when it was."""
    if not path.is_file():
        return f"{echo(path.name)} is no longer in the logbook's folder."
    try:
        if sys.platform == "win32":
            os.startfile(path)  # noqa: S606 - a file of the logbook's own folder
        else:
            command = ["open" if sys.platform == "darwin" else "xdg-open", str(path)]
            # its words must not land on the screen, nor its end take the logbook with it
            subprocess.Popen(  # noqa: S603 - a file of the logbook's own folder
                command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                start_new_session=True,
            )  # fmt: skip
    except OSError:
        return f"No program was found that shows it; it lies at {echo(path, 200)}."
    return ""
