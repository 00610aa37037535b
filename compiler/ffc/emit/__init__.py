"""Emission: program → plan → text of the driver. The plan decides, the template places text."""

from .driver import Target, emit

__all__ = ["Target", "emit"]
