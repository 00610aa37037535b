"""Gives options to nodes whose names only the running driver knows."""

from __future__ import annotations

import re
from typing import Any


def matching(
    name: str, queries: dict[str, dict[str, Any]], **options: Any
) -> dict[str, Any]:
    """Give the options of the last query that matches `name`, else `options`."""
    for pattern, given in queries.items():
        if re.fullmatch(pattern, name):
            options = dict(given)
    return options


def named(
    name: str, queries: dict[str, dict[str, Any]], **options: Any
) -> dict[str, Any]:
    """Give the name of a task, and the options of the last query that matches it."""
    return {"name": name, **matching(name, queries, **options)}
