"""Runs that are asked for their results later."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Running:
    """What `run_async` returns. In this process, the run is over when there is one."""

    def __init__(self, call: Callable[[], Any]) -> None:
        self._error: Exception | None = None
        try:
            self._value = call()
        except Exception as error:  # it is raised where the result is asked for
            self._error = error

    def result(self, timeout: float | None = None) -> Any:
        """Return the notes, by output, or raise the error of the run."""
        if self._error is not None:
            raise self._error
        return self._value

    get = result

    def wait(self, timeout: float | None = None) -> bool:
        """Return, when the run is over, that it is."""
        return self.done()

    def done(self) -> bool:
        """Tell whether the run is over."""
        return True
