"""A stand-in for the system's viewer: it writes down what it was asked to show."""

from pathlib import Path


def a_viewer(folder: Path, answer: int = 0) -> tuple[dict[str, str], Path]:
    """The environment of a desktop with one, and the file into which it writes."""
    folder.mkdir(exist_ok=True)
    shown, program = folder / "shown", folder / "xdg-open"
    program.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{shown}"\nexit {answer}\n')
    program.chmod(0o755)
    return {"PATH": str(folder), "DISPLAY": ":9"}, shown
