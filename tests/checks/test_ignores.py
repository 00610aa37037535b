"""Which comments are read, and for which lines."""

from __future__ import annotations

import pytest

from ffc.diagnostics.ignores import ignores
from ffc.source import SourceFile

APP = """\
x = 1  # ffc: ignore[FFC401] why
y = '''
# ffc: ignore[FFC402]
'''  # ffc: ignore[FFC403, FFC404]
def f(  # type: ignore  # ffc:ignore[FFC405,]
    a,  # ffc: ignore[FFC406]
    b,
):
    # ffc: ignore[FFC407]

    return a  # FFC: Ignore [ FFC408  FFC409 ]
# ffc: ignore[FFC410]
z = f(
    1, 2
)  # ffc: ignore[FFC411]; x = '# ffc: ignore[FFC412]'
# the end # ffc: ignore[FFC413"""


def test_the_lines_of_each() -> None:
    found = ignores(SourceFile("app.py", None, APP))
    read = [(c.region.line, c.first, c.last, [code for code, _ in c.codes]) for c in found]
    assert read == [
        (1, 1, 1, ["FFC401"]),
        (4, 2, 4, ["FFC403", "FFC404"]),
        (5, 5, 8, ["FFC405"]),
        (6, 6, 6, ["FFC406"]),
        (9, 9, 9, ["FFC407"]),
        (11, 11, 11, ["FFC408", "FFC409"]),
        (12, 12, 12, ["FFC410"]),
        (15, 13, 15, ["FFC411"]),
        (15, 13, 15, ["FFC412"]),
        (16, 16, 16, []),
    ]


def test_every_place_is_that_of_its_text() -> None:
    source = SourceFile("app.py", None, APP)
    for comment in ignores(source):
        for code, region in comment.codes:
            line = source.line(region.line)
            assert line[region.column - 1 : region.end_column - 1] == code
        line = source.line(comment.region.line)
        assert line[comment.region.column - 1 :].lower().startswith("# ffc:")


@pytest.mark.parametrize(
    "line",
    ["# ffc: ignored", "# ffc ignore[FFC401]", "# see ffc: ignore[FFC401]", "ffc = 'ignore'"],
)
def test_what_is_none(line: str) -> None:
    assert ignores(SourceFile("app.py", None, f"{line}\n")) == ()
