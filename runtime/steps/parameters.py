"""The parameters of nodes, as the person who starts the driver wants them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

TYPES = {
    "number": (int, float),
    "string": str,
    "boolean": bool,
    "dict": dict,
    "function": str,
}


def chosen(
    table: Mapping[str, Mapping[str, Any]],
    declared: Mapping[str, Mapping[str, Any]],
    settings: Sequence[str] = (),
    file: str | None = None,
) -> dict[str, dict[str, Any]]:
    """The table with what `settings` (NODE.NAME=VALUE) and a file of JSON say.

    `declared` are the Parameters of the classes. SystemExit names all
    that is wrong or missing.
    """
    found = {node: dict(row) for node, row in table.items()}
    given = [] if file is None else in_file(file)
    for setting in settings:
        where, _, value = setting.partition("=")
        node, _, name = where.rpartition(".")
        kind = declared.get(node.partition(".")[0], {}).get(name, {}).get("type")
        given.append(
            (node, name, value if kind in ("string", "function") else read(value))
        )
    wrong = []
    for node, name, value in given:
        kinds = declared.get(node.partition(".")[0], {})
        if node not in found:
            wrong.append(f"there is no node {node!r}: {', '.join(found)}")
        elif name not in kinds and name not in found[node]:
            wrong.append(f"{node} has no parameter {name!r}: {', '.join(found[node])}")
        elif not suits(value, kinds.get(name, {}).get("type")):
            wrong.append(f"{node}.{name} is a {kinds[name]['type']}, not {value!r}")
        else:
            found[node][name] = value
    for node, row in found.items():
        wrong += [f"{node}.{name} has no value" for name in row if row[name] is ...]
    if wrong:
        raise SystemExit("\n".join([*wrong, "Give values with --set NODE.NAME=VALUE."]))
    return found


def in_file(file: str) -> list[tuple[str, str, Any]]:
    """The nodes, names and values in a file of JSON. SystemExit if it is none."""
    try:
        with open(file, encoding="utf-8") as text:
            rows = json.load(text).items()
        return [
            (node, name, value) for node, row in rows for name, value in row.items()
        ]
    except (OSError, ValueError, AttributeError) as error:
        raise SystemExit(
            f"{file}: parameters are JSON, {{NODE: {{NAME: VALUE}}}}: {error}"
        ) from None


def read(text: str) -> Any:
    """A value as JSON has it; anything else is text."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def suits(value: Any, kind: Any) -> bool:
    """Whether a value is of a type that `Parameters` may name."""
    if kind == "resource":
        return False
    wanted: Any = list if str(kind).startswith("list") else TYPES.get(kind, object)
    return isinstance(value, wanted) and (
        kind != "number" or not isinstance(value, bool)
    )
