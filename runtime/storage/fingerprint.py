"""What a result depends on: code, arguments, and the results before it."""

from __future__ import annotations

import ast
import contextlib
import dis
import hashlib
import pickle
import types
import uuid
from collections.abc import Iterator, Mapping
from typing import Any

DEFINED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
CODE = (*DEFINED, ast.Import, ast.ImportFrom)


class Sources:
    """What the names at the top of a module stand for, without comments and layout.

    `values` are the module's variables, as they are now.
    """

    def __init__(self, text: str, values: Mapping[str, Any]) -> None:
        self.values = values
        self.statements: dict[str, ast.stmt] = {}
        for statement in ast.parse(text).body:
            for name in bound_names(statement):
                self.statements[name] = statement
        self.plain: dict[str, ast.stmt] = {}
        self.names = {id(value): name for name, value in values.items()}
        self.defined = {n for n, s in self.statements.items() if isinstance(s, DEFINED)}
        self.names |= {id(values[name]): name for name in self.defined & values.keys()}
        self.known: dict[str, tuple[str, dict[str, str]]] = {}
        self.under_way: set[str] = set()

    def digest(self, name: str) -> str:
        """Of all that `name` leads to: code, and the values that this reads."""
        return digest_of(self.facts(name))

    def facts(self, name: str) -> tuple[str, dict[str, str]]:
        """The digest of the code that `name` leads to, and those of the variables."""
        if name in self.known:
            return self.known[name]
        reached = self.reached(name) or sorted(self.statements)
        code = {one: self.code(one) for one in reached if one in self.statements}
        digest = digest_of([(one, ast.unparse(s)) for one, s in code.items()])
        if name in self.under_way:  # a value that it reads leads back to it
            return digest, {}
        self.under_way |= {name}
        variables = dict(item for one in reached for item in self.variables(one))
        facts = digest, {n: digest_of(v, self) for n, v in variables.items()}
        self.under_way -= {name}
        if not self.under_way:
            self.known[name] = facts
        return facts

    def variables(self, name: str) -> Iterator[tuple[str, Any]]:
        """The value of a variable, or those that a class holds."""
        value = self.values.get(name)
        is_task = type(value).__module__.startswith("ray.")  # its code is another name
        if not is_task and not isinstance(self.statements.get(name), CODE):
            yield name, value
        for attribute, held in vars(value).items() if isinstance(value, type) else ():
            if (
                attribute[0] != "_"
                and not callable(held)
                and not hasattr(held, "__get__")
            ):
                yield f"{name}.{attribute}", held

    def code(self, name: str) -> ast.stmt:
        if name not in self.plain:
            self.plain[name] = plain(self.statements[name])
        return self.plain[name]

    def reached(self, name: str) -> list[str]:
        found: dict[str, None] = {}
        open_names = [name]
        while open_names:
            one = open_names.pop()
            if one in found or (one not in self.statements and one not in self.values):
                continue
            if one[:2] == "__":
                continue
            found[one] = None
            if one in self.statements:
                module = ast.Module([self.code(one)], [])
                code = compile(ast.fix_missing_locations(module), "", "exec", 0, True)
                open_names += names_read(code)
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


def names_read(code: types.CodeType) -> list[str]:
    """The names that the code looks up in the module."""
    found = []
    open_codes = [code]
    for one in open_codes:
        open_codes += [c for c in one.co_consts if isinstance(c, types.CodeType)]
        for step in dis.get_instructions(one):
            if step.opname.startswith("LOAD") and step.opname.endswith(
                ("GLOBAL", "NAME")
            ):
                found.append(step.argval)
    return found


def digest_of(value: Any, sources: Sources | None = None) -> str:
    """The same for equal values in every process; what is short is there itself.

    Another each time for what cannot be written.
    """
    if type(value) in (int, float, bool, str, type(None)) and len(repr(value)) < 40:
        return repr(value)
    if hasattr(value, "__stored_ref__"):
        return str(value.fingerprint)
    for fast in (True, False):  # so that who else holds a value makes no difference
        written = hashlib.sha256()
        pickler = Digester(types.SimpleNamespace(write=written.update), protocol=4)
        pickler.fast, pickler.sources = fast, sources
        with contextlib.suppress(Exception):  # fast, values that hold themselves
            pickler.dump(value)
            return written.hexdigest()[:32]
    return uuid.uuid4().hex


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
        if not isinstance(value, (type, types.FunctionType)):
            return None
        name = self.sources.names.get(id(value)) if self.sources else None
        if self.sources and name in self.sources.defined:
            return "code", self.sources.digest(name)
        if "<" not in value.__qualname__:
            return None
        return value.__qualname__, digest_of(self.parts_of(value), self.sources)

    def parts_of(self, value: Any) -> Any:
        """What a function or class within a function is made of."""
        if isinstance(value, type):
            held = {
                n: v for n, v in vars(value).items() if not hasattr(type(v), "__set__")
            }
            return value.__bases__, held
        code, known = value.__code__, self.sources
        cells = [cell.cell_contents for cell in value.__closure__ or ()]
        reads = [name for name in names_read(code) if known and name in known.values]
        return (
            *(instructions(code), cells, value.__defaults__, value.__kwdefaults__),
            {name: known.digest(name) for name in reads if known},
        )


def instructions(code: types.CodeType) -> tuple[Any, ...]:
    inner = [
        instructions(c) if isinstance(c, types.CodeType) else c for c in code.co_consts
    ]
    return code.co_code, code.co_names, inner
