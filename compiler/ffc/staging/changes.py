"""What code that is not followed may change: after it, staging no longer knows that."""

from __future__ import annotations

from .machine import Machine
from .values import FunctionValue, Value, give_up


def lose(machine: Machine, value: Value) -> None:
    """The value may be changed: a container or an object, or the attributes of a class."""
    give_up(value)
    if isinstance(value, FunctionValue):
        cls = machine.classes.get(value.definition)
        if cls is not None and not cls.escaped:
            machine.trail.save(cls)
            cls.escaped = True
