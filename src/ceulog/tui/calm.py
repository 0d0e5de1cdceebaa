"""An app that, when it goes wrong, says so in a few words, where Textual would print all that it had in its hands."""

import sys
from typing import TypeVar

from textual.app import App
from textual.css.query import NoMatches

Result = TypeVar("Result")


class Calm(App[Result]):
    """An app whose own faults tell nobody what is in the log."""

    def _handle_exception(self, error: Exception) -> None:
        if self._exit and isinstance(error, NoMatches):
            return  # it is being left: what still wants to show something finds screens half taken apart
        # every way of Textual's own to word a fault quotes values
        from ceulog.wording.unexpected import EXIT_CODE, unexpected_words  # noqa: PLC0415 - never, one hopes

        is_first = self._exception is None
        if is_first:
            self._exception = error
            self._exception_event.set()
        self._return_code = EXIT_CODE
        if is_first:
            # of a worker's fault the cause is what tells something
            cause = getattr(error, "error", None)
            self._last_words = unexpected_words(cause if isinstance(cause, BaseException) else error)
        self._close_messages_no_wait()

    _last_words = ""

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()
        if self._last_words:
            print(self._last_words, file=sys.__stderr__)
            self._last_words = ""
