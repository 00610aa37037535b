"""What a person may ask of the monitor."""

from argparse import ArgumentParser
from typing import Any

OPTIONS: dict[str, dict[str, Any]] = {
    "quiet": {"action": "store_true", "help": "say nothing but what went wrong"},
    "verbose": {"action": "store_true", "help": "name every node"},
    "events": {"metavar": "FILE", "help": "write what happens, for ffc report"},
    "keep-going": {
        "action": "store_true",
        "help": "when a node fails, run all that does not depend on it",
    },
}


def add_options(parser: ArgumentParser, *own: str) -> None:
    """Add the options to a driver's command line, but those that are the app's own."""
    parser.set_defaults(quiet=False, verbose=False, events=None, keep_going=False)
    for name, facts in OPTIONS.items():
        if name not in own:
            parser.add_argument(f"--{name}", **facts)
