"""`python -m tests.drivers.small_cluster DRIVER …`: runs it on a Ray of its own with a small store.

Behind what the driver prints stands, as JSON, how much the store had to hold at once, and how many
objects were spilled to disk: by the driver, and then by something that must spill. The raylet
writes such figures into `debug_state.txt` of its logs; nothing else of the minimal Ray tells them.
"""

from __future__ import annotations

import contextlib
import json
import re
import runpy
import sys
import time
from pathlib import Path
from threading import Thread
from typing import Final

import ray

STORE: Final = 300_000_000  # bytes
_PERIOD: Final = 0.2  # seconds


class Store:
    """What the raylet says of the object store."""

    def __init__(self) -> None:
        folder = ray._private.worker._global_node.get_session_dir_path()
        self._file = Path(folder, "logs", "debug_state.txt")
        self.peak = 0
        Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while True:
            self.peak = max(self.peak, self._number("pinned objects size"))
            time.sleep(_PERIOD / 2)

    def spilled(self) -> int:
        """How many objects were spilled until now."""
        time.sleep(3 * _PERIOD)  # until the file is written again
        return self._number("cumulative spill requests")

    def _number(self, name: str) -> int:
        text = self._file.read_text(encoding="utf-8") if self._file.exists() else ""
        found = re.search(rf"^- {name}: (\d+)", text, re.MULTILINE)
        return int(found.group(1)) if found else 0


def main() -> None:
    ray.init(
        address="local",
        num_cpus=2,
        object_store_memory=STORE,
        include_dashboard=False,
        log_to_driver=False,
        _system_config={"debug_dump_period_milliseconds": int(_PERIOD * 1000)},
    )
    ray.init = lambda *args, **kwargs: None
    store = Store()
    sys.argv = sys.argv[1:]
    with contextlib.suppress(SystemExit):  # it ends well, or the figures are of no use
        runpy.run_path(sys.argv[0], run_name="__main__")
    found = {"peak": store.peak, "spilled": store.spilled()}
    kept = [ray.put(bytes(STORE // 10)) for _ in range(15)]
    found["spilled_by_others"] = store.spilled() - found["spilled"]
    del kept
    print(json.dumps(found))


if __name__ == "__main__":
    main()
