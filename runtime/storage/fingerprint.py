"""What a result depends on: code, arguments, and the results before it."""

from __future__ import annotations

import ast
import contextlib
import dis
import hashlib
import pickle
import re
import types
import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from .features import LOCALS, SETUPS

DEFINED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Sources:
    """What the names at the top of a module stand for, without comments and layout.

    `values` are the module's variables, as they are now.
    """

    def __init__(self, text: str, values: Mapping[str, Any]) -> None:
        self.values = values
        self.code: dict[str, ast.stmt] = {}  # what binds a name, and what that reads
        self.reads: dict[str, set[str]] = {}
        self.known: dict[str, tuple[str, dict[str, str]]] = {}
        self.under_way: list[str] = []
        statements = ast.parse(text).body
        if SETUPS:
            around = [made for one in statements for made in parted(one, text)]
            self.around = {one.name for one in around}
            statements += around
        for one in statements:
            module = ast.Module([plain(one)], [])
            code = compile(module, "", "exec", dont_inherit=True)
            for step in dis.get_instructions(code):
                if step.opname == "STORE_NAME":
                    self.code[step.argval] = one
                    self.reads[step.argval] = {*names_read(code)}
        self.defined = {n for n, one in self.code.items() if isinstance(one, DEFINED)}
        named = [*values, *sorted(self.defined & values.keys())]
        self.name_of = {id(values[name]): name for name in named}

    def facts(self, name: str) -> tuple[str, dict[str, str]]:
        """Digests of the code that `name` leads to, and of the variables it reads."""
        if name in self.known:
            return self.known[name]
        reached = self.reached(name) or sorted(self.code)
        code = [(n, ast.unparse(self.code[n])) for n in reached if n in self.code]
        if name in self.under_way:  # a value that it reads leads back to it
            return digest_of(code), {}
        self.under_way.append(name)
        values = dict(item for one in reached for item in self.variables(one))
        found = digest_of(code), {n: digest_of(v, self) for n, v in values.items()}
        self.under_way.pop()
        if not self.under_way:
            self.known[name] = found
        return found

    def reached(self, name: str) -> list[str]:
        """The names of the module that `name` leads to, with itself."""
        found: set[str] = set()
        pending = {name}
        if SETUPS:
            pending |= self.around & {f"{name}_prepared"}
        while pending := pending - found:
            found |= pending
            read = set[str]().union(*(self.reads.get(one, ()) for one in pending))
            pending = {n for n in read if n[:2] != "__"} & {*self.code, *self.values}
        return sorted(found)

    def variables(self, name: str) -> Iterator[tuple[str, Any]]:
        """The value of a variable, or those that a class holds."""
        value = self.values.get(name)
        is_task = hasattr(value, "remote")  # its code is another name
        is_code = isinstance(
            self.code.get(name), (*DEFINED, ast.Import, ast.ImportFrom)
        )
        if not is_task and not is_code:
            yield name, value
        for key, held in vars(value).items() if isinstance(value, type) else ():
            if key[0] != "_" and not callable(held) and not hasattr(held, "__get__"):
                yield f"{name}.{key}", held


def plain(statement: ast.stmt) -> ast.stmt:
    """The statement without docstrings, and without the decorators that are Ray's."""
    for node in ast.walk(statement):
        if isinstance(node, DEFINED):
            node.decorator_list = [d for d in node.decorator_list if not is_of_ray(d)]
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                node.body = node.body[1:] or [ast.Pass(lineno=1, col_offset=0)]
    return statement


def parted(task: ast.stmt, module: str) -> Iterator[ast.FunctionDef]:
    """Takes what plugins call out of a task, as if a function around it called that."""
    if not isinstance(task, ast.FunctionDef) or "_prepared" in task.name:
        return
    name = task.name
    decorators = " ".join(map(ast.unparse, task.decorator_list))
    found = re.search(r"'FFC_SETUP': '([\w., ]+)'", decorators)
    if found and f"{name}_prepared" not in module:
        text = f"def {name}_prepared(*args, **kwargs): return {name}(*args, **kwargs)"
        around: Any = ast.parse(text).body[0]
        first = 0 if ast.get_docstring(task) is None else 1
        calls = slice(first, first + 1 + found[1].count(","))
        around.body[:0] = task.body[calls]
        del task.body[calls]
        yield around


def is_of_ray(decorator: ast.expr) -> bool:
    return ast.unparse(decorator).startswith(("ray.remote", "unpacked"))


def names_read(code: types.CodeType) -> Iterator[str]:
    """The names that the code looks up in the module."""
    for step in dis.get_instructions(code):
        if step.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
            yield step.argval
    for inner in code.co_consts:
        if isinstance(inner, types.CodeType):
            yield from names_read(inner)


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
        name = self.sources.name_of.get(id(value)) if self.sources else None
        if self.sources and name in self.sources.defined:
            return "code", digest_of(self.sources.facts(name))
        if LOCALS and "<" in value.__qualname__:
            return value.__qualname__, digest_of(
                parts_of(value, self.sources), self.sources
            )
        return None


def parts_of(value: Any, sources: Sources | None) -> Any:
    """What a function or class within a function is made of."""
    if isinstance(value, type):
        held = vars(value).items()
        return value.__bases__, {
            n: v for n, v in held if not hasattr(type(v), "__set__")
        }
    cells = [cell.cell_contents for cell in value.__closure__ or ()]
    given = cells, value.__defaults__, value.__kwdefaults__
    read = sorted(
        {*names_read(value.__code__)} & (sources.values.keys() if sources else set())
    )
    facts = {name: digest_of(sources.facts(name)) for name in read if sources}
    return instructions(value.__code__), given, facts


def instructions(code: types.CodeType) -> tuple[Any, ...]:
    """What code does, without where it stands."""
    consts = [
        instructions(one) if isinstance(one, types.CodeType) else one
        for one in code.co_consts
    ]
    return code.co_code, code.co_names, consts
