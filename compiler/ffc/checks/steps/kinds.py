"""What kinds of step a class of the runtime is."""

from __future__ import annotations

from collections.abc import Mapping

from ...ir import StepFacts

_BASES: Mapping[str, str] = {
    "GeneratorSourceStep": "SourceStep",
    "SourceStep": "Step",
    "BatchStep": "Step",
    "PromptStep": "Step",
    "Split": "Step",
    "SplitByItems": "Step",
    "SplitItemField": "Step",
    "Copy": "Step",
    "NumberResource": "Resource",
    "FunctionResource": "Resource",
    "ListResource": "Resource",
    "DictResource": "Resource",
}
ROUTING = ("Split", "SplitByItems", "Copy")  # which have a `route` of their own


def kinds(facts: StepFacts) -> tuple[str, ...]:
    """The classes of the runtime that a class is derived from, in any number of steps."""
    found: dict[str, None] = {}
    for helper in facts.helpers:
        one: str | None = helper
        while one is not None:
            found[one] = None
            one = _BASES.get(one)
    return tuple(found)
