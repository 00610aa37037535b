"""FFC312: `ray_init_args` that are not used."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Warning_


@dataclass(frozen=True)
class InitArgumentsDiffer(Warning_):
    """`ray_init_args` that are not used.

    Ray starts once in a driver, with the `ray_init_args` of the workflow that comes first. Those of
    a later one, which differ, are not used.

    Example:
        first = RayWorkflow(a, workflow_name="w", ray_init_args={"num_cpus": 2})
        second = RayWorkflow(b, workflow_name="w", ray_init_args={"num_cpus": 8})

    Give all workflows of an app the same `ray_init_args`, with what the most demanding one needs.
    """

    code = "FFC312"

    first: Span

    @property
    def message(self) -> str:
        return "these `ray_init_args` are not used: they differ from the first workflow's"

    @property
    def label(self) -> str:
        return "not used"

    @property
    def notes(self) -> tuple[str, ...]:
        return ("Ray starts once in a driver",)

    @property
    def help(self) -> str:
        return "give both workflows the same `ray_init_args`"

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return ((self.first, "Ray starts with these"),)
