"""Reads and parses apps; the only part of ffc, with staging, that sees syntax trees."""

from .modules import Modules, modules_of
from .parse import ParsedModule, parse
from .read import read

__all__ = ["Modules", "ParsedModule", "modules_of", "parse", "read"]
