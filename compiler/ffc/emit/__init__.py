"""Emission: program → plan → text of the driver. The plan decides, the template places text."""

from .accepted import TooManyParentheses, accepted
from .driver import Target, emit
from .main import NoOrder
from .templates import BadTemplate, Templates
from .unbound import unbound

__all__ = [
    "BadTemplate",
    "NoOrder",
    "Target",
    "Templates",
    "TooManyParentheses",
    "accepted",
    "emit",
    "unbound",
]
