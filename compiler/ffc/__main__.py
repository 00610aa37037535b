"""`python -m ffc` and the command `ffc`."""

from __future__ import annotations

import atexit
import gc
import os
import sys


def main() -> None:
    """Runs `ffc` and exits with its code."""
    # Syntax trees and imports only grow: looking for garbage among them is a tenth of the time.
    gc.disable()
    atexit.register(gc.freeze)  # and the interpreter looks once more before it ends
    try:
        _run()
    except KeyboardInterrupt:  # while something was imported; click sees to the rest
        sys.exit(130)


def _run() -> None:
    from .project.settled import settled

    nothing_to_do = settled(sys.argv[1:])
    if nothing_to_do is None:
        from .cli import main as run

        run()
    else:
        print(nothing_to_do, flush=True)


if __name__ == "__main__":
    # `python -m` looks for modules in the current folder first: an app's `ast.py` would be run.
    if sys.path and sys.path[0] in ("", os.getcwd()):
        del sys.path[0]
    main()
