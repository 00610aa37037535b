"""The app's own classes as rows and settings: dataclasses, enums, named tuples, attributes."""

from __future__ import annotations

from ..generator.calls import call, node
from ..generator.draft import Construct
from ..generator.expressions import argument
from ..generator.values import NODE, NUMBER, TEXT, Form, nodes
from ..generator.wiring import Wiring
from .accumulators import accumulators


def dataclass_rows(w: Wiring) -> None:
    """A loop over rows that are objects of a dataclass."""
    w.draft.load("import dataclasses")
    name = w.draft.fresh("Row")
    frozen = w.pick(("@dataclasses.dataclass", "@dataclasses.dataclass(frozen=True)"))
    source = f"""
{frozen}
class {name}:
    name: str
    rate: int = 2
    tags: tuple = ()

    @property
    def label(self):
        return f"{{self.name}} at {{self.rate}}"

    def doubled(self):
        return self.rate * 2"""
    if not w.draft.define(source.strip()):
        return
    rows = w.draft.fresh("rows")
    made = ", ".join(
        w.pick(
            (
                f"{name}({word!r}, {w.count(0, 9)})",
                f"{name}(name={word!r})",
                f"{name}({word!r}, tags=(1, 2))",
            )
        )
        for word in w.rng.sample(("red", "blue", "it's", "x y"), w.count(1, 3))
    )
    if w.chance(2):
        w.write(f"{rows} = [{made}]")
    elif not w.draft.define(f"{rows} = [{made}]"):
        return
    _over(
        w, rows, ("row.name", "row.rate", "row.label", "row.doubled()", "len(row.tags)", "row.tags")
    )


def _over(w: Wiring, rows: str, parts: tuple[str, ...]) -> None:
    """Nodes of the rows, made in a loop or a comprehension."""
    first, second = w.rng.sample(parts, 2)
    name = f".set_name(f'{{{first}}} {{{second}}}')" if w.chance(2) else ""
    made = f"{w.pick(('add', 'pair', 'gather', 'twice'))}({first}, {second}){name}"
    if w.chance(2):
        w.assign(nodes(), f"[{made} for row in {rows}]")
    elif w.chance(2):
        w.assign(nodes(form=Form.DICT), f"{{str({first}): {made} for row in {rows}}}")
    else:
        filled = accumulators(w)
        number, text = "amount", "called"

        def body(inner: Wiring) -> None:
            inner.write(f"{number} = mix({first})", f"{text} = str({second})")
            for one in filled:
                one.step(inner)

        variables = {number: NUMBER, text: TEXT}
        kept = [one.name for one in filled]
        w.block(f"for row in {rows}:", body, variables=variables, in_loop=True, kept=kept)


def enum_rows(w: Wiring) -> None:
    w.draft.load("import enum")
    name = w.draft.fresh("Kind")
    source = f"class {name}(enum.Enum):\n    MOONS = 'moons'\n    CIRCLES = 'it\\'s'\n    BLOBS = 3"
    if w.draft.define(source):
        if w.chance(3):
            w.assign(NODE, f"add({name}.MOONS.value, {argument(w)})")
        else:
            _over(
                w,
                w.pick((name, f"list({name})")),
                ("row.name", "row.value", "row.name.lower()", "row is " + name + ".MOONS"),
            )


def named_tuples(w: Wiring) -> None:
    w.draft.load("import collections")
    name = w.draft.fresh("Point")
    if w.draft.define(f'{name} = collections.namedtuple("{name}", ["kind", "size"])'):
        rows = f"[{name}('a', 1), {name}(kind='b', size={w.count(2, 9)})]"
        _over(w, rows, ("row.kind", "row.size", "row[0]", "row[1] + 1"))


def settings(w: Wiring) -> None:
    """Attributes of a class that is never called."""
    name = w.draft.fresh("Settings")
    source = f"""
class {name}:
    rate = {w.count(1, 9)}
    kinds = ["red", "blue"]
    sizes = {{"red": 1, "blue": 2}}"""
    if w.draft.define(source.strip()):
        forms = (
            f"[add(kind, {name}.sizes[kind]) for kind in {name}.kinds]",
            f"[add(kind, {name}.rate) for kind in {name}.sizes]",
            f"[pair({name}.kinds[{name}.rate % 2], size) for size in {name}.sizes.values()]",
        )
        w.assign(nodes(), w.pick(forms))


def constants(w: Wiring) -> None:
    """Constants of the module, in capitals."""
    name = w.draft.fresh("RATES")
    value = w.pick(("[1, 2, 5]", "(3, 1)", "{'slow': 1, 'fast': 10}", "tuple(range(3))"))
    if w.draft.define(f"{name} = {value}"):
        w.assign(nodes(), f"[add(rate, {argument(w)}) for rate in {name}]")


def row_with_node(w: Wiring) -> None:
    """An object of the app's that holds a node."""
    w.draft.load("import dataclasses")
    name, made = w.draft.fresh("Holder"), w.draft.fresh("holder")
    if w.draft.define(
        f"@dataclasses.dataclass\nclass {name}:\n    data: object\n    size: int = 1"
    ):
        w.write(f"{made} = {name}({node(w)}, {w.count(1, 5)})")
        w.assign(NODE, f"add({made}.data, {made}.size)")
        if w.chance(2):
            w.write(f"{made}.data = {call(w)[0]}")
            w.assign(NODE, f"add({made}.data)")


def builder(w: Wiring) -> None:
    """An ordinary class whose methods make nodes."""
    name, made = w.draft.fresh("Builder"), w.draft.fresh("builder")
    source = f"""
class {name}:
    def __init__(self, rate=2):
        self.rate = rate
        self.nodes = []

    def build(self, value):
        self.nodes.append(add(value, self.rate))
        return self.nodes[-1]"""
    if w.draft.define(source.strip()):
        w.write(f"{made} = {name}({w.pick(('', '5', 'rate=7'))})")
        for _ in range(w.count(1, 2)):
            w.assign(NODE, f"{made}.build({argument(w)})")
        w.assign(nodes(), f"list({made}.nodes)")


def row_as_argument(w: Wiring) -> None:
    """A task gets the row itself."""
    w.draft.load("import dataclasses")
    name = w.draft.fresh("Item")
    if w.draft.define(f"@dataclasses.dataclass\nclass {name}:\n    name: str\n    rate: int = 2"):
        w.assign(NODE, f"add({name}('a', rate={w.count(1, 5)}), {argument(w)})")
        code = f"[add(item) for item in ({name}('b'), {name}('c', 4))]"
        w.assign(nodes(), code)


STATEMENTS = (
    Construct("dataclass rows", dataclass_rows, 3, at_top=True),
    Construct("enum rows", enum_rows, 2, at_top=True),
    Construct("named tuples as rows", named_tuples, 1, at_top=True),
    Construct("class attributes", settings, 1, at_top=True),
    Construct("constants of the module", constants, 2, at_top=True),
    Construct("an object that holds a node", row_with_node, 1, at_top=True),
    Construct("a class that makes nodes", builder, 1, at_top=True),
    Construct("rows as arguments", row_as_argument, 1, at_top=True),
)
