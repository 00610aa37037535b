"""An app that stores, and then only reads: what a second script would do."""

import tempfile

from functionfuse import workflow
from functionfuse.backends.builtin.localback import LocalWorkflow
from functionfuse.storage import storage_factory


@workflow
def square(n):
    return n * n


path = tempfile.mkdtemp()
opt = {"kind": "file", "options": {"path": path}}
stored = LocalWorkflow(*[square(n).set_name(f"square {n}") for n in range(3)], workflow_name="w")
stored.set_storage(storage_factory(opt))
stored.run()

reading = storage_factory({"kind": "ray", "options": {"remoteArgs": {}, "path": path}})
for name in reading.list_tasks("w", "square *"):
    print(name, reading.read_task("w", name))
try:
    reading.read_task("w", "cube")
except (FileNotFoundError, ValueError) as error:
    print("cube:", "missing" in str(error) or "no " in str(error))
