"""What is said of a fault of the program itself: where it is, and nothing of what the log holds."""

import sys
from types import TracebackType

EXIT_CODE = 70
"""Of no refusal: the program went wrong."""
_PACKAGE = "ceulog"
_PLACES = 4


def unexpected_words(fault: BaseException) -> str:
    """Sentences for somebody who can do nothing about it, and a line for whoever mends it.

    What an exception says of itself may be of the log, so only its kind is told, and the places in the program.
    """
    from ceulog import __version__  # noqa: PLC0415 - only now

    kind = type(fault).__name__
    where = " < ".join(_places(fault.__traceback__)) or "an unknown place"
    return (
        "Something went wrong in ceulog itself. What was saved is safe; look whether your last change is there.\n"
        "If it happens again, please report the next line. It holds nothing of your log.\n"
        f"ceulog {__version__}, Python {sys.version.split()[0]}, {sys.platform}: {kind} at {where}"
    )


def _places(trace: TracebackType | None) -> list[str]:
    """The innermost places in the program, and where it went wrong if that is elsewhere; the innermost first."""
    found: list[str] = []
    while trace:
        module = str(trace.tb_frame.f_globals.get("__name__", "?"))
        if module.split(".", maxsplit=1)[0] == _PACKAGE or trace.tb_next is None:
            found.append(f"{module}:{trace.tb_lineno}")
        trace = trace.tb_next
    return found[: -_PLACES - 1 : -1]
