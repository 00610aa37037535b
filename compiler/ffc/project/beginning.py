"""A first app and its configuration. What is there already stays, and gets an addition at most."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from pkgutil import get_data

from ..cli.write import write_if_changed
from .project import BadProject
from .reading import table_of

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

APP = "apps/words.py"
TABLE = '[tool.ffc]\nsources = ["apps/*.py"]\n'


def begin(folder: Path) -> Iterator[tuple[str, str]]:
    """Writes what is missing; gives each file with what has become of it.

    Raises `OSError` where something cannot be written, `BadProject` where pyproject.toml is none.
    """
    file = folder / "pyproject.toml"
    if table_of(file) is not None:
        yield "pyproject.toml", "has [tool.ffc] already; nothing was done"
        return
    folder.mkdir(parents=True, exist_ok=True)
    app = folder / APP
    app.parent.mkdir(exist_ok=True)
    yield APP, _created(app, _first_app())
    yield "pyproject.toml", _configured(file)


def _created(path: Path, text: str) -> str:
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return "was there already, and stays as it is"
    return "created"


def _configured(file: Path) -> str:
    """Adds the table at the end, if what comes out says all that was said before, and the table."""
    try:
        old = file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return _created(file, TABLE)
    except UnicodeDecodeError as error:
        raise BadProject(f"{file}: is not UTF-8") from error
    end = "\r\n" if "\r\n" in old else "\n"
    gap = "" if not old.strip() else end if old.endswith("\n") else end * 2
    new = old + gap + TABLE.replace("\n", end)
    if not _says_the_same(old, new):
        return "is as it was; add this to it:\n" + TABLE
    write_if_changed(file, new)
    return "changed: [tool.ffc] stands at its end"


def _says_the_same(old: str, new: str) -> bool:
    try:
        before, after = tomllib.loads(old), tomllib.loads(new)
    except (tomllib.TOMLDecodeError, RecursionError):
        return False
    tool = before.get("tool", {})
    added = tomllib.loads(TABLE)["tool"]
    return isinstance(tool, dict) and after == {**before, "tool": {**tool, **added}}


def _first_app() -> str:
    data = get_data("ffc.templates", "first_app.py.txt")
    assert data is not None, "the templates are installed as files"
    return data.decode("utf-8")
