"""The report of a run: the events that its driver wrote, as a page."""

from .events import Unreadable
from .page import page
from .reading import read_run

__all__ = ["Unreadable", "page", "read_run"]
