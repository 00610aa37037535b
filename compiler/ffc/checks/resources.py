"""What a Ray of the driver's own has, and what nodes take of it.

Ray counts in steps of a ten-thousandth, and so do the whole numbers here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..ir import NodeKind, Option, Program
from ..slicing.roots import starting_flow
from ..source import Span

ONE = 10_000
CPU, GPU = "CPU", "GPU"


@dataclass(frozen=True)
class Share:
    """So much of a resource, asked for by the option at `span`, or by default."""

    units: int
    span: Span | None = None


def declared(program: Program) -> Mapping[str, int]:
    """The resources whose amounts the app gives to `ray.init`; none where it joins a cluster."""
    flow = starting_flow(program)
    options = {option.name: option for option in (flow.init if flow is not None else ())}
    if "address" in options and options["address"].known not in (None, "local"):
        return {}
    return {name: share.units for name, share in _named(options).items()}


def shares(kind: NodeKind, options: Sequence[Option]) -> Mapping[str, Share]:
    """What a node takes: a task while it runs, an actor to the end of the driver.

    A task without `num_cpus` takes one, and so does an actor that asks for other resources.
    """
    given = {option.name: option for option in options}
    found = _named(given)
    asked = [given[name] for name in ("num_gpus", "resources", "accelerator_type") if name in given]
    if CPU not in found and "num_cpus" not in given:
        if kind is NodeKind.TASK:
            found[CPU] = Share(ONE)
        elif kind is NodeKind.ACTOR and asked:
            found[CPU] = Share(ONE, asked[0].span)
    return found


def shown(units: int) -> str:
    """`2`, `0.5`."""
    return f"{units / ONE:g}"


def _named(options: Mapping[str, Option]) -> dict[str, Share]:
    """The amounts that are known."""
    found: dict[str, Share] = {}
    entries = options["resources"].entries if "resources" in options else ()
    named = [(entry.name, entry) for entry in entries]
    named += [(name, options[key]) for key, name in _OPTIONS if key in options]
    for name, option in named:
        amount = option.known
        if isinstance(amount, (int, float)) and 0 <= amount < ONE * ONE:
            found[name] = Share(round(amount * ONE), option.span)
    return found


_OPTIONS = (("num_cpus", CPU), ("num_gpus", GPU))
