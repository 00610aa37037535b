"""Drawings of graphs."""

from .layout import Arrow, Box, Drawing, Unavailable, drawn

__all__ = ["Arrow", "Box", "Drawing", "Unavailable", "drawn"]
