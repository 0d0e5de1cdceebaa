"""`--with CODE`: what if that credential were held too, without touching the log."""

import argparse

from ceulog.cli.arguments import Parser, words
from ceulog.cli.context import Context
from ceulog.domain.state import LogState


def add_supposing(parser: Parser) -> None:
    """Tell the parser of the option."""
    parser.add_argument(
        "--with", dest="supposed", action="append", metavar="CODE",
        help="as if you held that credential too, from today; nothing is changed",
    )  # fmt: skip


def supposed_state(options: argparse.Namespace, context: Context) -> LogState:
    """The log, or the log as it would be with what is supposed.

    Raises:
        Refusal: a supposed credential is unknown, or held already.
    """
    codes = words(options.supposed)
    return context.log.supposing(codes) if codes else context.log.state
