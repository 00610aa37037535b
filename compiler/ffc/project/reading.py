"""pyproject.toml → `Project`. What is misspelt there is an error, never a silent default."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ..cli.printable import printable
from .project import DEFAULT_OUTPUT, BadProject, Project

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def project_of(folder: Path) -> Project | None:
    """The project that `folder` belongs to: the nearest pyproject.toml upward with `[tool.ffc]`.

    Raises `BadProject` where that cannot be read, or is not as it must be.
    """
    for place in (folder, *folder.parents):
        table = table_of(place / "pyproject.toml")
        if table is not None:
            return _project(place, table)
    return None


def table_of(file: Path) -> Mapping[str, Any] | None:
    """What stands under `[tool.ffc]`, if it does."""
    try:
        data = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise _bad(file, f"cannot be read: {error.strerror}") from error
    if b"ffc" not in data:
        return None  # whatever is wrong with it is not for us to say
    try:
        tool = tomllib.loads(data.decode("utf-8")).get("tool", {})
    except UnicodeDecodeError as error:
        raise _bad(file, "is not UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _bad(file, f"is no TOML: {error}") from error
    table = tool.get("ffc") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise _bad(file, "`tool.ffc` must be a table")
    return table


def _project(folder: Path, table: Mapping[str, Any]) -> Project:
    file = folder / "pyproject.toml"
    for key, value in table.items():
        if key not in _KEYS:
            raise _bad(file, f"[tool.ffc] has no key `{key}`{_hint(key)}")
        wrong = _KEYS[key](value)
        if wrong:
            raise _bad(file, f"[tool.ffc] `{key}` {wrong}")
    templates = table.get("template-dir")
    return Project(
        folder,
        sources=tuple(table.get("sources", ())),
        excluded=tuple(table.get("exclude", ())),
        output=_pattern(table.get("output", DEFAULT_OUTPUT)),
        no_inline=tuple(dict.fromkeys(table.get("no-inline", ()))),
        template_dir=None if templates is None else Path(os.path.normpath(folder / templates)),
    )


def _hint(key: str) -> str:
    from ..diagnostics.nearest import nearest

    close = nearest(key.replace("_", "-"), _KEYS)
    return f"; did you mean `{close}`?" if close else f"; its keys are {', '.join(_KEYS)}"


def _bad(file: Path, what: str) -> BadProject:
    shown = min(str(file), os.path.relpath(file), key=len)
    return BadProject(printable(f"{shown}: {what}"))


def _wrong_text(value: object) -> str:
    if not isinstance(value, str):
        return f"must be a string, not {_kind(value)}"
    if not value or "\0" in value:
        return "must name a path"
    return ""


def _wrong_list(value: object) -> str:
    if not isinstance(value, list):
        return f"must be a list of strings, not {_kind(value)}"
    return next((f"has an item that {wrong}" for one in value if (wrong := _wrong_text(one))), "")


def _wrong_packages(value: object) -> str:
    wrong = _wrong_list(value)
    if wrong or not isinstance(value, list):
        return wrong
    bad = [one for one in value if not all(part.isidentifier() for part in one.split("."))]
    return f"names `{bad[0]}`, which is no name to import" if bad else ""


def _wrong_output(value: object) -> str:
    wrong = _wrong_text(value)
    if wrong or not isinstance(value, str):
        return wrong
    holes = re.findall(r"\{[^{}]*\}|[{}]", value)
    unknown = [hole for hole in holes if hole not in ("{folder}", "{name}")]
    if unknown:
        return f"has `{unknown[0]}`; what may stand there is {{folder}} and {{name}}"
    if "{name}" in holes and not value.endswith(".py"):
        return "must end with .py, as {name} makes it the name of a file"
    if "{name}" not in holes and value.endswith(".py"):
        return "is one file for all drivers; put {name} into it"
    return ""


def _kind(value: object) -> str:
    kinds = {str: "a string", bool: "a boolean", list: "a list", dict: "a table"}
    return kinds.get(type(value), "a number" if isinstance(value, (int, float)) else "a date")


def _pattern(output: str) -> str:
    """A folder is short for the usual names in it."""
    return output if "{name}" in output else f"{output}/{{name}}_driver.py"


_KEYS: Mapping[str, Callable[[object], str]] = {
    "sources": _wrong_list,
    "exclude": _wrong_list,
    "output": _wrong_output,
    "no-inline": _wrong_packages,
    "template-dir": _wrong_text,
}
