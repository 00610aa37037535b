"""Finds nodes whose names only the running driver knows."""

from __future__ import annotations

import re
from typing import Any


def found(names: dict[Any, str], pattern: str) -> list[Any]:
    """Give the nodes whose names match the pattern, in the order of their names."""
    return [node for node, name in names.items() if re.fullmatch(pattern, name)]
