"""How the tables of the front ends are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def helpers(modules: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Qualified names in `modules`, with what they are called in the runtime."""
    return {f"{module}.{name}": name for module, names in modules.items() for name in names}
