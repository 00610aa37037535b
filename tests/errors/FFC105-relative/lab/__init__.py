"""Lengths."""

from .metres import METRE
