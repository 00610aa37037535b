import os

__all__ = os.environ["SHAPES"].split()
