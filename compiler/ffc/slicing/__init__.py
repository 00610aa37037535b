"""Slicing: the part of an app, or of the runtime, that a driver needs."""

from .needed import Slice, needed

__all__ = ["Slice", "needed"]
