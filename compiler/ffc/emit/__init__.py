"""Emission: program → plan → text of the driver. The plan decides, the template places text."""

from .accepted import TooManyParentheses, accepted
from .body import NoOrder
from .driver import Target, emit
from .unbound import unbound

__all__ = ["NoOrder", "Target", "TooManyParentheses", "accepted", "emit", "unbound"]
