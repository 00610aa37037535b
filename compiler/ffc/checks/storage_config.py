"""What `storage_factory` is given, where that is written out."""

from __future__ import annotations

import ast

from ffc.runtime.storage.kinds import KINDS

from ..diagnostics import Sink
from ..diagnostics import storage as errors
from ..diagnostics.nearest import nearest
from ..ir import Program
from ..ir.storages import entries, storage_calls


def storage_config(program: Program, sink: Sink) -> None:
    for call in storage_calls(program):
        config = entries(call.config)
        found = _wrong(config) if config is not None else None
        if found is not None:
            sink.report(errors.WrongStorage(call.plain.span, *found))


def _wrong(config: dict[str, ast.expr]) -> tuple[str, str] | None:
    """What is wrong with the dict, and what to do."""
    missing = next((key for key in ("kind", "options") if key not in config), None)
    if missing is not None:
        return f"a storage needs its `{missing}`", 'as in {"kind": "file", "options": {"path": …}}'
    kind = config["kind"]
    if not isinstance(kind, ast.Constant):
        return None
    name = kind.value if isinstance(kind.value, str) else ""
    allowed = KINDS.get(name)
    if allowed is None:
        return f"there is no storage of kind {kind.value!r}", "the kinds are `ray`, `file`, `S3`"
    options = entries(config["options"])
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
