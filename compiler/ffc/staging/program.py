"""A module of an app → the program that its wiring builds."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import libcst as cst

from ..diagnostics import Sink
from ..frontend import Modules, ParsedModule
from ..ir import Fragment, Module, Program, text
from .coding import coded
from .docstring import docstring_of, split_docstring
from .facts import with_facts
from .kept.asked_names import put_asked
from .kept.named_later import put_names
from .machine import Machine
from .modules.importing import imports_any
from .modules.loading import load
from .modules.types import bind_pending
from .stager import Stager
from .values import ModuleValue

_DEEPEST = 12_000  # calls in ffc, for 200 calls inside each other in the app


def stage(
    module: ParsedModule, sink: Sink, scope: int = 0, finder: Modules | None = None
) -> Program:
    """The program that the wiring of `module` builds. What cannot be staged is reported.

    `scope` is the one of the symbols that the module binds. The app's own modules are where
    `finder` finds them; without it, imports stay as they are.
    """
    stager = Stager(module, sink, scope, finder)
    stager.tracks = stager.tracks or imports_any(stager, module.tree, stager.globals)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _DEEPEST))
    try:
        if finder is not None and finder.package:
            load(stager, finder.package, module.tree)
        stager.execute(split_docstring(module.tree)[1], stager.globals)
        bind_pending(stager)
        definitions = coded(stager)
    finally:
        sys.setrecursionlimit(limit)
    record = stager.record
    put_names(record)
    put_asked(stager)
    return Program(
        source=module.source,
        docstring=_docstring(module.tree),
        future=_future(module.tree),
        imports=tuple(record.imports),
        definitions=with_facts(stager, definitions),
        nodes=tuple(record.with_held(node) for node in record.nodes),
        flows=tuple(record.with_leaves(flow) for flow in record.flows),
        statements=tuple(record.statements),
        ref_names=tuple(record.ref_names.items()),
        bound_refs=tuple((ref, symbol) for (ref, _), symbol in record.bound_refs.items()),
        blocks=tuple(record.blocks),
        calls=tuple(record.calls),
        paths=tuple(record.paths),
        passes=record.passes,
        star_imports=tuple(dict.fromkeys(stager.star_imports)),
        modules=tuple(_modules(stager)),
        captured=tuple(stager.captured),
        kept_packages=_kept(finder),
    )


def _kept(finder: Modules | None) -> tuple[str, ...]:
    """The packages that stay imports, each with all that is in it."""
    kept = finder.kept if finder is not None else ()
    return tuple(dict.fromkeys(one.partition(".")[0] for one in kept))


def _modules(machine: Machine) -> Iterator[Module]:
    for module in machine.modules.values():
        if isinstance(module, ModuleValue):
            parsed = module.frame.parsed
            future = _future(parsed.tree) if parsed is not None else ()
            yield Module(module.frame.scope, module.name, future)


def _docstring(tree: cst.Module) -> Fragment | None:
    found = docstring_of(tree)
    return None if found is None else text(cst.Module(body=()).code_for_node(found))


def _future(tree: cst.Module) -> tuple[str, ...]:
    """The features that the module imports from `__future__`, which stands at its very top."""
    found: dict[str, None] = {}
    for line in tree.body:
        for small in line.body if isinstance(line, cst.SimpleStatementLine) else ():
            module = small.module if isinstance(small, cst.ImportFrom) else None
            if isinstance(module, cst.Name) and module.value == "__future__":
                assert isinstance(small, cst.ImportFrom)
                assert not isinstance(small.names, cst.ImportStar)
                found.update((alias.evaluated_name, None) for alias in small.names)
    return tuple(found)
