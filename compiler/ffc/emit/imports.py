"""The imports of a driver, grouped and sorted as isort and ruff do.

import argparse                 the standard library

import ray                      everything else
from numpy import array
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import stdlibs

from .indent import indented


@dataclass(frozen=True)
class Imported:
    """`import module`, or `from module import name`; `alias` where it is bound by another name."""

    module: str
    name: str | None = None
    alias: str | None = None

    @property
    def is_standard(self) -> bool:
        # The union over all versions: a driver is the same wherever it is made.
        return self.module.split(".")[0] in stdlibs.module_names

    @property
    def is_relative(self) -> bool:
        return self.module.startswith(".")


def import_groups(imports: Iterable[Imported], future: tuple[str, ...]) -> tuple[str, ...]:
    """The groups of import statements, each as text."""
    distinct = list(dict.fromkeys(imports))
    groups = [[f"from __future__ import {', '.join(sorted(future))}"]] if future else []
    for wanted in (0, 1, 2):
        members = [i for i in distinct if _group(i) == wanted]
        groups.append([*_straight(members), *_from(members)])
    return tuple("\n".join(group) for group in groups if group)


def for_types(imports: Iterable[Imported]) -> tuple[str, ...]:
    """The imports for the type checker, as one statement; nothing where there are none."""
    groups = import_groups(imports, ())
    return ("if TYPE_CHECKING:\n" + indented("\n\n".join(groups)),) if groups else ()


def _group(imported: Imported) -> int:
    if imported.is_relative:
        return 2
    return 0 if imported.is_standard else 1


def _straight(imports: Iterable[Imported]) -> list[str]:
    found = sorted(
        ((i.module, i.alias or "") for i in imports if i.name is None),
        key=lambda pair: (pair[0].lower(), pair[0], pair[1]),
    )
    return [f"import {m} as {a}" if a else f"import {m}" for m, a in found]


def _from(imports: Iterable[Imported]) -> list[str]:
    by_module: dict[str, list[Imported]] = {}
    for imported in imports:
        if imported.name is not None:
            by_module.setdefault(imported.module, []).append(imported)
    lines = []
    for module in sorted(by_module, key=lambda m: (m.lower(), m)):
        found = sorted(by_module[module], key=lambda i: (_member(i.name or ""), i.alias or ""))
        bare = dict.fromkeys(i.name or "" for i in found if not i.alias)
        for one in found:  # names without an alias share a statement, where the first of them is
            if one.alias:
                lines.append(f"from {module} import {one.name} as {one.alias}")
            elif bare:
                lines.append(f"from {module} import {', '.join(bare)}")
                bare = {}
    return lines


def _member(name: str) -> tuple[int, str, str]:
    """Constants first, then classes, then all others."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return kind, name.lower(), name
