"""`python -m ffc` and the command `ffc`."""

from __future__ import annotations

from .cli import main

if __name__ == "__main__":
    main()
