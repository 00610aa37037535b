"""The apps that are compiled in many ways, and their drivers."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.frontend import read


def _is_alone(app: Path) -> bool:
    """Whether the app is one file: it can be compiled anywhere."""
    beside = {path.name for path in app.parent.rglob("*.py")}
    return beside <= {"app.py", "expected_driver.py"}


_ROOT = Path(__file__).parent.parent.parent
APPS: Final = {
    path.parent.name: path
    for path in [
        *sorted(p for p in _ROOT.glob("tests/cases/*/app.py") if _is_alone(p)),
        *sorted(p for p in _ROOT.glob("examples/*/*.py") if not p.stem.endswith("_driver")),
    ]
}


@cache
def driver(path: Path) -> bytes:
    """The driver of the app at `path`, as `ffc compile` writes it beside the app."""
    sink = Sink()
    source = read(path.name, path, b"", sink)
    assert source is not None, path
    result = compile_source(source, Target(path.name, f"ffc compile {path.name}"), sink)
    assert result is not None, [diagnostic.message for diagnostic in sink.diagnostics]
    return result.driver.encode()
