"""What `storage_factory` is given, where that is written out."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..diagnostics import Sink
from ..diagnostics import storage as errors
from ..diagnostics.nearest import nearest
from ..ir import Fragment, HelperUse, Plain, Program

_KINDS = {
    "ray": ("path", "url", "remoteArgs", "rayInitArgs"),
    "file": ("path", "url", "fsspec"),
    "S3": ("path", "url", "s3fs"),
}


def storage_config(program: Program, sink: Sink) -> None:
    for plain in program.plain:
        for config in _configs(plain):
            found = _wrong(config)
            if found is not None:
                sink.report(errors.WrongStorage(plain.span, *found))


def _configs(plain: Plain) -> Iterator[dict[str, ast.expr]]:
    """The dicts with keys that are known, of the calls in a statement."""
    code = _text(plain.code)
    if code is None:
        return
    for node in ast.walk(ast.parse(code)):
        name = node.func if isinstance(node, ast.Call) else None
        if isinstance(node, ast.Call) and isinstance(name, ast.Name) and name.id == _NAME:
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            yield from filter(None, map(_entries, given[:1]))


_NAME = "storage_factory"


def _text(code: Fragment) -> str | None:
    """The code with names in its holes; None if it makes no storage."""
    if _NAME not in code.helpers:
        return None
    parts = [
        part if isinstance(part, str) else part.name if isinstance(part, HelperUse) else "hole"
        for part in code.parts
    ]
    return "".join(parts)


def _entries(value: ast.expr) -> dict[str, ast.expr] | None:
    if not isinstance(value, ast.Dict):
        return None
    keys = [key.value for key in value.keys if isinstance(key, ast.Constant)]
    texts = [key for key in keys if isinstance(key, str)]
    return dict(zip(texts, value.values, strict=True)) if len(texts) == len(value.keys) else None


def _wrong(config: dict[str, ast.expr]) -> tuple[str, str] | None:
    """What is wrong with the dict, and what to do."""
    missing = next((key for key in ("kind", "options") if key not in config), None)
    if missing is not None:
        return f"a storage needs its `{missing}`", 'as in {"kind": "file", "options": {"path": …}}'
    kind = config["kind"]
    if not isinstance(kind, ast.Constant):
        return None
    name = kind.value if isinstance(kind.value, str) else ""
    allowed = _KINDS.get(name)
    if allowed is None:
        return f"there is no storage of kind {kind.value!r}", "the kinds are `ray`, `file`, `S3`"
    options = _entries(config["options"])
    if options is None:
        return None
    wrong = next((name for name in options if name not in allowed), None)
    if wrong is not None:
        near = nearest(wrong, allowed)
        way = f"did you mean `{near}`?" if near else f"it has {', '.join(allowed)}"
        return f"a storage of kind `{name}` has no option `{wrong}`", way
    if not {"path", "url"} & set(options):
        return "a storage needs a `path`, or a `url`", "that of the folder for the results"
    return None
