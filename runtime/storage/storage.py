"""The storage that an app makes: what it asks for is done where the files are."""

from __future__ import annotations

import os
import time
from functools import cached_property
from typing import Any

import ray

from .features import CLASSES, REMOTE, URLS
from .serializers import Serialized
from .store import Store


def storage_factory(config: dict[str, Any]) -> Storage:
    """The storage of a `kind`: "file", "S3", or "ray", which some nodes can reach."""
    options = config["options"]
    place = options.get("url") or options["path"]
    if REMOTE and config["kind"] == "ray":
        storage = Storage(Store(place, options.get("fsspec")))
        storage.remote_args = {"num_cpus": 0, **options.get("remoteArgs", {})}
        storage.init = options.get("rayInitArgs")
        return storage
    if URLS:
        if config["kind"] == "S3":
            bucket = place if "://" in place else f"s3://{place.lstrip('/')}"
            return Storage(Store(bucket, options.get("s3fs")))
        if config["kind"] != "file":
            raise ValueError(f"there is no storage of kind {config['kind']!r}")
        if "://" in str(place):
            return Storage(Store(place, options.get("fsspec")))
    return Storage(Store(os.path.abspath(place)))


class StorageProblem(SystemExit):
    """Ends the driver; the text says what is wrong, and what to do."""


class Storage:
    """Results of workflows, read and written by tasks."""

    if REMOTE:
        remote_args: dict[str, Any] | None = None  # of the tasks
        init: dict[str, Any] | None = None  # of `ray.init`, for an app that only reads

    def __init__(self, store: Store) -> None:
        self.store = store

    def list_tasks(self, workflow_name: str, pattern: str = "*") -> Any:
        """The names of the nodes whose results are stored."""
        return self.ask("names", workflow_name, pattern)

    def read_task(self, workflow_name: str, task_name: str) -> Any:
        """The result of a node."""
        if REMOTE and self.remote_args is not None:
            return self.read_there(workflow_name, task_name)
        return self.ask("read", workflow_name, task_name)

    def read_there(self, workflow: str, name: str) -> Any:
        if CLASSES:
            self.connect()
            return self.ask("read", workflow, name, self.classes)
        return self.ask("read", workflow, name)

    def remove_task(
        self,
        workflow_name: str,
        task_name: str | None = None,
        pattern: str | None = None,
    ) -> None:
        """Removes the result of a node, or those whose names match."""
        names = (
            [task_name] if pattern is None else self.list_tasks(workflow_name, pattern)
        )
        for name in names:
            self.ask("remove", workflow_name, name)

    def remove_workflow(self, workflow_name: str) -> None:
        """Removes all that is stored of a workflow."""
        self.ask("remove_workflow", workflow_name)

    def register_persistent_serializers(self, *serializers: Any) -> None:
        """Lets each take over the objects of its class inside results."""
        path, options, _ = self.store.parts
        known = self.store.pickles.serializers
        self.store = Store(path, options, Serialized((*known, *serializers)))

    def ask(self, method: str, *arguments: Any) -> Any:
        if REMOTE and self.remote_args is not None:
            self.connect()
            ref = self.submit(method, *arguments)
            self.wait_for(ref)
            return ray.get(ref)
        return getattr(self.store, method)(*arguments)

    def connect(self) -> None:
        if not ray.is_initialized():
            given = {"address": "local", **(self.init or {})}
            ray.init(os.environ.get("RAY_ADDRESS") or given.pop("address"), **given)

    def submit(self, method: str, *arguments: Any, **options: Any) -> Any:
        """Begins what a method of `Store` does, where the files are."""
        task = in_storage.options(**{"num_cpus": 0, **options})
        if REMOTE and self.remote_args is not None:
            task = in_storage.options(**self.remote_args, **options)
        return task.remote(method, self.store.parts, *arguments)

    def wait_for(self, ref: Any) -> None:
        """Waits; if no node can serve the storage, ends the driver."""
        late = time.monotonic() + 10
        while not ray.wait([ref], timeout=1)[0]:
            if time.monotonic() > late and not self.is_served():
                raise StorageProblem(
                    f"storage {self.store.path}: no node has what its remoteArgs ask "
                    f"for: {self.remote_args}; the cluster has {served()}.\nStart "
                    "such a node, or change remoteArgs."
                )

    def is_served(self) -> bool:
        """Whether some node has, busy or not, what `remote_args` ask for."""
        given = self.remote_args or {}
        asked = {"CPU": given.get("num_cpus", 0), "GPU": given.get("num_gpus", 0)}
        asked |= {"memory": given.get("memory", 0), **given.get("resources", {})}
        labels = given.get("label_selector", {})
        return any(
            all(node["Resources"].get(name, 0) >= much for name, much in asked.items())
            and all(node["Labels"].get(key) == value for key, value in labels.items())
            for node in ray.nodes()
            if node["Alive"]
        )

    @cached_property
    def classes(self) -> Any:
        """The classes of this file, for pickles that name them."""
        return ray.put({n: c for n, c in globals().items() if is_of_here(c)})


def served() -> str:
    """What the nodes of the cluster have, for a message."""
    has = ray.cluster_resources()
    return ", ".join(f"{n} {has[n]:g}" for n in sorted(has) if ":" not in n)


def is_of_here(value: Any) -> bool:
    """Whether it is a class of this file, which Ray can send."""
    if not isinstance(value, type) or value.__module__ != __name__:
        return False
    try:
        ray.cloudpickle.dumps(value)
    except Exception:
        return False
    return True


@ray.remote
def in_storage(method: str, store: tuple[Any, ...], *arguments: Any) -> Any:
    """What a method of `Store` gives where the files are."""
    return getattr(Store(*store), method)(*arguments)
