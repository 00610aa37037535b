"""Makes the monitor's texts of `runtime/monitor`: `python -m ffc.emit.monitor_text FOLDER`.

Types and docstrings of modules are taken out, and the rest is put together as black writes it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from pkgutil import get_data

from ..diagnostics import Sink
from ..frontend import parse
from ..frontend.annotations import without_annotations
from ..source import SourceFile
from .format import format_driver
from .imports import Imported, import_groups

# What drivers get, and more for those with step graphs.
TEXTS = {
    "monitor.py.txt": (
        *("options", "monitor", "watched", "call", "room", "lines", "screen", "times"),
        *("frames", "failures", "summary", "events", "joining"),
    ),
    "step_monitor.py.txt": ("steps",),
}
_IMPORT = re.compile(r"^(?:from (\S+) )?import (.+)\n", re.MULTILINE)
_ONLY_TYPES = ("typing", "collections.abc")


def made(files: Iterable[str]) -> str:
    """The text of `files` of the monitor."""
    imports: dict[Imported, None] = {}
    codes = []
    for file in files:
        data = get_data("ffc.runtime", f"monitor/{file}.py")
        assert data is not None, "the runtime is installed as source"
        behind = data.decode("utf-8").split('"""', 2)[2]
        for module, names in _IMPORT.findall(behind):
            if module in ("__future__", *_ONLY_TYPES) or module.startswith("."):
                continue
            for name in names.split(", "):
                imports[Imported(module, name) if module else Imported(name)] = None
        codes.append(_IMPORT.sub("", behind).strip())
    parsed = parse(SourceFile("monitor", None, "\n\n\n".join(codes) + "\n"), Sink())
    assert parsed is not None, "the runtime is Python"
    code = without_annotations(parsed.tree).code
    words = set(re.findall(r"\w+", code))
    used = [one for one in imports if (one.name or one.module) in words]
    return format_driver("\n\n".join([*import_groups(used, ()), "", code]))


if __name__ == "__main__":
    for name, files in TEXTS.items():
        (Path(sys.argv[1]) / name).write_text(made(files), encoding="utf-8")
