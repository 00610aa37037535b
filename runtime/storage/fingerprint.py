"""What a result depends on: code, arguments, and the results before it."""

from __future__ import annotations

import ast
import dis
import hashlib
import pickle
import types
from collections.abc import Iterator, Mapping
from typing import Any


class Sources:
    """What the names at the top of a module stand for, without comments and layout.

    `values` are the module's variables.
    """

    def __init__(self, text: str, values: Mapping[str, Any]) -> None:
        self.values = values
        self.names = {id(value): name for name, value in values.items()}
        self.statements: dict[str, ast.stmt] = {}
        for statement in ast.parse(text).body:
            for name in bound_names(statement):
                self.statements[name] = plain(statement)
        self.known: dict[str, tuple[str, list[str]]] = {}

    def digest(self, name: str) -> str:
        """Of the code of `name`, and of all code of the module that it leads to."""
        return self.facts(name)[0]

    def facts(self, name: str) -> tuple[str, list[str]]:
        """The digest of the code of `name`, and the variables that this reads."""
        if name not in self.known:
            reached = self.reached(name) or sorted(self.statements)
            code = {one: self.statements[one] for one in reached}
            digest = digest_of([(one, ast.unparse(s)) for one, s in code.items()])
            kinds = (ast.Assign, ast.AnnAssign, ast.AugAssign)
            variables = [one for one, s in code.items() if isinstance(s, kinds)]
            self.known[name] = digest, variables
        return self.known[name]

    def reached(self, name: str) -> list[str]:
        found: dict[str, None] = {}
        open_names = [name]
        while open_names:
            one = open_names.pop()
            if one in found or one not in self.statements:
                continue
            found[one] = None
            open_names += names_read(self.statements[one])
        return sorted(found)


def plain(statement: ast.stmt) -> ast.stmt:
    """The statement without docstrings, and without the decorators that are Ray's."""
    for node in ast.walk(statement):
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            continue
        node.decorator_list = [d for d in node.decorator_list if not is_of_ray(d)]
        first = node.body[0]
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            node.body = node.body[1:] or [ast.Pass()]
    return statement


def is_of_ray(decorator: ast.expr) -> bool:
    return ast.unparse(decorator).startswith(("ray.remote", "unpacked"))


def bound_names(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield statement.name
        return
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.alias):
            yield (node.asname or node.name).partition(".")[0]


def names_read(statement: ast.stmt) -> list[str]:
    """The names that the code looks up in the module."""
    module = ast.fix_missing_locations(ast.Module([statement], []))
    open_codes = [compile(module, "", "exec", dont_inherit=True)]
    found = []
    for code in open_codes:
        open_codes += [c for c in code.co_consts if isinstance(c, types.CodeType)]
        for step in dis.get_instructions(code):
            if step.opname.startswith("LOAD") and step.opname.endswith(
                ("GLOBAL", "NAME")
            ):
                found.append(step.argval)
    return found


def digest_of(value: Any, sources: Sources | None = None) -> str:
    """The same for equal values in every process; what is short is there itself."""
    if type(value) in (int, float, bool, str, type(None)) and len(repr(value)) < 40:
        return repr(value)
    if hasattr(value, "__stored_ref__"):
        return str(value.fingerprint)
    written = hashlib.sha256()
    pickler = Digester(types.SimpleNamespace(write=written.update), protocol=4)
    pickler.fast = True  # equal values are written alike, whoever else holds them
    pickler.sources = sources
    pickler.dump(value)
    return written.hexdigest()[:32]


class Digester(pickle.Pickler):
    """Has names for what pickles differently each time, or not at all."""

    sources: Sources | None = None

    def persistent_id(self, value: Any) -> Any:
        if isinstance(value, (set, frozenset)):
            return "set", sorted(digest_of(one, self.sources) for one in value)
        if isinstance(value, types.ModuleType):
            return "module", value.__name__
        if hasattr(value, "__stored_ref__"):
            return "result", value.fingerprint
        if not callable(value):
            return None
        name = self.sources.names.get(id(value)) if self.sources else None
        if self.sources and name in self.sources.statements:
            return "code", self.sources.digest(name)
        if isinstance(value, types.FunctionType) and "<" in value.__qualname__:
            cells = [cell.cell_contents for cell in value.__closure__ or ()]
            return (
                "function",
                instructions(value.__code__),
                digest_of(cells, self.sources),
            )
        return None


def instructions(code: types.CodeType) -> tuple[Any, ...]:
    constants = code.co_consts
    inner = [
        instructions(c) if isinstance(c, types.CodeType) else repr(c) for c in constants
    ]
    return code.co_code, code.co_names, tuple(inner)
