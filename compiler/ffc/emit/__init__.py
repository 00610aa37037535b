"""Emission: program → plan → text of the driver. The plan decides, the template places text."""

from .body import NoOrder
from .driver import Target, emit
from .format import TooManyParentheses
from .unbound import unbound

__all__ = ["NoOrder", "Target", "TooManyParentheses", "emit", "unbound"]
