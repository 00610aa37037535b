"""The command `ffc`, and what holds for all of its verbs."""

from __future__ import annotations

import sys
import traceback

import click

from .lazy import LazyGroup

# LibCST visits trees recursively; `frontend.parse` refuses what is nested too deeply.
_RECURSION = 20_000

_BUG = """\
ffc: this is a bug in ffc, not in your app; nothing was written.
ffc: please report it with the app, or the part of it that matters, and this:
"""


# The module of each verb, which is loaded when the verb is called.
_VERBS = {
    "check": "check",
    "compile": "compile",
    "completion": "completion",
    "diff": "diff",
    "explain": "explain",
    "graph": "graph",
    "init": "init",
    "nodes": "nodes",
    "report": "run_report",
    "run": "run",
    "storage": "storage",
}


@click.group(cls=LazyGroup, verbs=_VERBS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ffc-ray", prog_name="ffc")
def group() -> None:
    """Compiles annotated Python workflows into standalone, readable Ray drivers."""


def main() -> None:
    """Runs `ffc`. Exit codes: 0 done, 1 drift, 2 errors in the app or the call, 3 a bug."""
    sys.setrecursionlimit(_RECURSION)
    try:
        group(prog_name="ffc")
    except OSError as error:  # no space, no temporary folder
        sys.stderr.write(f"ffc: {error}\n")
        sys.exit(2)
    except Exception as error:  # anything that is no diagnostic is our fault
        where = traceback.extract_tb(error.__traceback__)[-1]
        sys.stderr.write(_BUG)
        sys.stderr.write(f"ffc: {type(error).__name__}: {error} (in {where.name})\n")
        sys.exit(3)
