"""Errors in few words."""

from __future__ import annotations


def words(error: Exception) -> str:
    """What went wrong, for a message about what did."""
    if isinstance(error, OSError) and (error.strerror or error.args):
        return error.strerror or str(error)
    return f"{type(error).__name__}: {error}"
