"""A stand-in for Ray that runs each task at once, in this process: to search, not to prove.

Thousands of drivers a minute run on it. It keeps what goes wrong most easily: values are pickled on
their way to a task and back, refs are resolved only as arguments of their own, functions are those
of the first call, options are checked by Ray's own tables, `wait` wants refs that differ. It has no
order but that of submission, no processes and no failures of machines. What it finds, or does not
find, counts only once real Ray has run the driver.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from types import ModuleType
from typing import Any
from unittest.mock import patch

import ray as real_ray
from ray import cloudpickle, exceptions
from ray._common import ray_option_utils

from .calls import Calls

_LARGE = 300  # bytes; larger results are in a place of the cluster, as far as `wait_for` can tell


@dataclass(frozen=True)
class Submitted:
    """One call of `.remote()`: the function's or method's name, and the options."""

    name: str
    options: dict[str, Any]
    is_actor: bool = False


@dataclass
class Cluster:
    """What is in the object store, the actors, and all that was submitted."""

    submitted: list[Submitted] = field(default_factory=list)
    objects: list[bytes | Exception] = field(default_factory=list)
    actors: list[Any] = field(default_factory=list)
    calls: Calls = field(default_factory=Calls)
    is_up: bool = False
    chance: Random | None = None  # what `wait` finds, if not the first ones

    def put(self, value: Any) -> ObjectRef:
        stored: bytes | Exception
        try:
            stored = value if isinstance(value, Exception) else _pickled(value)
        except Exception as error:
            stored = _task_error("put", error)
        self.objects.append(stored)
        return ObjectRef(len(self.objects) - 1)

    def load(self, ref: ObjectRef) -> Any:
        stored = self.objects[ref.index]
        if isinstance(stored, Exception):
            raise stored
        return cloudpickle.loads(stored)

    def call(
        self, name: str, function: Callable[..., Any], given: Any, options: dict[str, Any]
    ) -> Any:
        """Runs a task: a ref, or a list of refs if it has several returns."""
        assert self.is_up, "ray.init() comes first"
        count = options.get("num_returns") or 1
        try:
            args, kwargs = cloudpickle.loads(_pickled(given))
            args = [self._resolved(value) for value in args]
            kwargs = {key: self._resolved(value) for key, value in kwargs.items()}
        except exceptions.RayTaskError as error:  # of a task before it
            results: Sequence[Any] = [error] * count
        else:
            results = self._results(name, lambda: function(*args, **kwargs), count)
        refs = [self.put(result) for result in results]
        return refs[0] if count == 1 else refs

    def _resolved(self, value: Any) -> Any:
        return self.load(value) if isinstance(value, ObjectRef) else value

    def _results(self, name: str, run: Callable[[], Any], count: int) -> Sequence[Any]:
        try:
            result = self.calls.within(run)
            results = [result] if count == 1 else list(result)
            if len(results) != count:
                raise ValueError(f"{name} returns {len(results)} values, not {count}")
        except Exception as error:
            return [_task_error(name, error)] * count
        return results


@dataclass(frozen=True)
class ObjectRef:
    index: int

    def __reduce__(self) -> Any:
        return ObjectRef, (self.index,)


def _pickled(value: Any) -> bytes:
    pickled: bytes = cloudpickle.dumps(value)
    return pickled


def _task_error(name: str, error: Exception) -> Exception:
    text = "".join(traceback.format_exception(error))
    with patch.dict("sys.modules", ray=real_ray):
        wrapped: Exception = exceptions.RayTaskError(name, text, error).as_instanceof_cause()
    return wrapped


class Remote:
    """A task or actor class, or the method of an actor."""

    def __init__(self, cluster: Cluster, target: Any, options: dict[str, Any]) -> None:
        self._cluster, self._target, self._options = cluster, target, options
        self._pickled: list[bytes] = []  # of the first call, for all with other options too

    def __getattr__(self, name: str) -> Any:
        """The attributes of a class."""
        if name.startswith("__") or not isinstance(self._target, type):
            raise AttributeError(name)
        return getattr(self._target, name)

    def options(self, **options: Any) -> Remote:
        check = ray_option_utils.validate_task_options
        if isinstance(self._target, type):
            check = ray_option_utils.validate_actor_options
        check(options, in_options=True)
        other = Remote(self._cluster, self._target, {**self._options, **options})
        other._pickled = self._pickled
        return other

    def remote(self, *args: Any, **kwargs: Any) -> Any:
        cluster, name = self._cluster, self._target.__name__
        is_actor = isinstance(self._target, type)
        cluster.submitted.append(Submitted(name, self._options, is_actor))
        if not self._pickled:
            self._pickled.append(_pickled(self._target))
        target = cloudpickle.loads(self._pickled[0])
        if not is_actor:
            return cluster.call(name, target, (args, kwargs), self._options)
        cluster.actors.append(None)
        actor = len(cluster.actors) - 1

        def start(*args: Any, **kwargs: Any) -> None:
            cluster.actors[actor] = target(*args, **kwargs)

        ready = cluster.call(name, start, (args, kwargs), {})
        return Actor(cluster, actor, ready)


class Actor:
    def __init__(self, cluster: Cluster, index: int, ready: ObjectRef) -> None:
        self._cluster, self._index, self._ready = cluster, index, ready

    def __getattr__(self, name: str) -> Method:
        if name.startswith("__") and name not in ("__ray_ready__", "__ray_terminate__"):
            raise AttributeError(name)
        return Method(self, name, {})


class Method:
    def __init__(self, actor: Actor, name: str, options: dict[str, Any]) -> None:
        self._actor, self._name, self._options = actor, name, options

    def options(self, **options: Any) -> Method:
        unknown = set(options) - {"name", "num_returns", "max_task_retries", "retry_exceptions"}
        assert not unknown, f"a method does not take {unknown}"
        return Method(self._actor, self._name, {**self._options, **options})

    def remote(self, *args: Any, **kwargs: Any) -> Any:
        actor, name = self._actor, self._name
        cluster = actor._cluster
        if name == "__ray_terminate__":
            cluster.actors[actor._index] = None
            return None
        if name == "__ray_ready__":
            return actor._ready
        cluster.submitted.append(Submitted(name, self._options))

        def call(started: None, *args: Any, **kwargs: Any) -> Any:
            return getattr(cluster.actors[actor._index], name)(*args, **kwargs)

        return cluster.call(name, call, ((actor._ready, *args), kwargs), self._options)


def modules(cluster: Cluster) -> dict[str, ModuleType]:
    """What `import ray` and `import ray.experimental` find."""

    def init(address: str | None = None, **options: Any) -> None:
        cluster.is_up = True

    def remote(*target: Any, **options: Any) -> Any:
        if target:
            return Remote(cluster, target[0], {})
        return lambda target: Remote(cluster, target, options)

    def get(refs: Any) -> Any:
        if isinstance(refs, ObjectRef):
            return cluster.load(refs)
        assert isinstance(refs, list), f"ray.get takes a ref or a list, not {refs!r}"
        assert all(isinstance(ref, ObjectRef) for ref in refs), f"not all refs: {refs!r}"
        return [cluster.load(ref) for ref in refs]

    def wait(refs: list[ObjectRef], *, num_returns: int = 1, fetch_local: bool = True) -> Any:
        assert isinstance(refs, list) and all(isinstance(ref, ObjectRef) for ref in refs), refs
        assert len(set(refs)) == len(refs), "ray.wait takes refs that differ"
        assert 0 < num_returns <= len(refs), f"num_returns={num_returns} of {len(refs)}"
        if cluster.chance is not None:
            refs = cluster.chance.sample(refs, len(refs))
        return refs[:num_returns], refs[num_returns:]

    def locations(refs: list[ObjectRef]) -> Any:
        return {ref: _place(cluster.objects[ref.index]) for ref in refs}

    def kill(actor: Actor) -> None:
        cluster.actors[actor._index] = None

    ray, experimental = ModuleType("ray"), ModuleType("ray.experimental")
    vars(experimental)["get_object_locations"] = locations
    vars(ray).update(
        __path__=[], init=init, remote=remote, get=get, wait=wait, put=cluster.put, kill=kill,
        ObjectRef=ObjectRef, exceptions=exceptions, experimental=experimental,
    )  # fmt: skip
    return {"ray": ray, "ray.experimental": experimental}


def _place(stored: bytes | Exception) -> Any:
    is_large = isinstance(stored, bytes) and len(stored) > _LARGE
    size = len(stored) if isinstance(stored, bytes) else 0
    return {"node_ids": ["n"] * is_large, "object_size": size if is_large else None}
