"""What an option may be set to: a predicate, and the words for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from ..diagnostics.nearest import nearest
from ..ir.option import UNKNOWN


def _no_hint(value: object) -> str:
    return ""


@dataclass(frozen=True)
class Rule:
    """The values that an option takes.

    `expected` says in words what `test` accepts; `hint` may say what to write in place of a
    value that it does not.
    """

    expected: str
    test: Callable[[object], bool]
    hint: Callable[[object], str] = _no_hint

    def allows(self, value: object) -> bool:
        """Whether `value` is right, as far as it is known."""
        return value is UNKNOWN or self.test(value)


@dataclass(frozen=True)
class DictRule(Rule):
    """The dicts that an option takes; `special` are the values that have a rule of their own."""

    keys: Rule = field(kw_only=True)
    values: Rule = field(kw_only=True)
    special: Mapping[str, Rule] = field(kw_only=True)


def optional(rule: Rule) -> Rule:
    """What `rule` takes, or None, which goes without saying in messages."""
    return replace(rule, test=lambda value: value is None or rule.allows(value))


def instance(expected: str, *types: type) -> Rule:
    """A value of one of `types`."""
    return Rule(expected, lambda value: isinstance(value, types))


def choice(*texts: str) -> Rule:
    """One of `texts`."""

    def hint(value: object) -> str:
        meant = nearest(value, texts) if isinstance(value, str) else None
        return f'did you mean "{meant}"?' if meant else ""

    return Rule(" or ".join(f'"{text}"' for text in texts), lambda value: value in texts, hint)


def list_of(expected: str, items: Rule) -> Rule:
    """A list of values that `items` takes."""
    return Rule(expected, lambda value: isinstance(value, list) and all(map(items.allows, value)))


def dict_of(
    expected: str, keys: Rule, values: Rule, special: Mapping[str, Rule] | None = None
) -> DictRule:
    """A dict whose keys `keys` takes, and whose values `values`, but for the `special` ones."""
    by_name = special or {}

    def test(value: object) -> bool:
        return isinstance(value, dict) and all(
            keys.allows(key) and by_name.get(key, values).allows(each)
            for key, each in value.items()
        )

    return DictRule(expected, test, keys=keys, values=values, special=by_name)
