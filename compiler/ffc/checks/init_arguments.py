"""Whether `ray.init` takes what the app gives it; only the first workflow starts Ray."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import options as errors
from ..ir import Flow, Open, Program
from ..ray_options import check_init_options
from ..slicing.roots import starting_flow


def init_arguments(program: Program, sink: Sink) -> None:
    opened = [program.flows[s.flow] for s in program.statements if isinstance(s, Open)]
    for flow in opened:
        check_init_options(flow.init, sink)
    first = starting_flow(program)
    for later in opened:
        if first is not None and later.init and _said(later) != _said(first):
            sink.report(errors.InitArgumentsDiffer(later.span, first.span))


def _said(flow: Flow) -> dict[str, str]:
    return {option.name: str(option.value) for option in flow.init}
