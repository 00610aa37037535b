"""What a person may ask of the monitor."""

from argparse import ArgumentParser


def add_options(parser: ArgumentParser) -> None:
    """Add the options of progress, events and failures to a driver's command line."""
    parser.add_argument("--quiet", action="store_true", help="say nothing but errors")
    parser.add_argument("--verbose", action="store_true", help="name every node")
    parser.add_argument(
        "--events", metavar="FILE", help="write what happens, for ffc report"
    )
    parser.add_argument(
        "--keep-going",
        action="store_true",
        help="run what does not depend on a failure",
    )
