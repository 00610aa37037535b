"""Facts about the code that workers run: one module for each kind, all made of one search.

Nothing is said here: whether a fact matters is for the checks to decide, which see no syntax.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import libcst as cst

from ...ir import Definition, Effect
from ...ir.facts import Facts
from ...slicing.shipped import shipped
from ..machine import Machine
from .arguments import argument_changes
from .code import Imports, functions
from .effect import effect_of_task, unused
from .variables import global_changes
from .waits import waits


def with_facts(machine: Machine, definitions: Sequence[Definition]) -> tuple[Definition, ...]:
    """The definitions, with the facts of those that tasks and actor classes lead to."""
    remote = [definition for definition in definitions if definition.kind.is_remote]
    needed = {one.definition.symbol for one in shipped(definitions, remote)}
    idle = unused(machine.record)
    imports = Imports(machine)
    found = []
    for one in definitions:
        if one.symbol in needed:
            effect = effect_of_task(machine, one) if one.symbol in idle else Effect.ANY
            one = replace(one, facts=replace(_facts(machine, one, imports), effect=effect))
        found.append(one)
    return tuple(found)


def _facts(machine: Machine, definition: Definition, imports: Imports) -> Facts:
    tree, home = machine.trees[definition.symbol], machine.homes[definition.symbol]
    machine.module = home.parsed or machine.module
    if isinstance(tree, cst.Lambda):
        return Facts()
    found = list(functions(machine, tree, home, imports))
    return Facts(
        global_changes=tuple(change for one in found for change in global_changes(one)),
        argument_changes=tuple(change for one in found for change in argument_changes(one)),
        waits=tuple(wait for one in found for wait in waits(one)),
    )
