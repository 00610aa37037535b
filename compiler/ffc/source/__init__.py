"""Source files and places in them."""

from .file import SourceFile
from .span import Locator, Region, Span

__all__ = ["Locator", "Region", "SourceFile", "Span"]
