"""What a driver with a storage has besides: runs that take what is there."""

from __future__ import annotations

import ast
import re
from typing import Final

from ..ir import Fragment, Program, Role
from ..ir.storages import FACTORY, entries, storage_calls

URLS: Final = "://"  # stands among an app's words for a storage that may be behind a URL
_WRITTEN: Final = frozenset({"node", "options", "remote", "run"})  # in our own lines


def has_storage(program: Program) -> bool:
    """Whether a run has a storage."""
    return any(schedule.stored is not None for schedule in program.schedules)


def storage_words(program: Program) -> frozenset[str]:
    """The words by which the runtime sees what an app does with its storages."""
    codes = [plain.code for plain in program.plain]
    if not any(FACTORY in code.helpers for code in codes):
        return frozenset()
    codes += [block.header for block in program.blocks]
    found = frozenset(word for code in codes for word in _words(code))
    notes = any(node.role is Role.NOTES for node in program.nodes)
    others = {URLS: _has_urls(program), "notes": notes}
    return found | _WRITTEN | {word for word, wanted in others.items() if wanted}


def _words(code: Fragment) -> list[str]:
    return [w for part in code.parts if isinstance(part, str) for w in re.findall(r"\w+", part)]


def _has_urls(program: Program) -> bool:
    """Whether a storage may be behind a URL: one is not if its path is written out."""
    for call in storage_calls(program):
        config = entries(call.config) or {}
        kind, options = config.get("kind"), entries(config.get("options")) or {}
        path = options.get("path")
        is_text = isinstance(path, ast.Constant) and "://" not in str(path.value)
        if not is_text or not isinstance(kind, ast.Constant) or kind.value == "S3":
            return True
    return False
