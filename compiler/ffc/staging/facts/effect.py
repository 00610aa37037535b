"""What calling a task does besides giving its result."""

from __future__ import annotations

import libcst as cst

from ...frontend.names import body_names
from ...ir import Definition, DefinitionKind, Effect, Symbol
from ..effects import effect_of
from ..frame import Frame
from ..machine import Machine
from ..record import Record


def effect_of_task(machine: Machine, definition: Definition) -> Effect:
    """The strongest effect in the body of a task; `ANY` for everything else."""
    tree = machine.trees[definition.symbol]
    if definition.kind is not DefinitionKind.TASK or definition.decorators:
        return Effect.ANY
    assert not isinstance(tree, cst.ClassDef)
    own = frozenset(use.name for use in body_names(tree) if use.binds)
    home = machine.homes[definition.symbol]
    return effect_of(tree.body, machine, Frame(home.scope, machine.trail, outer=home, own=own))


def unused(record: Record) -> frozenset[Symbol]:
    """What the nodes call whose result no node takes and no workflow asks for."""
    used = {ref.node for node in record.nodes for ref in node.inputs}
    used.update(node for one in record.nodes for node in record.with_held(one).held)
    used.update(node for flow in record.flows for node in record.leaves(flow.id))
    return frozenset(node.definition for node in record.nodes if node.id not in used)
