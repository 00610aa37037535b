"""The things that a front end's name can mean."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field


class Meaning(enum.Enum):
    TASK = "decorator that makes a function or class a node"
    RAY_WORKFLOW = "workflow to be run on Ray"
    STORED_WORKFLOW = "workflow to be run on Ray, whose results are stored"
    LOCAL_WORKFLOW = "workflow to be run in this process, whose run() gives results"
    REMOTE = "decorator that makes a step, a resource or a function a node of a step graph"
    OPTIONS = "decorator that gives such a node options"
    RUN = "runs a step graph and gives its notes"
    RUN_ASYNC = "runs a step graph beside what comes next"
    INITIALIZER = "plugin that calls a function before a node"
    RANDOM_STATE = "plugin that gives each node another seed"
    COLLECTION = "plugins that act one after another"
    INIT = "starts what the driver starts by itself"


@dataclass(frozen=True)
class Dialect:
    """A front end: its package, and the meaning of each qualified name in it.

    `helpers` are names that code of the driver may use: what they are called in the runtime.
    """

    package: str
    meanings: Mapping[str, Meaning]
    helpers: Mapping[str, str] = field(default_factory=dict)
