"""Labels of machines, and the conditions on them: the syntax is Kubernetes's."""

from __future__ import annotations

import re

from .rule import Rule, dict_of, list_of

_WORD = r"[a-zA-Z0-9](?:[a-zA-Z0-9_.-]{0,61}[a-zA-Z0-9])?"
_KEY = re.compile(rf"(?:(?:{_WORD})?(?:\.(?:{_WORD})?)*/)?{_WORD}")
_CONDITION = re.compile(rf"!?(?:in)?\({_WORD}(?:, ?{_WORD})*\)|!?{_WORD}|")

_NAME = Rule(
    "names of labels",
    lambda key: (
        isinstance(key, str)
        and _KEY.fullmatch(key) is not None
        and len(key.rpartition("/")[0]) <= 253
    ),
)
_WANTED = Rule(
    'a value, "!value", "in(value, …)" or "!in(value, …)"',
    lambda value: isinstance(value, str) and _CONDITION.fullmatch(value) is not None,
)

SELECTOR = dict_of("a dict from names of labels to conditions", _NAME, _WANTED)


def _is_fallback(value: object) -> bool:
    return (
        isinstance(value, dict)
        and set(value) == {"label_selector"}
        and (not value["label_selector"] or SELECTOR.allows(value["label_selector"]))
    )


FALLBACK = list_of('a list of dicts {"label_selector": …}', Rule("a label selector", _is_fallback))
