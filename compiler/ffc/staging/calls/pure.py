"""Works out what the app's own code computes from known values.

def label(kind, n):                    the call stays; that it gives "moons-3" is known, so that
    return f"{kind}-{n}"        →      queries find the node, and conditions are decided
load(kind).set_name(label("moons", 3))
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...source import Span
from ..attempt import Impure
from ..frame import Frame
from ..machine import Machine
from ..raising import Raised
from ..reify import portable
from ..values import (
    BoundValue,
    Broken,
    BuiltinValue,
    Evaluated,
    FunctionValue,
    Known,
    Mapping_,
    Object_,
    Sequence_,
    Set_,
    TaskValue,
    Value,
)


def worked_out(
    machine: Machine,
    action: Callable[[], Value],
    given: Sequence[Value],
    span: Span,
    frame: Frame,
) -> Value | None:
    """What `action` gives, None if it meets an effect or an unknown value: it then did nothing."""
    noted = dict(frame.replaced), dict(frame.effects), dict(frame.made)
    depth, returned, path = machine.depth, machine.returned, machine.record.path
    guarded, scopes = machine.guarded, machine.record.scopes
    start = machine.trail.begin()
    try:
        value = action()
        if isinstance(value, Broken) or not _is_settled(value):
            raise Impure
    except (Impure, RecursionError):
        machine.trail.back(start)
        return None
    except Raised:
        changed = machine.trail.owners(start)
        machine.trail.back(start)
        if machine.guarded and not changed:
            raise
        return None
    else:
        if machine.trail.attempts == 1:
            _note_altered(machine, start, scopes, frame)
        machine.trail.keep()
        return value
    finally:
        machine.depth, machine.returned, machine.record.path = depth, returned, path
        machine.guarded = guarded
        frame.replaced, frame.effects, frame.made = noted


def _note_altered(machine: Machine, start: int, scopes: int, frame: Frame) -> None:
    """What the action has changed of what was there before it."""
    for home, name in machine.trail.names(start):
        bound = home.bindings.get(name)
        if home.scope <= scopes and bound is not None:
            machine.altered.rebinds[bound.symbol] = None
    for owner in machine.trail.owners(start):
        machine.altered.changes.update(dict.fromkeys(machine.names_of(frame, owner)))


def _is_settled(value: Value) -> bool:
    """Whether the value is known throughout; its parts then get code of their own.

    What they had names variables of the function.
    """
    match value:
        case Known() | Set_(escaped=False):
            return True
        case FunctionValue() | BoundValue() | BuiltinValue() | TaskValue():
            return True
        case Sequence_(escaped=False):
            settled = [_settled(item) for item in value.items]
            known = [item for item in settled if item is not None]
            value.items[:] = known if len(known) == len(settled) else value.items
            return len(known) == len(settled)
        case Mapping_(escaped=False):
            for key, (written, item) in value.entries.items():
                one, other = _settled(written), _settled(item)
                if one is None or other is None:
                    return False
                value.entries[key] = (one, other)
            return True
        case Object_(escaped=False, staged=False):
            fields = {name: _settled(item) for name, item in value.fields.items()}
            value.fields.update({n: item for n, item in fields.items() if item is not None})
            return None not in fields.values()
    return False


def _settled(item: Evaluated) -> Evaluated | None:
    if not _is_settled(item.value):
        return None
    return Evaluated(item.value, portable(item.value), item.span)
