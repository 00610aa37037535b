"""The storage that an app makes: what it asks for is done where the files are."""

from __future__ import annotations

import os
import sys
import time
from typing import Any

import ray

from .reasons import words
from .serializers import Serialized
from .store import Store


def storage_factory(config: dict[str, Any]) -> Storage:
    """The storage of a `kind`: "file", "S3", or "ray", which some nodes can reach."""
    kind, options = config["kind"], config["options"]
    place = options.get("url") or options["path"]
    if kind == "ray":
        arguments = {"num_cpus": 0, **options.get("remoteArgs", {})}
        store = Store(place, options.get("fsspec"))
        return Storage(store, arguments, options.get("rayInitArgs"))
    if kind == "S3":
        bucket = place if "://" in place else f"s3://{place.lstrip('/')}"
        return Storage(Store(bucket, options.get("s3fs")))
    if kind == "file":
        path = place if "://" in str(place) else os.path.abspath(place)
        return Storage(Store(path, options.get("fsspec")))
    raise ValueError(f"a storage is of kind ray, file or S3, not {kind!r}")


class StorageProblem(SystemExit):
    """Ends the driver; the text says what is wrong, and what to do."""


class Storage:
    """Results of workflows, read and written by tasks with `remote_args`, if any."""

    def __init__(
        self,
        store: Store,
        remote_args: dict[str, Any] | None = None,
        init: dict[str, Any] | None = None,
    ) -> None:
        self.store, self.remote_args, self.init = store, remote_args, init
        self.classes: Any = None

    def list_tasks(self, workflow_name: str, pattern: str = "*") -> Any:
        """The names of the nodes whose results are stored."""
        return self.ask(Store.names, workflow_name, pattern)

    def read_task(self, workflow_name: str, task_name: str) -> Any:
        if self.remote_args is None:
            return self.store.read(workflow_name, task_name)
        self.connect()
        return self.ask(Store.read, workflow_name, task_name, self.shared_classes())

    def remove_task(
        self,
        workflow_name: str,
        task_name: str | None = None,
        pattern: str | None = None,
    ) -> None:
        names = (
            [task_name] if pattern is None else self.list_tasks(workflow_name, pattern)
        )
        for name in names:
            self.ask(Store.remove, workflow_name, name)

    def remove_workflow(self, workflow_name: str) -> None:
        self.ask(Store.remove_workflow, workflow_name)

    def register_persistent_serializers(self, *serializers: Any) -> None:
        known = self.store.pickles.serializers
        self.store.pickles = Serialized((*known, *serializers))

    def ask(self, method: Any, *arguments: Any) -> Any:
        if self.remote_args is None:
            return method(self.store, *arguments)
        self.connect()
        return self.get(self.there(method, *arguments))

    def connect(self) -> None:
        if not ray.is_initialized():
            given = {"address": "local", **(self.init or {})}
            ray.init(os.environ.get("RAY_ADDRESS") or given.pop("address"), **given)

    def there(self, work: Any, *arguments: Any, **options: Any) -> Any:
        """Submits what runs where the files are."""
        given = self.remote_args or {"num_cpus": 0}
        place = self.store.parts()
        return in_storage.options(**given, **options).remote(work, place, *arguments)

    def get(self, ref: Any) -> Any:
        """The value of `ref`, as soon as some node can serve the storage."""
        late = time.monotonic() + 10
        while not ray.wait([ref], timeout=1)[0]:
            if time.monotonic() > late and not self.is_served():
                raise StorageProblem(
                    f"storage {self.store.path}: no node has what its remoteArgs ask "
                    f"for: {self.remote_args}; the cluster has {served()}.\nStart "
                    "such a node, or change remoteArgs."
                )
        return ray.get(ref)

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

    def look(self, workflow: str, wanted: dict[str, str]) -> Any:
        """The records of the `wanted` results that are there, or what is wrong.

        Beside them, why nothing can be written, if so.
        """
        return self.get(self.there("look up", workflow, wanted))

    def read(self, workflow: str, node: Any) -> Any:
        """Begins to read a result; gives the ref of what is wrong with it, or None."""
        count = node.options.get("num_returns", 1)
        classes = self.shared_classes() if node.needs_classes else None
        given = ("read", workflow, node.name, count, classes)
        problem, *node.refs = self.there(*given, num_returns=count + 1)
        return problem

    def save(self, workflow: str, nodes: list[Any], apart: Any) -> Any:
        """Begins to save results; gives the ref of what went wrong with each."""
        records = [(node.record, len(node.refs)) for node in nodes]
        refs = [ref for node in nodes for ref in node.refs]
        return self.there("save", workflow, apart, records, *refs)

    def shared_classes(self) -> Any:
        """The classes of this file, for pickles that name them."""
        if self.classes is None:
            here = {n: c for n, c in globals().items() if is_of_here(c)}
            self.classes = ray.put(here)
        return self.classes


def say(text: str) -> None:
    print(text, file=sys.stderr)


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
def in_storage(work: Any, place: tuple[Any, ...], *arguments: Any) -> Any:
    """What `work`, or a method of `Store`, gives where the files are."""
    return WORK.get(work, work)(Store(*place), *arguments)


def look_up(
    store: Store, workflow: str, wanted: dict[str, str]
) -> tuple[dict[str, Any], str | None]:
    found, problem = {}, None
    try:
        found = store.index(workflow, wanted)
        store.want(workflow, wanted)
    except OSError as error:
        problem = words(error)
    return {name: found[name] for name in wanted if name in found}, problem


def read_result(
    store: Store, workflow: str, name: str, count: int, classes: dict[str, type] | None
) -> list[Any]:
    """What is wrong with the result, or None; then the result, or its items."""
    try:
        value = store.read(workflow, name, classes)
    except Exception as error:
        return [str(error), *[None] * count]
    if count == 1:
        return [None, value]
    if len(items := [*value]) != count:
        return [f"has {len(items)} items", *[None] * count]
    return [None, *items]


def save_results(
    store: Store,
    workflow: str,
    apart: Any,
    records: list[tuple[dict[str, Any], int]],
    *values: Any,
) -> list[str | None]:
    left = iter(values)
    results = []
    for record, parts in records:
        value = next(left) if parts == 1 else tuple(next(left) for _ in range(parts))
        results.append((record["node"], value, record))
    return store.save(workflow, results, apart)


WORK = {"look up": look_up, "read": read_result, "save": save_results}
