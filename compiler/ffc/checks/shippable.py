"""Whether Ray can send what tasks need to its workers."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import graph as errors
from ..ir import Program
from ..slicing.shipped import running, shipped

_BY_NAME = frozenset({"functools.cache", "functools.lru_cache"})


def shippable(program: Program, sink: Sink) -> None:
    if not any(_BY_NAME.intersection(d.decorators) for d in program.definitions):
        return
    for one in shipped(program.definitions, running(program)):
        needed = one.definition
        for decorator in needed.decorators:
            if decorator in _BY_NAME:
                name = needed.symbol.name
                sink.report(errors.NotShippable(needed.span, name, decorator, one.task.span))
