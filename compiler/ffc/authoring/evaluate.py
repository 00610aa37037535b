"""Runs what values come from, and no more."""

from __future__ import annotations

from heapq import heapify, heappop, heappush

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from ffc.authoring.reference import Reference


def evaluate(wanted: Iterable[Reference], results: dict[Reference, Any]) -> None:
    """Put the values of `wanted`, and of all that they need, into `results`; each is made once.

    ValueError if something needs itself, or if a step or resource lacks a parameter: then nothing
    has run.
    """
    waits_for = _open(wanted, results)
    _check_parameters(waits_for)
    consumers: dict[Reference, list[Reference]] = {one: [] for one in waits_for}
    for one, needed in waits_for.items():
        for other in needed:
            consumers[other].append(one)
    ready = [(one.rank(), one) for one, needed in waits_for.items() if not needed]
    heapify(ready)
    while ready:
        _, one = heappop(ready)
        results[one] = one.compute(results)
        for consumer in consumers[one]:
            missing = waits_for[consumer]
            del missing[one]
            if not missing:
                heappush(ready, (consumer.rank(), consumer))
    for one in waits_for:
        if one not in results:
            raise ValueError(f"{one!r} cannot run: its arguments lead back to themselves")


def _open(
    wanted: Iterable[Reference], results: dict[Reference, Any]
) -> dict[Reference, dict[Reference, None]]:
    """Return all that is still to be computed, each with what of that it waits for."""
    found: dict[Reference, dict[Reference, None]] = {}
    stack = [*wanted]
    while stack:
        one = stack.pop()
        if one not in found and one not in results:
            found[one] = {other: None for other in one.needs() if other not in results}
            stack += found[one]
    return found


def _check_parameters(references: Iterable[Reference]) -> None:
    lacking = sorted((one.rank(), text) for one in references for text in one.lacks())
    if lacking:
        texts = ", ".join(dict.fromkeys(text for _, text in lacking))
        raise ValueError(
            f"parameters without a value: {texts}. Give them to remote(), or a default to the class"
        )
