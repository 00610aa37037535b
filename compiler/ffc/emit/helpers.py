"""The runtime's helpers: which a driver uses, and their code, sliced like the app's own."""

from __future__ import annotations

import builtins
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from functools import cache
from pkgutil import get_data

from ..diagnostics import Sink
from ..dialects.stores import SERIALIZERS, STORAGE
from ..frontend import parse
from ..frontend.annotations import without_annotations
from ..ir import Plain, Program, Symbol
from ..slicing import Slice, needed
from ..source import SourceFile
from ..staging import stage
from .hooks import without_hooks
from .slimming import decided, slimmed

_STORED_PACKING = "packing_stored"
# Modules of the runtime that are one: their files name each other.
_FILES: Mapping[str, tuple[str, ...]] = {
    "steps": tuple(
        f"steps/{name}"
        for name in (
            *("note", "image", "log", "outbox", "step", "source", "batch", "prompts", "prompt"),
            *("function", "ready", "resource"),
        )
    ),
    "streams": ("steps/stream", "steps/asking", "steps/parameters"),
    "storage": tuple(
        f"storage/{name}"
        for name in (
            *("file_names", "results", "files", "folder", "bucket", "pickles", "serializers"),
            *("dask_arrays", "threads", "store", "fingerprint", "storage", "nodes", "actors"),
            *("notes", "running", "stored"),
        )
    ),
    _STORED_PACKING: ("packing",),
}
_PACKING = ("pack", "unpacked", "unpacked_methods")
_STEPS = (
    *("Note", "log", "Step", "SourceStep", "GeneratorSourceStep", "BatchStep", "PromptStep"),
    *("FunctionStep", "Split", "SplitByItems", "SplitItemField", "Copy", "StepOutput"),
    *("Resource", "NumberResource", "FunctionResource", "ListResource", "DictResource"),
    *("prompt", "bool_prompt", "selection_prompt", "text_prompt", "number_prompt"),
    *("dict_prompt", "list_prompt"),
)
# Helper → the module of `runtime/` that has it.
MODULES: Mapping[str, str] = {
    "InFlight": "in_flight",
    "connect": "connecting",
    "fetch": "fetching",
    "found": "finding",
    "item": "items",
    "matching": "matching",
    "named": "matching",
    "Plugin": "plugins",
    "returning_items": "picking",
    "seeds_from": "seeding",
    "setup_of": "plugins",
    "shipped": "shipping",
    "wait_for": "waiting",
    **dict.fromkeys(_PACKING, "packing"),
    **dict.fromkeys(_STEPS, "steps"),
    **dict.fromkeys(("StoredWorkflow", *STORAGE, *SERIALIZERS), "storage"),
    **dict.fromkeys(
        ("Answers", "Node", "Stage", "chosen", "complete", "gather", "run", "run_async"), "streams"
    ),
}
_SCOPES = {
    module: -1 - index for index, module in enumerate(sorted({*MODULES.values(), _STORED_PACKING}))
}


@dataclass(frozen=True)
class Helpers:
    """The helpers that a driver uses: their symbols, and what of each module it needs."""

    symbols: Mapping[str, Symbol]
    slices: tuple[tuple[Program, Slice], ...]

    @property
    def builtins(self) -> frozenset[str]:
        """The builtin names in their code, which the app's definitions must not hide."""
        code = [d.tail for _, kept in self.slices for d in kept.definitions]
        code += [one.code for program, kept in self.slices for one in statements(program, kept)]
        texts = (part for one in code for part in one.parts if isinstance(part, str))
        words = {word for text in texts for word in re.findall(r"\w+", text)}
        return frozenset(words.intersection(dir(builtins)))


def statements(program: Program, kept: Slice) -> list[Plain]:
    """The statements of a module of the runtime that are needed."""
    found = (program.statements[index] for index in sorted(kept.statements))
    return [one for one in found if isinstance(one, Plain)]


def helpers(used: frozenset[str], words: frozenset[str] = frozenset()) -> Helpers:
    """What the helpers called `used` need, for an app whose code has these `words`."""
    homes = {name: module_of(name, used) for name in sorted(used)}
    symbols = {name: Symbol(name, _SCOPES[home]) for name, home in homes.items()}
    slices = []
    for module in sorted(set(homes.values())):
        sliced = module in ("steps", "storage")
        given = (words, used) if sliced else (frozenset[str](), frozenset[str]())
        program = _program(module, *given)
        roots = [symbols[name] for name in symbols if homes[name] == module]
        slices.append((program, needed(program, roots)))
    return Helpers(symbols, tuple(slices))


def module_of(name: str, used: Set[str]) -> str:
    """The module that has a helper; nodes with stored results may be what is packed."""
    stored = "StoredWorkflow" in used and name in _PACKING
    return _STORED_PACKING if stored else MODULES[name]


@cache
def _program(module: str, words: frozenset[str], used: frozenset[str]) -> Program:
    """The runtime's module, staged like an app: it has definitions, and no wiring."""
    files = _FILES.get(module)
    text = _text(module) if files is None else "\n\n".join(map(_joined, files))
    if module == "storage":
        text = slimmed(text, used, words)
    if module == "steps":
        text = decided(text, {"IMAGES"} if "image" in words else frozenset())
    if module == _STORED_PACKING:
        is_ref = "isinstance(value, ray.ObjectRef)"
        text = text.replace(is_ref, f'{is_ref} or hasattr(value, "__stored_ref__")')
    sink = Sink()
    parsed = parse(SourceFile(f"ffc.runtime.{module}", None, text), sink)
    assert parsed is not None, "the runtime is Python"
    tree = without_hooks(parsed.tree, words, used) if module == "steps" else parsed.tree
    parsed = replace(parsed, tree=without_annotations(tree))
    program = stage(parsed, sink, scope=_SCOPES[module])
    # `@ray.remote` does nothing to others: what it decorates is there only if it is used.
    plain = tuple(replace(one, has_effects=False) for one in program.definitions)
    return replace(program, definitions=plain)


def _text(file: str) -> str:
    data = get_data("ffc.runtime", f"{file}.py")
    assert data is not None, "the runtime is installed as source"
    return data.decode("utf-8")


def _joined(file: str) -> str:
    """The file without its docstring, and without what it imports of others."""
    behind = _text(file).split('"""', 2)[2]
    return re.sub(r"^from (\.\w+|__future__) import [^\n]*\n", "", behind, flags=re.MULTILINE)
