"""What a driver with a storage has besides: runs that take what is there."""

from __future__ import annotations

from ..ir import Program


def has_storage(program: Program) -> bool:
    """Whether a run has a storage."""
    return any(schedule.stored is not None for schedule in program.schedules)
