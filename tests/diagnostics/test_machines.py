"""The formats that programs read."""

from __future__ import annotations

import json

from ffc.diagnostics.render import FORMATS

from .cases import Odd, Wrong, span

KEY = span(4, 34, 4, 43)


def test_formats() -> None:
    assert list(FORMATS) == ["text", "json", "github"]
    assert [render([]) for render in FORMATS.values()] == ["", "[]\n", ""]


def test_json() -> None:
    related = ((span(1, 8, 1, 11), "made here"),)
    found = Wrong(KEY, label="here", notes=("one",), help="leave it", related=related)
    text = FORMATS["json"]([found, Odd(KEY)])
    assert text.isascii()
    assert text.endswith("]\n")
    first, second = json.loads(text)
    assert first == {
        "code": "FFC301",
        "severity": "error",
        "message": "unknown option `num_cpu` for a task",
        "file": "app.py",
        "line": 4,
        "column": 34,
        "end_line": 4,
        "end_column": 43,
        "label": "here",
        "notes": ["one"],
        "help": "leave it",
        "related": [
            {
                "file": "app.py",
                "line": 1,
                "column": 8,
                "end_line": 1,
                "end_column": 11,
                "label": "made here",
            }
        ],
    }
    assert second["severity"] == "warning"
    assert second["related"] == []


def test_github() -> None:
    found = Wrong(KEY, message="100% wrong: a,\nb", notes=("one",), help="leave\r\nit")
    assert FORMATS["github"]([found, Odd(span(5, 1, 7, 2))]) == (
        "::error file=app.py,line=4,col=34,endLine=4,endColumn=43,title=FFC301"
        "::100%25 wrong: a,%0Ab%0Anote: one%0Ahelp: leave%0D%0Ait\n"
        "::warning file=app.py,line=5,endLine=7,title=FFC401::a node that nothing uses\n"
    )


def test_github_escapes_file_names() -> None:
    text = FORMATS["github"]([Odd(span(1, 1, 1, 2, name="a,b:c%d.py"))])
    assert text.startswith("::warning file=a%2Cb%3Ac%25d.py,line=1,")
