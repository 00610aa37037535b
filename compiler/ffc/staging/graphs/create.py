"""`X.remote(…)`: a node of a step graph, with what it is given.

add = AddToTensor.remote(value=3)         an actor, whose row in the driver's table says value=3
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import libcst as cst

from ...ir import (
    UNKNOWN,
    Argument,
    Configure,
    HelperUse,
    NodeKind,
    Ref,
    RefUse,
    Role,
    Settings,
    SymbolUse,
    join,
    text,
)
from ...ir.literal import literal
from ...source import Span
from ..frame import Frame
from ..intrinsics.create import arguments_of, note
from ..machine import Machine
from ..passed import Passed
from ..values import BROKEN, InstanceValue, NodeValue, RemoteValue, Value, to_python
from .attributes import class_attribute, first_line, parameters_of, runtime_parameters
from .given import are_named, given_to
from .remotes import bases

MISSING = "..."  # what only the person who starts the driver can say


def remote(
    machine: Machine,
    maker: RemoteValue,
    given: Sequence[Passed],
    call: cst.Call,
    frame: Frame,
) -> Value:
    """A source or resource is what it gives; a step is still to be bound."""
    if not are_named(machine, maker, given, call):
        return BROKEN
    known = machine.remotes[maker.definition]
    tree = machine.trees[maker.definition]
    assert isinstance(tree, (cst.FunctionDef, cst.ClassDef))
    title = machine.record.title(tree.name.value)
    settings, others, computed = _settings(machine, maker, title, given, machine.span(call))
    arguments = arguments_of(machine, others, frame, maker.definition.name)
    definition = machine.record.definition(maker.definition)
    if arguments is None or definition is None:
        return BROKEN
    span, arguments = machine.span(call), (*arguments, *computed)
    if isinstance(tree, cst.FunctionDef):
        code = join(SymbolUse(maker.definition))
        arguments = (Argument("", code, UNKNOWN, span), *arguments)
    made = machine.record.add_task(
        NodeKind.ACTOR, maker.definition, title, arguments, span, known.role
    )
    machine.record.nodes[made] = replace(
        machine.record.nodes[made],
        settings=settings,
        maker=join(HelperUse(known.maker)) if known.maker else None,
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


def _taken(machine: Machine, maker: RemoteValue, declared: Mapping[str, object]) -> dict[str, None]:
    """The parameters of a node: those that `__init__` takes, others that it needs included."""
    tree = machine.trees[maker.definition]
    definition = machine.record.definition(maker.definition)
    call = definition.call.parameters if definition is not None else None
    if isinstance(tree, cst.ClassDef) and call is None:
        call = runtime_parameters(next(bases(machine, tree, machine.homes[maker.definition]), ""))
    if call is None or isinstance(tree, cst.FunctionDef):
        return dict.fromkeys(declared)
    names = {one.name for one in call}
    is_open = any(one.kind == "**kwargs" for one in call)
    found = [name for name in declared if is_open or name in names]
    needed = (one.name for one in call if one.required and not one.kind.startswith("*"))
    return dict.fromkeys([*found, *needed])


def _settings(
    machine: Machine, maker: RemoteValue, title: str, given: Sequence[Passed], span: Span
) -> tuple[Settings, list[Passed], list[Argument]]:
    """The row of the table, and the arguments that are not in it: those that are no literals.

    So are defaults that the class computes.
    """
    tree = machine.trees[maker.definition]
    assert isinstance(tree, (cst.FunctionDef, cst.ClassDef))
    declared = class_attribute(machine, maker.definition, "Parameters")
    if isinstance(tree, cst.FunctionDef):
        declared = {}
    written = {one.keyword: literal(to_python(one.value.value)) for one in given}
    entries: dict[str, str] = {}
    computed: list[Argument] = []
    declared_ = parameters_of(declared)
    taken = _taken(machine, maker, declared_)
    for name in taken:
        entry = declared_.get(name, {})
        if name in written:
            value = written[name]
        else:
            value = literal(entry["default"]) if "default" in entry else MISSING
        if value is not None:
            entries[name] = value
        elif name not in written:
            item = text(f'.Parameters["{name}"]["default"]')
            code = join(SymbolUse(maker.definition), item)
            computed.append(Argument(f"{name}=", code, UNKNOWN, span))
    for one in given:
        if one.keyword is not None and one.keyword not in entries and written[one.keyword]:
            entries[one.keyword] = str(written[one.keyword])
    others = [one for one in given if one.keyword is None or one.keyword not in entries]
    row = tuple(entries.items())
    return Settings(title, first_line(tree), row, given_to(machine, given)), others, computed
