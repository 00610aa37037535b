"""What failed, in the words of the app's own code."""

from __future__ import annotations

import re
from typing import Any

from ray.exceptions import ActorDiedError, WorkerCrashedError

from .call import Call, shown

# Ray's frames, and those of what the driver puts around the app's functions.
RAY = re.compile(r'  File ".*[/\\]ray[/\\]')
AROUND = re.compile(
    r'  File ".*, in (with_(items|refs)\n|(_(start|take|finish|loads?|answer|go_on)'
    r"|_(work|done|value|item_of)|__call__|add|flush|<lambda>)\n    (outbox\."
    r"|((given|sent|prompt|items) = |return (iter\()?)?(self|super\(\))"
    r"\.(on_|flush|_|route|get_|load|function|sent|value)"
    r"|raise ValueError|for .* in self\.|(outputs = )?list\(pool))"
)
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
    is_hidden, is_around = True, False
    lines = text.splitlines()
    for line, code in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith('  File "'):
            around = AROUND.match(f"{line}\n{code}")
            is_around = is_around or around is not None
            is_hidden = around is not None or RAY.match(line) is not None
        elif not line.startswith("   "):
            is_hidden = HEAD.match(line) is not None
        found += [] if is_hidden else [line]
    if any(line.startswith('  File "') for line in found):
        return "\n".join(["Traceback (most recent call last):", *found])
    if is_around:  # it was raised there, for what the app's class gave
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
