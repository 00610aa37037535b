"""`X.remote(…)`: a node of a step graph, with what it is given.

add = AddToTensor.remote(value=3)         an actor, whose row in the driver's table says value=3
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import libcst as cst

from ...ir import (
    Configure,
    HelperUse,
    NodeKind,
    Ref,
    RefUse,
    Role,
    Settings,
    join,
)
from ...ir.literal import literal
from ..frame import Frame
from ..intrinsics.create import arguments_of, note
from ..machine import Machine
from ..passed import Passed
from ..values import BROKEN, InstanceValue, NodeValue, RemoteValue, Value, to_python
from .attributes import class_attribute, first_line, parameters_of
from .given import are_named, given_to
from .remotes import Remote

MISSING = "..."  # what only the person who starts the driver can say


def remote(
    machine: Machine,
    maker: RemoteValue,
    given: Sequence[Passed],
    call: cst.Call,
    frame: Frame,
) -> Value:
    """A source or resource is what it gives; a step is still to be bound."""
    known = machine.remotes[maker.definition]
    if not are_named(machine, maker, given, call):
        return BROKEN
    title = machine.record.title(maker.definition.name)
    settings, others = _settings(machine, maker, known, title, given)
    arguments = arguments_of(machine, others, frame, maker.definition.name)
    definition = machine.record.definition(maker.definition)
    if arguments is None or definition is None:
        return BROKEN
    function = isinstance(machine.trees[maker.definition], cst.FunctionDef)
    span = machine.span(call)
    made = machine.record.add_task(NodeKind.ACTOR, maker.definition, title, arguments, span)
    machine.record.nodes[made] = replace(
        machine.record.nodes[made],
        role=known.role,
        default_name=title,
        settings=settings,
        maker=join(HelperUse("FunctionStep")) if function else None,
    )
    note(machine, made, others, call)
    _note_written(machine, made, others)
    if maker.options:
        machine.record.add(Configure((made,), maker.options, span))
    frame.made[id(call)] = join(RefUse(Ref(made)))
    if known.role is Role.STEP:
        return InstanceValue(made, maker.definition)
    return NodeValue(made)


def _note_written(machine: Machine, node: int, others: Sequence[Passed]) -> None:
    """Of the arguments as the app writes them, those that are not in the table."""
    made = machine.record.nodes[node]
    if made.written is not None:
        names = {one.keyword for one in others}
        written = tuple(one for one in made.written if one.keyword in names)
        machine.record.nodes[node] = replace(made, written=written)


def _settings(
    machine: Machine, maker: RemoteValue, known: Remote, title: str, given: Sequence[Passed]
) -> tuple[Settings, list[Passed]]:
    """The row of the table, and the arguments that are not in it: those that are no literals."""
    tree = machine.trees[maker.definition]
    assert isinstance(tree, (cst.FunctionDef, cst.ClassDef))
    declared = class_attribute(machine, maker.definition, "Parameters")
    if isinstance(tree, cst.FunctionDef):
        declared = {}
    written = {one.keyword: literal(to_python(one.value.value)) for one in given}
    entries: dict[str, str] = {}
    for name, entry in parameters_of(declared).items():
        if name in written:
            value = written[name]
        else:
            value = literal(entry["default"]) if "default" in entry else MISSING
        if value is not None:
            entries[name] = value
    for one in given:
        if one.keyword is not None and one.keyword not in entries and written[one.keyword]:
            entries[one.keyword] = str(written[one.keyword])
    others = [one for one in given if one.keyword is None or one.keyword not in entries]
    row = tuple(entries.items())
    return Settings(title, first_line(tree), row, given_to(machine, given)), others
