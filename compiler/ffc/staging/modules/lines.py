"""The lines of imports that go: the statements, and the blank lines that they leave."""

from __future__ import annotations

import libcst as cst

from ...frontend.search import find
from ...ir import Fragment, text
from .importing import Import_, Imported

_NOTHING = text("pass")


def rest(small: Import_, names: list[Imported]) -> Fragment:
    """The statement without what it imports of the app's own modules; `pass` if that was all."""
    local = {id(one.place) for one in names}
    aliases = () if isinstance(small, cst.ImportFrom) else small.names
    others = [alias for alias in aliases if id(alias) not in local]
    if not others:
        return _NOTHING
    last = others[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    return text(written(small.with_changes(names=[*others[:-1], last])))


def written(node: cst.CSTNode) -> str:
    return cst.Module(body=()).code_for_node(node)


def take_out(function: cst.FunctionDef, replaced: dict[int, Fragment]) -> None:
    """Takes out the lines of which nothing is left, and the blank line that then begins a block."""
    for block in find(function, cst.IndentedBlock):
        gone = [line for line in block.body if _is_gone(line, replaced)]
        stays = [line for line in block.body if line not in gone]
        if not gone or not stays:
            continue  # a block must have some statement
        replaced.update((id(line), text("")) for line in gone)
        if block.body[0] in gone:
            for line in getattr(stays[0], "leading_lines", ()):
                if line.comment is not None:
                    break
                replaced[id(line)] = text("")


def _is_gone(line: cst.BaseStatement, replaced: dict[int, Fragment]) -> bool:
    smalls = line.body if isinstance(line, cst.SimpleStatementLine) else ()
    left = [replaced.get(id(small)) for small in smalls]
    return bool(left) and all(code == _NOTHING for code in left)
