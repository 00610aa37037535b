"""The lines of `main()`: one item of its order after the other, in the blocks of the app."""

from .lines import main_lines

__all__ = ["main_lines"]
