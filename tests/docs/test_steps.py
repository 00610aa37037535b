"""docs/steps.md shows an app and `main()` of its driver."""

from __future__ import annotations

import re
from pathlib import Path

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.source import SourceFile

PAGE = (Path(__file__).parents[2] / "docs" / "steps.md").read_text(encoding="utf-8")


def test_main_is_what_ffc_makes() -> None:
    app, main = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    sink = Sink()
    compiled = compile_source(
        SourceFile("app.py", None, app), Target("app.py", "ffc compile app.py"), sink
    )
    assert [found.message for found in sink.diagnostics] == []
    assert compiled is not None
    assert main in compiled.driver
