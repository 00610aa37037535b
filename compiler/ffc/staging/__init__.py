"""Staging: evaluates an app's wiring without executing Python, and records what it builds."""

from .program import stage

__all__ = ["stage"]
