"""The constructs of random apps: one module for each family."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..generator.draft import Argument, Construct
from . import (
    classes,
    closures,
    comprehensions,
    computing,
    containers,
    definitions,
    functions,
    loops,
    nodes,
    residual,
    workflows,
)

STATEMENTS: Final[Mapping[str, tuple[Construct, ...]]] = {
    "nodes": nodes.STATEMENTS,
    "containers": containers.STATEMENTS,
    "computing": computing.STATEMENTS,
    "residual": residual.STATEMENTS,
    "functions": functions.STATEMENTS,
    "workflows": workflows.STATEMENTS,
    "loops": loops.STATEMENTS,
    "comprehensions": comprehensions.STATEMENTS,
    "closures": closures.STATEMENTS,
    "classes": classes.STATEMENTS,
    "definitions": definitions.STATEMENTS,
}
ARGUMENTS: Final[Mapping[str, tuple[Argument, ...]]] = {
    "nodes": nodes.ARGUMENTS,
    "containers": containers.ARGUMENTS,
    "computing": computing.ARGUMENTS,
    "functions": functions.ARGUMENTS,
    "comprehensions": comprehensions.ARGUMENTS,
    "closures": closures.ARGUMENTS,
}
FAMILIES: Final = tuple(STATEMENTS)
