"""Reads and parses apps; the only part of ffc, with staging, that sees syntax trees."""

from .parse import ParsedModule, parse
from .read import read

__all__ = ["ParsedModule", "parse", "read"]
