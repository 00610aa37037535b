from functionfuse import workflow
from functionfuse.backends.builtin.localback import LocalWorkflow
from functionfuse.storage import storage_factory


@workflow
def load(path):
    return [path]


storage = storage_factory({"kind": "file", "options": {"path": "here"}})
print(LocalWorkflow(load("a"), workflow_name="w").run())
