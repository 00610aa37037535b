"""What the variables of a random app stand for."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from ffc.authoring.arguments import nodes_in
from ffc.authoring.instance import Instance
from ffc.authoring.item import Item
from ffc.authoring.node import Node

Key = int | str | tuple[int | str, ...]

_MOST_KEYS = 4


class Form(enum.Enum):
    NODE = "a node, or an item of one"
    OBJECT = "the object of a decorated class"
    LIST = "a list"
    TUPLE = "a tuple"
    DICT = "a dict"
    NUMBER = "a whole number"
    TEXT = "a string"
    OTHER = "an ordinary value"


class Holds(enum.Enum):
    PLAIN = "no node"
    NODES = "nodes alone"
    MIXED = "nodes too"


@dataclass(frozen=True)
class Value:
    """`keys` are some that `value[key]` takes, of a node's result too.

    `owner` is the class of an object, and a value `is_known` if it is plain to see in the source.
    """

    form: Form = Form.OTHER
    keys: tuple[Key, ...] = ()
    holds: Holds = Holds.PLAIN
    owner: str = ""
    is_known: bool = False

    @property
    def is_node(self) -> bool:
        return self.form is Form.NODE

    @property
    def is_plain(self) -> bool:
        return self.form not in (Form.NODE, Form.OBJECT) and self.holds is Holds.PLAIN

    @property
    def is_argument(self) -> bool:
        return self.form is not Form.OBJECT

    @property
    def is_sequence(self) -> bool:
        return self.form in (Form.LIST, Form.TUPLE)


NUMBER = Value(Form.NUMBER)
TEXT = Value(Form.TEXT)
OTHER = Value()
NODE = Value(Form.NODE)


def nodes(*keys: Key, form: Form = Form.LIST) -> Value:
    """A container that holds nodes alone."""
    return Value(form, keys, Holds.NODES)


def plain(*keys: Key, form: Form = Form.LIST) -> Value:
    """A container without nodes."""
    return Value(form, keys)


def keys_of(thing: object) -> tuple[Key, ...]:
    """Some of the keys that `thing[key]` takes."""
    if type(thing) in (list, tuple) and thing:
        return (*range(len(thing))[: _MOST_KEYS - 1], -1)  # type: ignore[arg-type]
    if type(thing) is dict:
        return tuple(key for key in thing if isinstance(key, (int, str, tuple)))[:_MOST_KEYS]
    return ()


def describe(thing: object, result: object = None) -> Value | None:
    """What a variable with the value `thing` stands for; None if random apps should not use it.

    `result` is what the node gives, if it is one.
    """
    if isinstance(thing, Node):
        return Value(Form.NODE, keys_of(result))
    if isinstance(thing, Item):
        return NODE
    if isinstance(thing, Instance):
        return Value(Form.OBJECT, owner=thing._Instance__cls.__name__)  # type: ignore[attr-defined]
    if isinstance(thing, int):
        return NUMBER
    if isinstance(thing, str):
        return TEXT
    if thing is None:
        return OTHER
    if type(thing) not in (list, tuple, dict):
        return None
    form = {list: Form.LIST, tuple: Form.TUPLE, dict: Form.DICT}[type(thing)]
    parts = list(thing.values()) if isinstance(thing, dict) else list(thing)  # type: ignore[call-overload]
    if any(map(_unusable, parts)):
        return None
    if parts and all(isinstance(part, (Node, Item)) for part in parts):
        return Value(form, keys_of(thing), Holds.NODES)
    holds = Holds.MIXED if any(True for _ in nodes_in(thing)) else Holds.PLAIN
    return Value(form, keys_of(thing), holds)


def _unusable(part: object) -> bool:
    """Whether it holds what cannot be an argument or be shown."""
    if isinstance(part, dict):
        part = list(part.values())
    if isinstance(part, (list, tuple)):
        return any(map(_unusable, part))
    return not (part is None or isinstance(part, (Node, Item, int, str)))
