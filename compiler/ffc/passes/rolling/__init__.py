"""Loops over known values: which of them stay loops, and what then becomes of the program."""

from .roll_loops import roll_loops

__all__ = ["roll_loops"]
