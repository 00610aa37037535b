"""The README shows an app and its driver: the second is what ffc makes of the first."""

from __future__ import annotations

import re
from pathlib import Path

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.source import SourceFile

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_driver_is_the_app_s() -> None:
    app, driver = re.findall(r"^```python\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    sink = Sink()
    target = Target("sums.py", "ffc compile sums.py")
    compiled = compile_source(SourceFile("sums.py", None, app), target, sink)
    assert [found.message for found in sink.diagnostics] == []
    assert compiled is not None
    shown, mark, _ = compiled.driver.partition("\n\n\n# What follows is ffc's runtime")
    assert mark
    assert f"{shown}\n" == driver


def test_its_app_is_the_example() -> None:
    shown = README.partition("```python\n")[2].partition("```")[0]
    assert shown == (ROOT / "examples" / "sums" / "sums.py").read_text(encoding="utf-8")


def test_links_lead_somewhere() -> None:
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name} links to {link}"
