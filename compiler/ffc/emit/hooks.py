"""Takes out of the runtime's classes the hooks that an app does not use.

def on_start(self): "…"                     the app has no on_start: both are gone
def _start(self, label):          →         def _start(self, label):
    self.on_start()                             return {"outputs": self.Outputs}
    return {"outputs": self.Outputs}

A hook that only returns something is written in place of its calls: `self.route(note)` is `"out"`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from ..frontend.search import find

# By the driver.
_CALLED = frozenset({"_start", "_take", "_finish", "_load", "_answer", "_value", "_logs"})


def without_hooks(tree: cst.Module, words: frozenset[str], used: frozenset[str]) -> cst.Module:
    """The module without the hooks that are not among the `words` of the app.

    Of the classes, it keeps those that are `used`, and what these are derived from.
    """
    tree = tree.with_changes(body=[*_used(tree, words | used)])
    while True:
        hooks = _Hooks(tree, words, shows="log" in words | used)
        changed = tree.visit(hooks)
        if not hooks.changes:
            return changed
        tree = changed


def _used(tree: cst.Module, words: frozenset[str]) -> Iterator[cst.BaseStatement]:
    """The statements without the classes that nobody derives from or makes."""
    wanted = set(words)
    kept: list[cst.BaseStatement] = []
    for statement in reversed(tree.body):
        assert isinstance(statement, cst.BaseStatement)
        if isinstance(statement, cst.ClassDef) and (statement.bases or _is_root(statement)):
            if statement.name.value not in wanted:
                continue
            bases = (base.value for base in statement.bases)
            wanted.update(base.value for base in bases if isinstance(base, cst.Name))
        kept.append(statement)
    return reversed(kept)


def _is_root(owner: cst.ClassDef) -> bool:
    return owner.name.value in ("Step", "Resource")


class _Hooks(cst.CSTTransformer):
    """Takes out what is trivial or called by nobody, and what that leaves empty."""

    def __init__(self, tree: cst.Module, words: frozenset[str], shows: bool) -> None:
        super().__init__()
        self.changes = 0
        methods: dict[str, list[cst.FunctionDef]] = {}
        for owner in find(tree, cst.ClassDef):
            for one in owner.body.body:
                if isinstance(one, cst.FunctionDef):
                    methods.setdefault(one.name.value, []).append(one)
        free = {name: one[0] for name, one in methods.items() if len(one) == 1}
        mentioned = _mentioned(tree)
        self._gone = {
            name: _returned(one)
            for name, one in free.items()
            if name not in words
            and name not in _CALLED
            and not name.endswith("__")
            and (_is_trivial(one) or name not in mentioned)
        }
        if not shows:
            self._gone |= {"log": None, "_logs": None}
        fields = {name for name in mentioned if mentioned[name] > 1 or name in words}
        self._inits = [one for one in methods.get("__init__", ()) if _stores_unread(one, fields)]
        self._shows = shows

    def leave_FunctionDef(
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef | cst.RemovalSentinel:
        is_init = any(original_node is one for one in self._inits)
        is_method = (
            updated_node.params.params and updated_node.params.params[0].name.value == "self"
        )
        gone = is_init or updated_node.name.value in self._gone or _is_abstract(updated_node)
        if is_method and gone:
            self.changes += 1
            return cst.RemoveFromParent()
        return updated_node

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine | cst.RemovalSentinel:
        first = original_node.body[0]
        called = first.value if isinstance(first, cst.Expr) else None
        if isinstance(called, cst.Call) and self._does_nothing(called):
            self.changes += 1
            return cst.RemoveFromParent()
        return updated_node

    def _does_nothing(self, call: cst.Call) -> bool:
        if isinstance(call.func, cst.Name):
            return call.func.value == "show_as" and not self._shows
        name = _own_method(call)
        return name in self._gone and self._gone[name] is None

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        value = self._gone.get(_own_method(original_node))
        if value is None:
            return updated_node
        self.changes += 1
        return value

    def leave_If(self, original_node: cst.If, updated_node: cst.If) -> cst.If | cst.RemovalSentinel:
        if not updated_node.body.body:
            return cst.RemoveFromParent()
        return updated_node


def _own_method(call: cst.Call) -> str:
    """The name of the method in `self.name(…)`."""
    func = call.func
    is_own = isinstance(func, cst.Attribute) and isinstance(func.value, cst.Name)
    if not is_own or not isinstance(func, cst.Attribute) or not isinstance(func.value, cst.Name):
        return ""
    return func.attr.value if func.value.value == "self" else ""


def _mentioned(tree: cst.Module) -> dict[str, int]:
    """How often something is called that after a dot."""
    found: dict[str, int] = {}
    for one in find(tree, cst.Attribute):
        found[one.attr.value] = found.get(one.attr.value, 0) + 1
    return found


def _statements(function: cst.FunctionDef) -> list[cst.BaseSmallStatement]:
    """The statements behind the docstring; a compound one is there as `pass` that is not alone."""
    found: list[cst.BaseSmallStatement] = []
    for line in function.body.body:
        small = line.body if isinstance(line, cst.SimpleStatementLine) else [cst.Pass(), cst.Pass()]
        found += (one for one in small if isinstance(one, cst.BaseSmallStatement))
    is_text = found and isinstance(found[0], cst.Expr)
    return found[1:] if is_text and isinstance(found[0].value, cst.SimpleString) else found  # type: ignore[attr-defined]


def _is_trivial(function: cst.FunctionDef) -> bool:
    return not _statements(function) or _returned(function) is not None


def _is_abstract(function: cst.FunctionDef) -> bool:
    """Whether a class of the app is there to have it: ffc has seen that it does."""
    found = _statements(function)
    return len(found) == 1 and isinstance(found[0], cst.Raise)


def _returned(function: cst.FunctionDef) -> cst.BaseExpression | None:
    """What it returns, if it does nothing else and that needs no argument."""
    found = _statements(function)
    value = found[0].value if len(found) == 1 and isinstance(found[0], cst.Return) else None
    return value if isinstance(value, cst.SimpleString) else None


def _stores_unread(function: cst.FunctionDef, read: set[str]) -> bool:
    """Whether it only sets fields that nothing reads."""
    found = _statements(function)
    targets = [one.targets[0].target for one in found if isinstance(one, cst.Assign)]
    names = [one.attr.value for one in targets if isinstance(one, cst.Attribute)]
    return len(names) == len(found) > 0 and read.isdisjoint(names)


def words_in(texts: list[str]) -> frozenset[str]:
    """The words of an app's code; one that gives `__init__` of a step something says `item_key`."""
    found = {word for text in texts for word in re.findall(r"\w+", text)}
    if any(re.search(r"super\(\)\.__init__\(\s*[^)\s]", text) for text in texts):
        found.add("item_key")
    return frozenset(found)
