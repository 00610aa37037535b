"""What failed, in the words of the app's own code."""

from __future__ import annotations

import re
from typing import Any

from ray.exceptions import ActorDiedError, WorkerCrashedError

from .call import Call, shown
from .frames import RAY, is_around

HEAD = re.compile(r"ray::.* \(pid=.*|.*in its creation task, ray::.*")
# What a worker says that cannot unpickle a function, class or argument.
MISSING = re.compile(
    r"(?s)(failed to import on the worker|RaySystemError:).*No module named '([\w.]+)'"
)
MISSING_MODULE = (
    "No module named {!r} where it runs: install that on all nodes of the cluster, or "
    "put it beside the app, and compile with --no-inline: then the driver ships it"
)
DIED = "died: it was killed, crashed, or ran out of memory"


def own_text(error: Any) -> str:
    """The error with the traceback of the app's code, or what became of its process."""
    text = re.sub(r"\x1b\[\d+m", "", str(error))
    if isinstance(error, WorkerCrashedError):
        return f"its process {DIED}"
    if isinstance(error, ActorDiedError) and "creation task" not in text:
        return f"the process of its actor {DIED}"
    if missing := MISSING.search(text):
        return MISSING_MODULE.format(missing[2])
    found: list[str] = []
    is_hidden, was_around = True, False
    for line in text.splitlines():
        if line.startswith('  File "'):
            was_around = was_around or is_around(line)
            is_hidden = is_around(line) or RAY.match(line) is not None
        elif not line.startswith("   "):
            is_hidden = HEAD.match(line) is not None
        found += [] if is_hidden else [line]
    if any(line.startswith('  File "') for line in found):
        return "\n".join(["Traceback (most recent call last):", *found])
    if was_around:  # it was raised there, for what the app's class gave
        return "\n".join(found)
    return "\n".join(["What it returns or raises cannot be pickled:", *found])


def reason(call: Call) -> str:
    """What its error says, in a line."""
    return own_text(call.error).splitlines()[-1]


def failure(calls: list[Call]) -> list[str]:
    """What to say of the calls that failed: of the first one all, of others a line."""
    failed = [one for one in calls if one.state == "failed"]
    if not failed:
        return []
    first, *more = failed
    options = [f"{key}={shown(value)}" for key, value in first.options.items()]
    call = ", ".join([first.written(), *options])
    found = [f"{first.name} failed: {call}", own_text(first.error)]
    skipped = [one for one in calls if one.state == "skipped"]
    stopped = [one.name for one in skipped if one.seconds]
    others = [one.name for one in skipped if not one.seconds]
    found += [f"Cut off by that: {listed(stopped, 10)}"] if stopped else []
    found += [f"Not run because of that: {listed(others, 10)}"] if others else []
    return found + [f"Failed, too: {one.name}: {reason(one)}" for one in more]


def listed(names: list[str], most: int) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
