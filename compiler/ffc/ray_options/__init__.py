"""Ray's options, as ffc knows them, and the checks of what an app sets."""

from .check_init import check_init_options
from .check_node import check_node_options
from .check_resources import check_resources
from .init import LOCAL_ONLY
from .kind import Kind

__all__ = [
    "LOCAL_ONLY",
    "Kind",
    "check_init_options",
    "check_node_options",
    "check_resources",
]
