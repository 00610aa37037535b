"""Emission: program → plan → text of the driver. The plan decides, the template places text."""

from .driver import Target, emit
from .format import TooManyParentheses

__all__ = ["Target", "TooManyParentheses", "emit"]
