"""Checks a `runtime_env`."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping

from ..diagnostics import Sink
from ..diagnostics import options as errors
from ..diagnostics.nearest import nearest
from ..diagnostics.options.words import listed
from ..ir.option import Option
from .check_value import check_value
from .rule import Rule
from .runtime_env import BESIDE_IMAGE, IMAGES, INNER_KEYS, INSTALLERS, KEYS, UPLOADED, is_local


def check_runtime_env(option: Option, sink: Sink, *, uploads: bool) -> None:
    """Reports what is wrong in the entries of a `runtime_env`.

    `uploads` says whether Ray uploads local paths from here: from `ray.init` it does.
    """
    _check_keys(option.entries, KEYS, "`runtime_env`", sink)
    for entry in option.entries:
        if entry.name in INNER_KEYS:
            inside = f"`{entry.name}` of `runtime_env`"
            _check_keys(entry.entries, INNER_KEYS[entry.name], inside, sink)
        if entry.name in UPLOADED and not uploads:
            _check_paths(entry, sink)
    given = [entry for entry in option.entries if entry.known is not None]
    _check_installers(given, sink)
    _check_images(given, sink)


def _check_keys(
    entries: Iterable[Option], rules: Mapping[str, Rule], inside: str, sink: Sink
) -> None:
    for entry in entries:
        if entry.name in rules:
            check_value(entry, rules[entry.name], f"`{entry.name}`", sink)
        else:
            meant = nearest(entry.name, rules)
            sink.report(errors.UnknownEnvKey(entry.span, entry.name, inside, meant, tuple(rules)))


def _check_paths(entry: Option, sink: Sink) -> None:
    paths = entry.known if isinstance(entry.known, list) else [entry.known]
    for path in paths:
        if is_local(path):
            sink.report(errors.LocalPath(entry.value_span, entry.name, str(path)))


def _check_installers(given: list[Option], sink: Sink) -> None:
    installers = [entry for entry in given if entry.name in INSTALLERS]
    for first, other in itertools.pairwise(installers):
        problem = f"`{first.name}` and `{other.name}` exclude each other"
        way_out = f"keep one of {listed(INSTALLERS)}"
        sink.report(errors.ConflictingOptions(other.span, problem, way_out, first.span))


def _check_images(given: list[Option], sink: Sink) -> None:
    for image in given:
        if image.name not in IMAGES:
            continue
        for entry in given:
            if entry.name not in (image.name, *BESIDE_IMAGE):
                problem = f"`{entry.name}` does not go with `{image.name}`"
                way_out = f"keep only {listed(BESIDE_IMAGE)} beside `{image.name}`"
                sink.report(errors.ConflictingOptions(entry.span, problem, way_out, image.span))
