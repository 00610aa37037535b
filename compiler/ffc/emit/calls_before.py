"""The calls that come before a node, as wrappers of its function or class make them."""

from __future__ import annotations

from dataclasses import dataclass

from ..ir import Fragment, Program, Setups, Symbol, SymbolUse


@dataclass(frozen=True)
class Call:
    """`function(seed)` if it `takes_seed`; one that is not `direct` is passed by the submission."""

    function: Fragment
    takes_seed: bool
    direct: bool


Calls = tuple[Call, ...]
Methods = tuple[tuple[str, Calls], ...]


def calls_of(program: Program, setups: Setups) -> Calls:
    """What a wrapper has to call."""
    return tuple(
        Call(s.function, s.seeds is not None, not s.is_object and _is_global(program, s.function))
        for s in setups
    )


def _is_global(program: Program, function: Fragment) -> bool:
    """Whether all that it names is at the driver's module level."""
    parts = (part for part in function.parts if not isinstance(part, (str, SymbolUse)))
    return not any(parts) and program.global_names.issuperset(function.symbols)


def methods_of(program: Program, definition: Symbol) -> Methods:
    """The methods of a class that some call has plugins for, with these; each once."""
    found: dict[tuple[str, Calls], None] = {}
    for one in program.equipped:
        node = program.nodes[one.node]
        if node.definition == definition and node.method is not None:
            found[node.method, calls_of(program, one.setups)] = None
    return tuple(found)


def prepared(program: Program) -> frozenset[Symbol]:
    """The functions and classes of nodes with plugins: these stay plain."""
    return frozenset(program.nodes[one.node].definition for one in program.equipped)
