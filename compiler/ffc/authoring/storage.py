"""Storage, as an app that runs in one process has it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from ffc.authoring.node import Node


def storage_factory(config: Mapping[str, Any]) -> Storage:
    """Return the storage that `config` describes. ValueError if it describes none.

    Its `kind` is `ray`, `file` or `S3`, its `options` say where: a `path`, or a `url` that fsspec
    knows. In one process, a storage of kind `ray` is a folder of this machine.
    """
    from ffc.runtime.storage.config import store_of  # which most apps do without

    return Storage(store_of(config))


class Storage:
    """The stored results of workflows. With `always_read`, a run reads back what it has stored."""

    def __init__(self, store: Any) -> None:
        self._store = store
        self.always_read = False

    def register_persistent_serializers(self, *serializers: type[Any]) -> None:
        """Let each of `serializers` take over the objects of its class inside results."""
        from ffc.runtime.storage.serializers import Serialized

        known = self._store.pickles.serializers
        self._store.pickles = Serialized((*known, *serializers))

    def list_tasks(self, workflow_name: str, pattern: str = "*") -> list[str]:
        """Return the names of the stored nodes that match a glob pattern."""
        names: list[str] = self._store.names(workflow_name, pattern)
        return names

    def read_task(self, workflow_name: str, task_name: str) -> Any:
        """Return the stored result of a node.

        FileNotFoundError if there is none, ValueError if it cannot be read.
        """
        from ffc.runtime.storage.results import Unreadable

        try:
            return self._store.read(workflow_name, task_name)
        except Unreadable as error:
            what = f"the stored result of {task_name!r} in the workflow {workflow_name!r}"
            kind = FileNotFoundError if str(error) == "missing" else ValueError
            raise kind(f"{what}: {error}") from error

    def remove_task(
        self, workflow_name: str, task_name: str | None = None, pattern: str | None = None
    ) -> None:
        """Remove the results of the nodes that match a glob pattern, or that of one node.

        FileNotFoundError if the one node has none.
        """
        if pattern is not None:
            for name in self.list_tasks(workflow_name, pattern):
                self._store.remove(workflow_name, name)
        elif task_name is not None:
            self._store.remove(workflow_name, task_name)
        else:
            raise TypeError("remove_task() needs a task_name or a pattern")

    def remove_workflow(self, workflow_name: str) -> None:
        """Remove all that is stored of a workflow."""
        self._store.remove_workflow(workflow_name)

    def keeper(self, workflow_name: str, nodes: Iterable[Node]) -> Keeper:
        """Return what stores the results of those of `nodes` that are calls of functions."""
        return Keeper(self, workflow_name, nodes)

    def __repr__(self) -> str:
        return f"<storage in {self._store.path}>"


class Keeper:
    """Stores the results of one run."""

    def __init__(self, storage: Storage, workflow_name: str, nodes: Iterable[Node]) -> None:
        from ffc.runtime.storage.file_names import alike

        self._storage = storage
        self._workflow_name = workflow_name
        self._apart = alike(node.name for node in nodes)
        self._lost: list[str] = []

    def keep(self, node: Node, value: Any) -> Any:
        """Store a result, and return it as the nodes behind it get it."""
        if node.after is not None or isinstance(node.function, type):
            return value  # of an object, which is not stored
        store = self._storage._store
        (said,) = store.save(self._workflow_name, [(node.name, value, {})], apart=self._apart)
        if said is not None:
            self._lost.append(f"{node.name}: {said}")
        elif self._storage.always_read:
            return self._storage.read_task(self._workflow_name, node.name)
        return value

    def close(self) -> None:
        """Raise OSError if a result of the run is not stored."""
        if self._lost:
            lost = "; ".join(self._lost)
            raise OSError(f"{self._workflow_name}: results that are not stored: {lost}")
