"""The options that calls of a function give the nodes which they make at one place.

first: fit("moons").set_name("moons model")            num_cpus=1
second: fit("circles").set_name("circles model")       num_cpus=2

{"circles model": {"num_cpus": 2}}, and num_cpus=1 for others
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..ir import Fragment

Options = tuple[tuple[str, str], ...]  # names, each with the code of its value


@dataclass(frozen=True)
class Place:
    """A node of one call, or the nodes of a loop in it.

    A node that is `named` has the options `given`. In a loop, names are made by `code`; those in
    `rows` have other options.
    """

    code: Fragment
    named: str | None
    rows: Mapping[str, Options]
    given: Options


def shared_rows(
    places: Sequence[Place], usual: Sequence[Options | None]
) -> tuple[Mapping[str, Options], Options] | None:
    """Names whose options are not those of all others, and these; None if one table will not do.

    `usual` are the options that nodes of the task have wherever they are made.
    """
    default = _default(places, usual)
    rows: dict[str, Options] = {}
    for one in places:
        own = {one.named: one.given} if one.named and one.given != default else one.rows
        if any(rows.setdefault(name, options) != options for name, options in own.items()):
            return None
    return (rows, default) if all(_gets_its_own(one, rows, default) for one in places) else None


def _default(places: Sequence[Place], usual: Sequence[Options | None]) -> Options:
    """What nodes of loops get, else what most do."""
    given = [one.given for one in places]
    looped = (one.given for one in places if one.named is None)
    return next(looped, max(given, key=lambda one: (given.count(one), usual.count(one))))


def _gets_its_own(place: Place, rows: Mapping[str, Options], default: Options) -> bool:
    if place.named is not None:
        return rows.get(place.named, default) == place.given
    others = [name for name in rows if name not in place.rows]
    return place.given == default and not any(_may_be(place.code, name) for name in others)


def _may_be(code: Fragment, name: str) -> bool:
    """Whether code that makes names may make this one."""
    text = "".join(part if isinstance(part, str) else "_" for part in code.parts)
    made = ast.parse(text, mode="eval").body
    parts = made.values if isinstance(made, ast.JoinedStr) else [made]
    pattern = "".join(
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".*" for part in parts
    )
    return re.fullmatch(pattern, name, re.DOTALL) is not None
