from __future__ import annotations

import pytest

from ffc.diagnostics import Diagnostic
from ffc.diagnostics.render.text import render

from .cases import Odd, Wrong, span

KEY = span(4, 34, 4, 43)


def lines(*diagnostics: Diagnostic) -> str:
    return "\n" + render(diagnostics)


def test_nothing() -> None:
    assert render([]) == ""


def test_an_error_with_help() -> None:
    assert (
        lines(Wrong(KEY, help="did you mean `num_cpus`?"))
        == """
app.py:4:34: FFC301 unknown option `num_cpu` for a task
  |
4 | flow.query("x").set_remote_args({"num_cpu": 2})
  |                                  ^^^^^^^^^
  = help: did you mean `num_cpus`?
"""
    )


def test_a_warning_and_an_error() -> None:
    assert (
        lines(Odd(span(1, 8, 1, 11)), Wrong(KEY, label="here"))
        == """
app.py:1:8: warning FFC401 a node that nothing uses
  |
1 | import ffc
  |        ^^^

app.py:4:34: FFC301 unknown option `num_cpu` for a task
  |
4 | flow.query("x").set_remote_args({"num_cpu": 2})
  |                                  ^^^^^^^^^ here
"""
    )


def test_notes_and_related_places() -> None:
    text = "\n" * 9 + "first()\n"
    related = ((span(10, 1, 10, 8, text, "lib.py"), "first made here"),)
    found = Wrong(KEY, notes=("one", "two,\non two lines"), help="leave it", related=related)
    assert (
        lines(found)
        == """
app.py:4:34: FFC301 unknown option `num_cpu` for a task
   |
 4 | flow.query("x").set_remote_args({"num_cpu": 2})
   |                                  ^^^^^^^^^
  --> lib.py:10:1
   |
10 | first()
   | ------- first made here
   = note: one
   = note: two,
           on two lines
   = help: leave it
"""
    )


def test_several_lines() -> None:
    """Carets go to the end of the first one."""
    assert (
        lines(Wrong(span(5, 2, 7, 2), label="this call"))
        == """
app.py:5:2: FFC301 unknown option `num_cpu` for a task
  |
5 | call(
  |  ^^^^ this call
"""
    )


@pytest.mark.parametrize(
    ("source", "start", "end", "shown", "carets"),
    [
        ("\tx = 1", 2, 3, "    x = 1", "    ^"),
        ("a\tb", 3, 4, "a   b", "    ^"),
        ("f('日本', x)", 9, 10, "f('日本', x)", "          ^"),
        ("f('日本')", 4, 6, "f('日本')", "   ^^^^"),
        ("e\u0301 = x", 6, 7, "e\u0301 = x", "    ^"),
        ("a\x1b[31m\u202eb", 8, 9, "a\ufffd[31m\ufffdb", "       ^"),
        ("ab", 3, 3, "ab", "  ^"),
        ("ab", 7, 9, "ab", "  ^"),
        ("ab", 2, 1, "ab", " ^"),
    ],
)
def test_carets(source: str, start: int, end: int, shown: str, carets: str) -> None:
    block = render([Wrong(span(1, start, 1, end, source))]).splitlines()
    assert block[1:] == ["  |", f"1 | {shown}".rstrip(), f"  | {carets}"]


@pytest.mark.parametrize("line", [0, 99])
def test_past_the_end(line: int) -> None:
    assert render([Wrong(span(line, 1, line, 2))]).count("\n") == 1


def test_the_empty_last_line() -> None:
    assert render([Wrong(span(8, 1, 8, 1))]).splitlines()[1:] == ["  |", "8 |", "  | ^"]


@pytest.mark.parametrize("at", [1, 20, 150, 400, 496])
def test_long_lines_are_cut_around_the_caret(at: int) -> None:
    source = "".join(f"{number:05}" for number in range(100))
    _, _, shown, carets = render([Wrong(span(1, at, 1, at + 5, source))]).splitlines()
    assert len(shown) <= 4 + 102
    start, end = carets.index("^"), carets.rindex("^") + 1
    assert shown[start:end] == source[at - 1 : at + 4]
    assert shown.startswith("1 | …") == (at > 31)
    assert shown.endswith("…") == (at < 430)


def test_carets_end_where_a_long_line_is_cut() -> None:
    _, _, shown, carets = render([Wrong(span(1, 1, 1, 401, "x" * 400))]).splitlines()
    assert shown == f"1 | {'x' * 100}…"
    assert carets == f"  | {'^' * 100}"


def test_wide_long_lines() -> None:
    source = "本" * 300
    _, _, shown, carets = render([Wrong(span(1, 200, 1, 201, source))]).splitlines()
    assert shown == f"1 | …{'本' * 50}…"
    assert carets == f"  | {' ' * 31}^^"
