from functionfuse import workflow

from . import units


@workflow
class Spectrometer:
    """Counts what it measures."""

    def __init__(self, wavelength):
        self.wavelength = wavelength
        self.values = []

    def measure(self, absorbed):
        self.values.append(absorbed)
        share = units.percent(10**-absorbed)
        return f"{share} at {self.wavelength}"

    def log(self):
        return len(self.values), max(self.values)
