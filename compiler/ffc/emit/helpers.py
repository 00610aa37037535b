"""The runtime's helpers: which a driver uses, and their code, sliced like the app's own."""

from __future__ import annotations

import builtins
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pkgutil import get_data

from ..diagnostics import Sink
from ..frontend import parse
from ..frontend.annotations import without_annotations
from ..ir import Program, Symbol
from ..slicing import Slice, needed
from ..source import SourceFile
from ..staging import stage

# Helper → the module of `runtime/` that has it.
MODULES: Mapping[str, str] = {
    "InFlight": "in_flight",
    "connect": "connecting",
    "fetch": "fetching",
    "found": "finding",
    "item": "items",
    "matching": "matching",
    "named": "matching",
    "pack": "packing",
    "returning_items": "picking",
    "unpacked": "packing",
    "unpacked_methods": "packing",
    "wait_for": "waiting",
}
_SCOPES = {module: -1 - index for index, module in enumerate(sorted(set(MODULES.values())))}


@dataclass(frozen=True)
class Helpers:
    """The helpers that a driver uses: their symbols, and what of each module it needs."""

    symbols: Mapping[str, Symbol]
    slices: tuple[tuple[Program, Slice], ...]

    @property
    def builtins(self) -> frozenset[str]:
        """The builtin names in their code, which the app's definitions must not hide."""
        code = [d.tail for _, kept in self.slices for d in kept.definitions]
        texts = (part for one in code for part in one.parts if isinstance(part, str))
        words = {word for text in texts for word in re.findall(r"\w+", text)}
        return frozenset(words.intersection(dir(builtins)))


def helpers(used: frozenset[str]) -> Helpers:
    """What the helpers called `used` need."""
    symbols = {name: Symbol(name, _SCOPES[MODULES[name]]) for name in sorted(used)}
    modules = sorted({MODULES[name] for name in used})
    slices = []
    for module in modules:
        program = _program(module)
        roots = [symbols[name] for name in symbols if MODULES[name] == module]
        slices.append((program, needed(program, roots)))
    return Helpers(symbols, tuple(slices))


@cache
def _program(module: str) -> Program:
    """The runtime's module, staged like an app: it has definitions, and no wiring."""
    data = get_data("ffc.runtime", f"{module}.py")
    assert data is not None, "the runtime is installed as source"
    text = data.decode("utf-8")
    sink = Sink()
    parsed = parse(SourceFile(f"ffc.runtime.{module}", None, text), sink)
    assert parsed is not None, "the runtime is Python"
    parsed = replace(parsed, tree=without_annotations(parsed.tree))
    return stage(parsed, sink, scope=_SCOPES[module])
