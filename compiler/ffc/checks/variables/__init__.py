"""What the app's variables hold, as far as the code that binds them shows without being run."""

from .written import Variables, Written

__all__ = ["Variables", "Written"]
