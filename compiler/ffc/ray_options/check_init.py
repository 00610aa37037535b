"""Checks the arguments of `ray.init`."""

from __future__ import annotations

from collections.abc import Sequence

from ..diagnostics import Sink
from ..diagnostics import options as errors
from ..diagnostics.nearest import nearest
from ..ir.option import Option
from .check_env import check_runtime_env
from .check_value import check_value
from .init import GONE, HIDDEN, INIT


def check_init_options(options: Sequence[Option], sink: Sink) -> None:
    """Reports what `ray.init` would refuse in `ray_init_args`."""
    for option in options:
        if option.name in INIT:
            check_value(option, INIT[option.name], f"`{option.name}`", sink)
        elif option.name not in HIDDEN:
            sink.report(_unknown(option))
        if option.name == "runtime_env":
            check_runtime_env(option, sink, uploads=True)


def _unknown(option: Option) -> errors.UnknownInitArgument:
    gone = GONE.get(option.name, "")
    meant = nearest(option.name, (*INIT, *HIDDEN))
    return errors.UnknownInitArgument(option.span, option.name, meant, tuple(INIT), gone)
