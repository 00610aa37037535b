"""Source run in this process, as the script that it is."""

from __future__ import annotations

import contextlib
import io
import signal
import sys
import warnings
from collections.abc import Iterator
from types import FrameType, ModuleType
from typing import Any

from ffc.authoring import graph
from ffc.authoring.lend import lend


class TooLong(BaseException):
    """What ran did not end in time."""


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raises `TooLong` in what is still running then. For the main thread."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooLong(f"it does not end within {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class Script:
    """A `__main__` module of its own, in which source runs part by part."""

    def __init__(self) -> None:
        self.module = ModuleType("__main__")
        self.printed = io.StringIO()

    @property
    def names(self) -> dict[str, Any]:
        return vars(self.module)

    def run(self, source: str, name: str = "app.py", *arguments: str) -> None:
        """Runs some source, with a command line; errors are the source's own."""
        with warnings.catch_warnings():
            # What Python warns of is no sensible app; a driver has what its app has.
            warnings.simplefilter("error" if name == "app.py" else "ignore", SyntaxWarning)
            code = compile(source, name, "exec", dont_inherit=True)
        before, sys.argv = sys.argv, [name, *arguments]
        outer, sys.modules["__main__"] = sys.modules["__main__"], self.module
        try:
            with contextlib.redirect_stdout(self.printed):
                exec(code, self.names)
        finally:
            sys.modules["__main__"], sys.argv = outer, before


def run_local(app: str, seconds: float = 10) -> str:
    """What an app prints, run by the library that it imports. Errors are the app's own."""
    graph._unsettled.clear()  # the nodes of other apps, which this process ran before
    script = Script()
    with lend(), at_most(seconds):
        script.run(app)
    return script.printed.getvalue()
