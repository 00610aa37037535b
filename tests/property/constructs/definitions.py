"""Tasks that are no decorated functions of the module: made by a call, in functions, in loops."""

from __future__ import annotations

from ..generator.draft import Construct, Function
from ..generator.expressions import argument, number
from ..generator.values import NODE, Form, Value, nodes
from ..generator.wiring import Wiring


def by_call(w: Wiring) -> None:
    """The decorator called on a function, a lambda or a class."""
    name = w.draft.fresh("quick")
    source = w.pick(
        (
            f"{name} = task(lambda value, factor=2: mix([value, factor]))",
            f"def _plain_{name}(value, factor=1):\n    return mix([factor, value])\n\n\n"
            f"{name} = task(_plain_{name})",
            f"def {name}(value, factor=1):\n    return mix([factor, value])\n\n\n"
            f"{name} = task({name})",
        )
    )
    if w.draft.define(source):
        w.functions[name] = w.draft.functions[name] = Function(
            name, (":any", "factor:any="), (NODE,)
        )
        w.assign(NODE, f"{name}({argument(w)}, {argument(w)})")


def in_a_function(w: Wiring) -> None:
    """Functions that each define a task, often of the same name, and may close over something."""
    name = w.draft.fresh("defining")
    reads = w.pick(("value", "[value, given]", "[value, given, SHIFT]"))
    back = w.pick(
        ("return work(given)", "return [work(given), work(2)]", "return work(1), work(work(given))")
    )
    if "given" in reads:
        back = back.replace("work(given)", "work(3)")
    source = f"""
def {name}(given):
    @task
    def work(value):
        return mix({reads})

    {back}"""
    if w.draft.define(source.strip()):
        count = back.count(", ") + 1
        value = nodes(0, 1) if "[work" in back else NODE
        given = number(w)  # a node is no value yet that a task could close over
        names = w.bind_all([value] * (1 if "[work" in back else count))
        w.write(f"{', '.join(names)} = {name}({given})")


def returned(w: Wiring) -> None:
    """A function that makes a task and gives it back."""
    name, made = w.draft.fresh("task_of"), w.draft.fresh("made_task")
    source = f"""
def {name}(rate):
    @task
    def work(value):
        return mix([value, rate])

    return work"""
    if w.draft.define(source.strip()):
        w.write(f"{made} = {name}({w.count(1, 9)})")
        w.functions[made] = Function(made, (":any",), (NODE,))
        w.assign(NODE, f"{made}({argument(w)})")
        if w.chance(2):
            code = f"[{name}(rate)({argument(w)}) for rate in (1, 2)]"
            w.assign(nodes(), code)


def in_the_wiring(w: Wiring) -> None:
    """A task defined between the statements, or in a loop, where it keeps the loop's value."""
    if w.is_deep:
        return
    name = w.draft.fresh("local_task")
    if w.chance(2):
        w.write(
            "@task", f"def {name}(value, more={w.count(1, 9)}):", "    return mix([more, value])"
        )
        w.functions[name] = Function(name, (":any", "more:any="), (NODE,))
        w.assign(NODE, f"{name}({argument(w)})")
        return
    held = w.bind_fresh("made", nodes())
    w.write(
        f"{held} = []",
        f"for rate in {w.pick(('(1, 2)', 'range(3)'))}:",
        "",
        "    @task",
        f"    def {name}(value, rate=rate):",
        "        return mix([value, rate])",
        "",
        f"    {held}.append({name}({argument(w)}))",
    )


def local_class(w: Wiring) -> None:
    """A decorated class in a function."""
    name = w.draft.fresh("with_object")
    source = f"""
def {name}(given):
    @task
    class Sum:
        def __init__(self, start):
            self.value = mix(start)

        def add(self, amount):
            self.value = (self.value * 3 + mix(amount)) % 10007
            return self.value

    total = Sum(given)
    total.add(1)
    return total.add(given)"""
    if w.draft.define(source.strip()):
        w.assign(Value(Form.NODE), f"{name}({argument(w)})")


def derived_class(w: Wiring) -> None:
    """A class that inherits from a decorated one."""
    name = w.draft.fresh("Derived")
    source = f"""
@task
class {name}(Counter):
    def add(self, amount, times=2):
        return super().add(amount, times=times)"""
    if w.draft.define(source.strip()):
        made = w.draft.fresh("derived")
        w.write(f"{made} = {name}({argument(w)})")
        w.assign(NODE, f"{made}.add({argument(w)})")
        w.assign(Value(Form.NODE, ("count", "last")), f"{made}.state()")


STATEMENTS = (
    Construct("the decorator by call", by_call, 3, at_top=True),
    Construct("a task in a function", in_a_function, 2, at_top=True),
    Construct("a function that gives a task", returned, 1, at_top=True),
    Construct("a task in the wiring", in_the_wiring, 1),
    Construct("a decorated class in a function", local_class, 1, at_top=True),
    Construct("a class derived from a decorated one", derived_class, 1, at_top=True),
)
