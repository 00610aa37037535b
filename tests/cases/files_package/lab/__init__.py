"""The laboratory."""

from .devices import Spectrometer
from .solutions import LENGTHS, mix
from .solutions import absorption as absorb

__all__ = ["LENGTHS", "Spectrometer", "absorb", "mix"]
