"""Whether `ray.init` takes what the app gives it; only the first workflow starts Ray."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics.options.init_args_differ import InitArgumentsDiffer
from ..ir import Flow, Open, Program
from ..options import check_init_options


def init_arguments(program: Program, sink: Sink) -> None:
    opened = [program.flows[s.flow] for s in program.statements if isinstance(s, Open)]
    for flow in opened:
        check_init_options(flow.init, sink)
    for later in opened[1:]:
        if later.init and _said(later) != _said(opened[0]):
            sink.report(InitArgumentsDiffer(later.span, opened[0].span))


def _said(flow: Flow) -> dict[str, str]:
    return {option.name: str(option.value) for option in flow.init}
