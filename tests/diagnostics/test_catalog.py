from __future__ import annotations

import dataclasses
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ffc.diagnostics import Diagnostic
from ffc.diagnostics.catalog import catalog, in_order
from ffc.diagnostics.page import page_of
from ffc.diagnostics.reference import reference, section

from .cases import Odd, Wrong

ROOT = Path(__file__).parents[2]
OPTIONS = [f"FFC{number}" for number in range(301, 313)]


def test_codes() -> None:
    codes = [found.code for found in catalog()]
    assert codes == sorted(codes)
    assert [code for code in codes if code.startswith("FFC3")] == OPTIONS
    assert all(re.fullmatch(r"FFC[1-6]\d\d", code) for code in codes)


def test_a_code_twice() -> None:
    class Other(Wrong):
        pass

    assert in_order([Odd, Wrong, Odd]) == (Wrong, Odd)
    with pytest.raises(ValueError, match="FFC301 is both Wrong and Other"):
        in_order([Wrong, Other])


@pytest.mark.parametrize("found", catalog(), ids=lambda found: found.code)
def test_every_diagnostic(found: type[Diagnostic]) -> None:
    assert found.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert dataclasses.fields(found)[0].name == "span"
    page = page_of(found)
    assert page.title and page.meaning and page.example and page.way_out
    assert not page.meaning.startswith("Example"), "what it means, before the example"
    assert (inspect.getdoc(found) or "").count("Example:") == 1


def test_page() -> None:
    assert (
        section(page_of(Wrong))
        == """\
## FFC301 something wrong

*Error*

It is wrong.

Example:

```python
first = 1

if first:
    second()
```

Put it right.
"""
    )
    assert section(page_of(Odd)) == "## FFC401 something odd\n\n*Warning*\n\nIt is odd.\n"


def test_groups() -> None:
    text = reference([Wrong, Odd])
    heads = [line for line in text.splitlines() if line.startswith("#")]
    assert heads == [
        "# Diagnostics",
        "# 3xx: Options",
        "## FFC301 something wrong",
        "# 4xx: The graph",
        "## FFC401 something odd",
    ]


def test_the_reference_is_up_to_date() -> None:
    written = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    assert written == reference(catalog()), "run python -m ffc.diagnostics.reference docs/…"


def test_the_command_writes_a_file(tmp_path: Path) -> None:
    target = tmp_path / "diagnostics.md"
    subprocess.run([sys.executable, "-m", "ffc.diagnostics.reference", target], check=True)
    assert target.read_bytes() == reference(catalog()).encode()


def test_only_the_standard_library_is_loaded() -> None:
    code = (
        "import sys, ffc.ray_options, ffc.diagnostics.render, ffc.diagnostics.catalog\n"
        "ffc.diagnostics.catalog.catalog()\n"
        "tops = {name.partition('.')[0] for name in sys.modules} - {'ffc'}\n"
        "print(sorted({'ray', 'libcst', 'black', 'jinja2', 'click', 'yaml'} & tops))"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ran.stdout == "[]\n"
