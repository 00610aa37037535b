"""What ffc says about wrong apps, word for word, and that it says nothing about right ones.

Every folder is a case: `app.py` is compiled, and what is said compared with `expected.txt`, which a
person should read as the user of that app (make them again with `pytest --snapshot-update`). A
folder that is called after a code has an app to which only this code applies.

Every file and folder of `fine` is an app that looks like a case of the code in its name, and is none.

An app may have modules beside it; a line `# options: --no-inline PACKAGE` in it keeps one as an import, and
a folder `templates` has templates that override ffc's.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.data import SnapshotCollections
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from ffc.compile import Compiled, compile_source
from ffc.diagnostics import Diagnostic, Sink
from ffc.diagnostics.catalog import catalog
from ffc.diagnostics.render import FORMATS
from ffc.emit import Target, Templates
from ffc.frontend import modules_of, read

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/app.py"))
FINE = {path.stem: path for path in sorted((HERE / "fine").glob("*.py"))}
FINE |= {path.parent.name: path for path in sorted((HERE / "fine").glob("*/app.py"))}


class TextSnapshot(SingleFileSnapshotExtension):
    """`expected.txt`, in the folder of its case."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"

    @classmethod
    def dirname(cls, *, test_location: object) -> str:
        name = str(test_location.snapshot_name)  # type: ignore[attr-defined]
        return str(HERE / name.partition("[")[2].removesuffix("]"))

    @classmethod
    def get_snapshot_name(cls, *, test_location: object, index: object = 0) -> str:
        return "expected"

    def discover_snapshots(self, **_: object) -> SnapshotCollections:
        """None: what syrupy finds and does not know, apps too, it would delete."""
        return SnapshotCollections()


def compiled(app: Path) -> tuple[Compiled | None, tuple[Diagnostic, ...]]:
    """The driver of an app, if there is one, and what was said."""
    sink = Sink()
    source = read("app.py", app, b"", sink)
    target = Target("app.py", "ffc compile app.py")
    result = None
    if source is not None:
        kept = re.findall("^# options: --no-inline (.*)$", source.text, re.MULTILINE)
        folder = app.parent / "templates"
        templates = Templates(folder) if folder.is_dir() else None
        result = compile_source(source, target, sink, modules_of(source, tuple(kept)), templates)
    assert (result is None) == sink.has_errors
    return result, sink.diagnostics


@pytest.mark.filterwarnings("ignore:\\s*Can not relate snapshot")
@pytest.mark.parametrize("case", CASES)
def test_what_is_said(case: str, snapshot: SnapshotAssertion) -> None:
    _, said = compiled(HERE / case / "app.py")
    text = FORMATS["text"](said).replace(f"{os.path.relpath(HERE / case)}/", "")
    assert text == snapshot.use_extension(TextSnapshot)
    if case.startswith("FFC"):
        assert {diagnostic.code for diagnostic in said} == {case[:6]}


@pytest.mark.parametrize("case", CASES)
def test_every_place_is_in_the_source(case: str) -> None:
    _, said = compiled(HERE / case / "app.py")
    for diagnostic in said:
        for span in (diagnostic.span, *(span for span, _ in diagnostic.related)):
            place = span.region
            assert 1 <= place.column <= len(span.source.line(place.line)) + 1
            assert (place.line, place.column) <= (place.end_line, place.end_column)


@pytest.mark.parametrize("name", FINE)
def test_what_is_fine(name: str) -> None:
    result, said = compiled(FINE[name])
    assert name[:6] not in [diagnostic.code for diagnostic in said], FORMATS["text"](said)
    assert result is not None, FORMATS["text"](said)


def test_every_code_has_a_case_and_a_near_miss() -> None:
    said = "".join((HERE / case / "expected.txt").read_text(encoding="utf-8") for case in CASES)
    codes = {diagnostic.code for diagnostic in catalog()}
    assert set(re.findall(r"^\S+: (?:warning )?(FFC\d+) ", said, re.MULTILINE)) == codes
    assert {name[:6] for name in FINE} == codes
