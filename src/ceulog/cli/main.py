"""The entry: finds the command, runs it, and turns what it raises into a sentence and an exit code."""

import datetime as dt
import gc
import os
import sys
from argparse import SUPPRESS
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import NoReturn

from ceulog.cli.arguments import Parser, UsageError, protect_dashes
from ceulog.cli.context import Context
from ceulog.cli.registry import COMMANDS
from ceulog.domain.text import capitalized, printable
from ceulog.logbook.errors import BadRules, Refusal, StorageError
from ceulog.settings import LOG_VARIABLE, TODAY_VARIABLE, logbook_folder
from ceulog.wording.dates import BadDate, parse_date

_STDERR = 2
DEMO = "This is a throw-away copy of the sample logbook; on a terminal `ceulog --demo` opens it on the screen."


def entry() -> None:
    """The console script."""
    gc.disable()  # a command ends before there is anything to collect; the screen turns it on again
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a code page that lacks a letter must not stop a command
    try:
        code = main(sys.argv[1:], os.environ, dt.date.today())  # noqa: DTZ011 - the coder's own day
    except Exception as fault:
        from ceulog.wording.unexpected import EXIT_CODE, unexpected_words  # noqa: PLC0415 - never, one hopes

        print(unexpected_words(fault), file=sys.stderr)
        code = EXIT_CODE
    _leave(code)


def _leave(code: int) -> NoReturn:
    """End at once: all is written, and to take a large log apart in memory takes longer than to print it."""
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except OSError:
        raise SystemExit(code) from None  # `main` has said so where it is worth a word
    os._exit(code)


def _open_what_is_closed() -> None:
    """Have nothing where a caller closed stdin, stdout or stderr; else the next file that is opened takes its place."""
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= _STDERR:
        os.set_inheritable(descriptor, True)
    os.close(descriptor)
    sys.stdin = sys.stdin or open(0, closefd=False)  # noqa: SIM115 - to the end, as these
    sys.stdout = sys.stdout or open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", closefd=False)  # noqa: SIM115


def main(arguments: Sequence[str], environment: Mapping[str, str], clock: dt.date) -> int:
    """Run one command line; gives its exit code."""
    try:
        return _run(arguments, environment, clock)
    except (Refusal, StorageError, BadRules, UsageError) as fault:
        _tell(str(fault))
        return fault.exit_code
    except BrokenPipeError:
        _give_up_stdout()  # the reader has seen enough
        return 0
    except OSError as fault:
        # not the logbook's file, which has its own errors: a full device behind stdout, a folder that cannot be
        _tell(f"The system refused: {fault}. Nothing that was saved is lost.")
        try:
            sys.stdout.flush()
        except OSError:
            _give_up_stdout()
        return 5
    except KeyboardInterrupt:
        return 130
    except SystemExit as end:  # --help and --version
        return end.code if isinstance(end.code, int) else 0


def _give_up_stdout() -> None:
    """Let what is still to be written go nowhere: the interpreter's end would try once more, and say 120."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(sentence: str) -> None:
    """Say why it was not done; the exit code says it too, where stderr takes nothing either."""
    try:
        print(printable(sentence), file=sys.stderr, flush=True)
    except OSError:
        sys.stderr = None  # the interpreter's end would try once more, and say 120


def _run(arguments: Sequence[str], environment: Mapping[str, str], clock: dt.date) -> int:
    options = _top_parser().parse_args(protect_dashes(arguments))
    by = "--today" if options.today else TODAY_VARIABLE
    today = _today(options.today or environment.get(by), by, clock)
    if options.command is not None and options.command not in COMMANDS:
        raise UsageError(f"There is no command {options.command!r}. `ceulog --help` lists them all.")
    if options.demo:
        return _demo(options.command, options.rest, today, environment)
    folder = logbook_folder(options.log, environment)
    if options.command is None:
        return _open(folder, today, environment)
    return run_command(options.command, options.rest, Context(folder, today, environment))


def run_command(name: str, rest: Sequence[str], context: Context) -> int:
    """Run one command with what follows it on the command line."""
    module_name, sentence = COMMANDS[name]
    module = import_module(f"ceulog.cli.commands.{module_name}")
    parser = Parser(f"ceulog {name}", f"{capitalized(sentence)}.")
    module.arguments(parser, context.today)
    options = parser.parse_args(protect_dashes(rest))
    code: int = module.run(options, context)
    sys.stdout.flush()
    context.tell_of_misfits()
    return code


def _top_parser() -> Parser:
    width = max(map(len, COMMANDS)) + 2
    listed = "\n".join(f"  {name:<{width}}{sentence}" for name, (_, sentence) in COMMANDS.items())
    parser = Parser(
        "ceulog",
        "The logbook of a medical coder's continuing education. Without a command it opens the screen.",
        f"commands:\n{listed}\n\n`ceulog COMMAND --help` says more about each. Dates: 2026-11-20, 11/20/2026, today, "
        "yesterday, -3d.\n"
        "Exit codes: 0 done, 1 understood but refused, or findings, 2 cannot be parsed, 3 the logbook cannot be read,\n"
        "4 busy, 5 the disk refused.",
    )
    top_options(parser)
    parser.add_argument("command", nargs="?", metavar="COMMAND")
    parser.add_argument("rest", nargs="...", help=SUPPRESS)
    return parser


def top_options(parser: Parser) -> None:
    """Tell the parser what may stand before the command."""
    parser.add_argument(
        "--log", metavar="DIR", help=f"the logbook's folder (else ${LOG_VARIABLE}, else your data folder)"
    )
    parser.add_argument("--today", metavar="DATE", help=f"take this day for today (else ${TODAY_VARIABLE})")
    parser.add_argument("--demo", action="store_true", help="open a throw-away copy of the sample logbook")
    parser.add_argument("--version", action="version", version=_version())


def _version() -> str:
    from ceulog import __version__  # noqa: PLC0415

    return f"ceulog {__version__}"


def _today(given: str | None, by: str, clock: dt.date) -> dt.date:
    if not given:
        return clock
    try:
        return parse_date(given, clock)
    except BadDate as fault:
        raise UsageError(f"{by}: {fault}") from None


def _open(folder: str, today: dt.date, environment: Mapping[str, str], *, demo: bool = False) -> int:
    context = Context(folder, today, environment)
    if not _on_terminal():
        return run_command("status", [], context)
    from ceulog.tui.start import start  # noqa: PLC0415 - the one way to the screen

    return start(context.logbook, environment, context.settings_file, _tell, demo=demo)


def _on_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _demo(command: str | None, rest: Sequence[str], today: dt.date, environment: Mapping[str, str]) -> int:
    from ceulog.logbook.demo import throw_away_copy  # noqa: PLC0415

    if command is not None or not _on_terminal():
        _tell(DEMO)
    with throw_away_copy() as folder:
        if command is not None:
            return run_command(command, rest, Context(str(folder), today, environment))
        return _open(str(folder), today, environment, demo=True)
