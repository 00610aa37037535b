"""Checks the options of a node."""

from __future__ import annotations

from collections.abc import Sequence

from ..diagnostics import Sink
from ..diagnostics import options as errors
from ..diagnostics.nearest import nearest
from ..ir.option import Option
from .check_env import check_runtime_env
from .check_value import check_value, show
from .kind import NAMES, Kind
from .misplaced import decorator_only, misplaced
from .tables import TABLES, offered

_NOT_FIXED = (0, "dynamic", "streaming")


def check_node_options(options: Sequence[Option], kind: Kind, sink: Sink) -> None:
    """Reports what Ray would refuse, or silently misunderstand, in the options of one node."""
    for option in options:
        _check(option, kind, sink)
    if kind == "actor":
        _check_get_if_exists(options, sink)
    _check_placement(options, sink)


def _check(option: Option, kind: Kind, sink: Sink) -> None:
    name = option.name
    known = TABLES[kind].get(name)
    if known is None:
        other = misplaced(name, kind, option.span)
        sink.report(other or _unknown(option, kind))
    elif known.decorator_only:
        sink.report(decorator_only(name, option.span))
    elif name == "num_returns" and option.known in _NOT_FIXED:
        sink.report(errors.ReturnsByHand(option.value_span, show(option.known)))
    else:
        check_value(option, known.rule, f"`{name}`", sink)
        if name == "runtime_env":
            check_runtime_env(option, sink, uploads=False)
        if known.deprecated and known.rule.allows(option.known):
            sink.report(errors.DeprecatedOption(option.span, name, known.deprecated))


def _unknown(option: Option, kind: Kind) -> errors.UnknownOption:
    names = offered(kind)
    return errors.UnknownOption(
        option.span, option.name, NAMES[kind], nearest(option.name, names), names
    )


def _check_get_if_exists(options: Sequence[Option], sink: Sink) -> None:
    by_name = {option.name: option for option in options}
    wanted, name = by_name.get("get_if_exists"), by_name.get("name")
    if wanted and wanted.known is True and (name is None or name.known in (None, "")):
        problem = "`get_if_exists` needs a `name`"
        sink.report(errors.ConflictingOptions(wanted.span, problem, "add the `name` of the actor"))


def _check_placement(options: Sequence[Option], sink: Sink) -> None:
    by_name = {option.name: option for option in options}
    group, strategy = by_name.get("placement_group"), by_name.get("scheduling_strategy")
    if group and strategy and group.known not in (None, "default") and strategy.known is not None:
        problem = "`placement_group` and `scheduling_strategy` exclude each other"
        way_out = "leave out `placement_group`"
        sink.report(errors.ConflictingOptions(group.span, problem, way_out, strategy.span))
