"""Blocks of the driver that further runs need: their statements are copied in front of the runs."""

from .repeat_blocks import repeat_blocks

__all__ = ["repeat_blocks"]
