"""Calls: of the app's functions and classes, of builtins, of values that hold functions."""

from .apply import apply

__all__ = ["apply"]
