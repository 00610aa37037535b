"""What ffc says about a user's app: one frozen class per code, gathered in a sink."""

from .model import Diagnostic, Error, Severity, Warning_
from .sink import Sink

__all__ = ["Diagnostic", "Error", "Severity", "Sink", "Warning_"]
