"""The command line."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Runs `ffc`. click is loaded here, so that what needs none of it starts without."""
    from .group import main as run

    run()
