"""Runs drivers with a storage on the stand-in for Ray: which results are saved, and which are left.

On stdin `[[old driver, new driver], …]`; the answer is for each pair the files, as `workflow/node`,
that the run of the new one left as they were, and those that it wrote.
"""

from __future__ import annotations

import contextlib
import io
import json
import linecache
import os
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from tests.property.judging import eager_ray
from tests.property.judging.process import Script
from tests.property.judging.unwatched import unwatched

Files = dict[str, tuple[int, int]]


class _OfClasses(type):
    def __instancecheck__(cls, one: object) -> bool:
        return isinstance(one, eager_ray.Remote) and isinstance(one._target, type)


class ActorClass(metaclass=_OfClasses):
    """What the stand-in makes of classes."""


def main() -> None:
    answers = []
    for pair in json.load(sys.stdin):
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            seen = [_run(Path(folder), driver) for driver in pair]
        before, after = seen
        kept = sorted(name for name in after if before.get(name) == after[name])
        answers.append([kept, sorted(after.keys() - kept)])
    json.dump(answers, sys.stdout)


def _run(folder: Path, driver: str) -> Files:
    path = folder / "app_driver.py"
    path.write_text(unwatched(driver))
    script = Script()
    script.module.__file__ = str(path)
    modules = eager_ray.modules(eager_ray.Cluster())
    wait = modules["ray"].wait
    vars(modules["ray"])["wait"] = lambda refs, timeout=None, **options: wait(refs, **options)
    actors = modules["ray.actor"] = ModuleType("ray.actor")
    vars(actors)["ActorClass"] = ActorClass
    linecache.checkcache()
    with patch.dict("sys.modules", modules), contextlib.redirect_stderr(io.StringIO()):
        script.run(path.read_text(), str(path))
    return {
        str(file.relative_to(folder / "storage")): (file.stat().st_ino, os.stat(file).st_mtime_ns)
        for file in (folder / "storage").glob("*/*")
        if file.is_file() and not file.name.startswith(".")
    }


if __name__ == "__main__":
    main()
