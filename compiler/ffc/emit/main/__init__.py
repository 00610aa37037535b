"""The lines of `main()`: one item of its order after the other, in the blocks of the app."""

from .body import main_body
from .order_checks import NoOrder

__all__ = ["NoOrder", "main_body"]
