"""What a driver with a storage has besides: runs that take what is there."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from typing import Final

from ..ir import Fragment, NodeKind, Program, Role
from ..ir.schedule import Returning
from ..ir.storages import FACTORY, StorageCall, entries, storage_calls
from ..slicing import Slice
from .calls_within import calls_within

_WRITTEN: Final = frozenset({"node", "options", "remote", "run"})  # in our own lines
# What makes classes, besides `class`: an app with none of these has no classes of its own.
_MAKERS: Final = frozenset(
    {"class", "type", "namedtuple", "NamedTuple", "TypedDict", "make_dataclass", "new_class"}
    | {"Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "NewType", "create_model"}
)
_WORD: Final = re.compile(r"\w+")
_LOCAL: Final = re.compile(r"^\s+(async\s+)?(def|class)\b|\blambda\b", re.MULTILINE)


def has_storage(program: Program) -> bool:
    """Whether a run has a storage."""
    return any(schedule.stored is not None for schedule in program.schedules)


def storage_words(program: Program, kept: Slice, definitions: Sequence[str]) -> frozenset[str]:
    """The words by which the runtime sees what an app does with its storages.

    `definitions` are the texts of its definitions. Words in capitals are features of
    `runtime/storage/features.py`.
    """
    codes = [plain.code for plain in program.plain]
    if not any(FACTORY in code.helpers for code in codes):
        return frozenset()
    codes += [block.header for block in program.blocks]
    found = frozenset(word for code in codes for word in _words(code))
    imported = [one.name for one in program.imports if one.name is not None]
    makers = _MAKERS.intersection([*found, *imported, *_WORD.findall("\n".join(definitions))])
    kinds = {_kind(call) for call in storage_calls(program)}
    has_actors = any(node.kind is NodeKind.ACTOR for node in program.nodes)
    has_notes = any(node.role is Role.NOTES for node in program.nodes)
    features = {
        "ACTORS": has_actors,
        "CLASSES": bool(makers),
        "ITEMS": _has_items(program),
        "LOCALS": bool({"def", "lambda"} & found) or any(map(_LOCAL.search, definitions)),
        "REMOTE": bool(kinds & {"ray", None}),
        "SERIALIZERS": "register_persistent_serializers" in found,
        "SETUPS": bool(calls_within(program, kept)),
        "UNSTORED": has_actors or has_notes,
        "URLS": any(map(_may_be_url, storage_calls(program))),
        "notes": has_notes,
    }
    return found | _WRITTEN | {word for word, wanted in features.items() if wanted}


def _words(code: Fragment) -> list[str]:
    return [w for part in code.parts if isinstance(part, str) for w in _WORD.findall(part)]


def _has_items(program: Program) -> bool:
    """Whether a node may get an item of a result."""
    if any(node.role is Role.NOTES for node in program.nodes):
        return True
    submissions = [one for schedule in program.schedules for one in schedule.submissions]
    return any(one.returns.how is not Returning.WHOLE for one in submissions)


def _kind(call: StorageCall) -> object:
    """The kind of a storage, or None: the app computes it."""
    kind = (entries(call.config) or {}).get("kind")
    return kind.value if isinstance(kind, ast.Constant) else None


def _may_be_url(call: StorageCall) -> bool:
    """Whether a storage may be behind a URL: one is not if its path is written out."""
    options = entries((entries(call.config) or {}).get("options")) or {}
    path = options.get("path")
    is_text = isinstance(path, ast.Constant) and "://" not in str(path.value)
    return not is_text or _kind(call) in ("S3", None)
