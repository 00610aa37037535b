from .curved import *  # noqa: F403
from .straight import square, triangle

__all__ = ["circle", "square", "triangle"]  # noqa: F405
