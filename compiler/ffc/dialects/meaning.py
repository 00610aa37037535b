"""The things that a front end's name can mean."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass


class Meaning(enum.Enum):
    TASK = "decorator that makes a function or class a node"
    RAY_WORKFLOW = "workflow to be run on Ray"
    LOCAL_WORKFLOW = "workflow to be run in this process, whose run() gives results"


@dataclass(frozen=True)
class Dialect:
    """A front end: its package, and the meaning of each qualified name in it."""

    package: str
    meanings: Mapping[str, Meaning]
