"""Tasks that wait for other tasks."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import graph as errors
from ..ir import Program
from ..slicing.shipped import running, shipped


def waits_in_tasks(program: Program, sink: Sink) -> None:
    for one in shipped(program.definitions, running(program)):
        for wait in one.definition.facts.waits:
            helper = "" if one.is_task else wait.function
            task = None if one.is_task else one.task.span
            sink.report(errors.WaitInTask(wait.span, wait.called, one.owner, helper, task))
