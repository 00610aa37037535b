"""`docs/language.md` says what becomes of each construct: every example in it is compiled.

A row of a table is a construct, an example and what ffc does with it. `known` and `kept` rows show
lines of the driver, `refused` rows a code and the message. The table of values has expressions: a
condition on a known one is decided as Python decides it, one on a kept one is in the driver.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.source import SourceFile

PAGE = (Path(__file__).parents[2] / "docs" / "language.md").read_text(encoding="utf-8")
BEGIN, EVERYTHING = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
END = '\nflow = RayWorkflow(data, workflow_name="all")\nflow.run()\n'
LOOPS = (ast.For, ast.While, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(frozen=True)
class Row:
    """One construct: its example, `known`, `kept` or a code, and what is shown of the outcome."""

    construct: str
    example: str
    outcome: str
    shown: tuple[str, ...]


def _rows() -> Iterator[list[str]]:
    """The cells of every row of every table, heads and rules left out."""
    for table in re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE):
        for line in table.splitlines()[2:]:
            yield [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def _spans(cell: str) -> tuple[str, ...]:
    return tuple(span.replace("\\|", "|") for span in re.findall(r"`([^`]*)`", cell))


def _construct(name: str, example: str, outcome: str, shown: str) -> Row:
    code = re.fullmatch(r"refused \[(FFC\d+)\]\(diagnostics\.md\)", outcome)
    if code is None:
        assert outcome in ("known", "kept"), outcome
        return Row(name, "\n".join(_spans(example)), outcome, _spans(shown))
    return Row(name, "\n".join(_spans(example)), code[1], (shown.replace("\\|", "|"),))


CONSTRUCTS = [_construct(*cells) for cells in _rows() if len(cells) == 4]
KNOWN = [row for row in CONSTRUCTS if row.outcome == "known"]
VALUES = [
    (expression, outcome)
    for cells in _rows()
    if len(cells) == 3
    for outcome, cell in zip(("known", "kept"), cells[1:], strict=True)
    for expression in _spans(cell)
]


def _id(row: Row) -> str:
    return row.construct


def _compiled(example: str) -> tuple[str | None, list[tuple[str, str]]]:
    """The driver of an example, and what ffc reports besides warnings about the graph."""
    sink = Sink()
    source = SourceFile("app.py", None, f"{BEGIN}{example}\n{END}")
    compiled = compile_source(source, Target("app.py", "ffc compile app.py"), sink)
    found = [(d.code, d.message) for d in sink.diagnostics if not d.code.startswith("FFC4")]
    return compiled and compiled.driver, found


def _wiring(driver: str) -> str:
    behind = driver.partition("\ndef main(")[2].partition('\nif __name__ == "__main__":')[0]
    return behind.partition("\n# What follows is ffc's runtime")[0]


def _is_python(example: str) -> bool:
    try:
        ast.parse(example)
    except SyntaxError:
        return False
    return True


@pytest.mark.parametrize("row", CONSTRUCTS, ids=_id)
def test_construct(row: Row) -> None:
    driver, found = _compiled(row.example)
    if not _is_python(row.example):  # the Python at hand is older than the construct
        assert [code for code, _ in found] == ["FFC102"]
    elif row.outcome.startswith("FFC"):
        assert found == [(row.outcome, row.shown[0])]
        assert driver is None
    else:
        assert found == []
        assert driver is not None
        assert row.shown, "a row shows what is in the driver"
        for line in row.shown:
            assert line in driver


@pytest.mark.parametrize("row", KNOWN, ids=_id)
def test_known_is_decided(row: Row) -> None:
    """No condition of a known example is left to the driver, and no loop that is not shown."""
    driver, _ = _compiled(row.example)
    assert driver is not None
    wiring = ast.parse("def main(" + _wiring(driver))
    assert not [one for one in ast.walk(wiring) if isinstance(one, (ast.If, ast.IfExp))]
    is_shown = any(line.startswith("for ") or "named(" in line for line in row.shown)
    assert is_shown or not [one for one in ast.walk(wiring) if isinstance(one, LOOPS)]


@pytest.mark.parametrize(("expression", "outcome"), VALUES, ids=str)
def test_value(expression: str, outcome: str) -> None:
    if outcome == "kept":
        condition = f"({expression}) == 1"
    else:
        names: dict[str, object] = {}
        exec(BEGIN.partition("\nfrom functionfuse")[0], names)
        condition = f"({expression}) == {eval(expression, names)!r}"
    driver, found = _compiled(f"if {condition}: fit(data, 'yes')\nelse: fit(data, 'no')")
    if outcome == "known":
        assert found == []
        assert driver is not None
        assert 'fit.remote(data, "yes")' in driver
        assert "if " not in _wiring(driver)
    elif driver is None:  # the condition has effects, so that no node may wait behind it
        assert [code for code, _ in found] == ["FFC230"]
    else:
        assert "if " in _wiring(driver)
        assert 'fit.remote(data, "no")' in driver


def test_every_construct_of_python_is_there() -> None:
    """In the tables as wiring, or in the function that shows what is kept outside of it."""
    sources = [row.example for row in CONSTRUCTS if _is_python(row.example)]
    sources += [expression for expression, _ in VALUES] + [EVERYTHING]
    used = {type(node) for source in sources for node in ast.walk(ast.parse(source))}
    wanted = {
        kind
        for base in (ast.stmt, ast.expr, ast.operator, ast.unaryop, ast.cmpop, ast.pattern)
        for kind in base.__subclasses__()
        if kind.__module__ == "ast"
    }
    newer = {"TryStar", "TypeAlias", "TemplateStr", "Interpolation"}
    assert sorted(kind.__name__ for kind in wanted - used if kind.__name__ not in newer) == []


@pytest.mark.parametrize("way", ["task", "function"])
def test_other_code_stays_as_it_is(way: str) -> None:
    used = "everything(data)" if way == "task" else "print(everything(paths))"
    driver, found = _compiled(("@workflow\n" if way == "task" else "") + f"{EVERYTHING}\n{used}")
    assert found == []
    assert driver is not None
    functions = [one for one in ast.parse(driver).body if isinstance(one, ast.FunctionDef)]
    kept = next(one for one in functions if one.name == "everything")
    kept.decorator_list.clear()
    assert ast.dump(kept) == ast.dump(ast.parse(EVERYTHING).body[0])
