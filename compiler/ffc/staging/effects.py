"""Whether code that stays does more than bind its names.

What is known to compute, and no more, are some builtins, some modules of the standard library, and
functions of the app that do nothing else themselves.
"""

from __future__ import annotations

import libcst as cst

from ..frontend.names import body_names, names
from ..frontend.search import find
from ..frontend.signature import methods_of
from ..frontend.walk import Walker
from ..ir import Effect
from .frame import Frame
from .machine import Machine
from .values import FunctionValue

_BUILTINS = frozenset(
    "None abs all any bool bytes complex dict enumerate filter float format frozenset getattr "
    "hasattr hash id int isinstance issubclass len list map max min object ord pow range repr "
    "reversed round set slice sorted str sum tuple type vars zip".split()
)
_PLAIN_BASES = (
    *("object", "abc.ABC", "enum.Enum", "enum.IntEnum", "enum.StrEnum"),
    *("typing.NamedTuple", "typing.Protocol"),
)
# What these methods do on the types of Python that have them; others have no reason to differ.
_METHODS = frozenset(
    "casefold capitalize copy count decode encode endswith find format get index isalnum isalpha "
    "isdigit islower isspace isupper items join keys ljust lower lstrip partition removeprefix "
    "removesuffix replace rfind rjust rpartition rsplit rstrip split splitlines startswith strip "
    "swapcase title upper values with_name with_stem with_suffix zfill as_posix is_integer "
    "_asdict _replace".split()
)
_FUNCTIONS = frozenset(
    "json.loads json.dumps os.path.join os.path.basename os.path.dirname os.path.split "
    "os.path.splitext pathlib.Path pathlib.PurePath re.match re.fullmatch re.search re.split "
    "re.sub re.findall functools.partial functools.reduce copy.copy copy.deepcopy ast.literal_eval "
    "collections.Counter collections.deque collections.defaultdict collections.OrderedDict "
    "collections.namedtuple contextlib.nullcontext "
    "datetime.date datetime.timedelta datetime.datetime".split()
)
_MANAGER = "contextlib.contextmanager"
_MODULES = frozenset("fractions itertools math operator statistics string textwrap".split())


def effect_of(piece: cst.CSTNode, machine: Machine, frame: Frame) -> Effect:
    """The strongest effect in `piece`; what is replaced in it has none, or the one noted."""
    search = _Effects(machine, frame)
    search.walk(piece)
    return search.found


class _Effects(Walker):
    def __init__(self, machine: Machine, frame: Frame) -> None:
        self.found = Effect.NONE
        self.own = ""  # the object that is being made
        self.is_manager = False
        self._machine = machine
        self._frame = frame

    def walk(self, node: cst.CSTNode) -> None:
        if id(node) in self._frame.replaced or id(node) in self._frame.effects:
            self.found = max(self.found, self._frame.effects.get(id(node), Effect.NONE))
        else:
            super().walk(node)

    def visit_Call(self, node: cst.Call) -> None:
        self.found = max(self.found, self._called(node.func))
        if isinstance(node.func, cst.Name) and node.func.value in ("filter", "map"):
            self.found = max(self.found, self._called(node.args[0].value if node.args else node))

    def _called(self, function: cst.BaseExpression) -> Effect:
        qualified = self._machine.qualified(function, self._frame)
        if qualified in _FUNCTIONS or qualified.split(".")[0] in _MODULES:
            return Effect.NONE
        bound = self._frame.named(function)
        if isinstance(function, cst.Attribute) and bound is None:
            return Effect.NONE if function.attr.value in _METHODS else Effect.ANY
        if isinstance(function, cst.Lambda):
            return Effect.NONE
        if bound is None:
            if not isinstance(function, cst.Name):
                return Effect.ANY
            if function.value == "print":
                return Effect.OBSERVABLE
            return Effect.NONE if function.value in _BUILTINS else Effect.ANY
        if isinstance(bound.value, FunctionValue):
            return self._machine.effect_of_call(bound.value)
        return Effect.ANY

    def _any(self, node: cst.CSTNode) -> None:
        self.found = Effect.ANY

    def visit_Yield(self, node: cst.Yield) -> None:
        self._unless_manager()

    def visit_Global(self, node: cst.Global) -> None:
        self._unless_manager()

    def _unless_manager(self) -> None:
        self.found = self.found if self.is_manager else Effect.ANY

    visit_Await = visit_Raise = visit_Assert = visit_Del = visit_With = _any
    visit_Nonlocal = visit_Import = visit_ImportFrom = _any

    def visit_AssignTarget(self, node: cst.AssignTarget) -> None:
        self._target(node.target)

    def visit_AugAssign(self, node: cst.AugAssign) -> None:
        self._target(node.target)

    def visit_AnnAssign(self, node: cst.AnnAssign) -> None:
        self._target(node.target)

    def _target(self, target: cst.BaseExpression) -> None:
        if self.own and names_object(target, self.own):
            return
        if self._frame.module_of(target) is not None:
            return
        if isinstance(target, (cst.Attribute, cst.Subscript)):
            self.found = Effect.ANY
        elif isinstance(target, (cst.Tuple, cst.List)):
            for element in target.elements:
                self._target(element.value)

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        return False

    def visit_Lambda(self, node: cst.Lambda) -> bool:
        return False


def names_object(target: cst.BaseExpression, name: str) -> bool:
    """Whether it is an attribute of the object called `name`."""
    owner = target.value if isinstance(target, cst.Attribute) else None
    return isinstance(owner, cst.Name) and owner.value == name


def called_effect(machine: Machine, function: FunctionValue) -> Effect:
    """What a call of a function of the app does besides giving a value."""
    if function.definition not in machine.trees:
        return Effect.NONE  # a class that `namedtuple` makes
    tree, home = machine.trees[function.definition], machine.homes[function.definition]
    if isinstance(tree, cst.ClassDef):
        return _making_effect(machine, tree, home)
    if isinstance(tree, cst.FunctionDef) and tree.decorators:
        return _managing_effect(machine, tree, home)
    local = frozenset(use.name for use in body_names(tree) if use.binds)
    return effect_of(tree.body, machine, Frame(home.scope, machine.trail, outer=home, own=local))


def _managing_effect(machine: Machine, tree: cst.FunctionDef, home: Frame) -> Effect:
    """What a function of `contextlib.contextmanager` does on both sides of its `yield`.

    To bind a variable of the module is nothing that tasks see, if only such functions name it.
    """
    if [_decorator(machine, one, home) for one in tree.decorators] != [_MANAGER]:
        return Effect.ANY
    bound = {item.name.value for one in find(tree.body, cst.Global) for item in one.names}
    if bound and (home is not machine.globals or bound & _named_elsewhere(machine, home)):
        return Effect.ANY
    local = frozenset(use.name for use in body_names(tree) if use.binds)
    search = _Effects(machine, Frame(home.scope, machine.trail, outer=home, own=local | bound))
    search.is_manager = True
    search.walk(tree.body)
    return max(Effect.OBSERVABLE, search.found)


def _decorator(machine: Machine, decorator: cst.Decorator, home: Frame) -> str:
    return machine.qualified(decorator.decorator, home)


def _named_elsewhere(machine: Machine, home: Frame) -> set[str]:
    """The names in all functions and classes of the module that are no managers."""
    assert home.parsed is not None
    found: set[str] = set()
    for one in find(home.parsed.tree, cst.FunctionDef, cst.ClassDef, cst.Lambda):
        decorators = () if isinstance(one, cst.Lambda) else one.decorators
        if [_decorator(machine, decorator, home) for decorator in decorators] != [_MANAGER]:
            found |= {use.name for use in names(one)}
    return found


def _making_effect(machine: Machine, tree: cst.ClassDef, home: Frame) -> Effect:
    """Making an object of a class does what its `__init__` does, and that of known bases."""
    for base in tree.bases:
        bound = home.named(base.value)
        if bound is not None and isinstance(bound.value, FunctionValue):
            if machine.effect_of_call(bound.value) is not Effect.NONE:
                return Effect.ANY
        elif machine.qualified(base.value, home) not in _PLAIN_BASES:
            return Effect.ANY
    for decorator in tree.decorators:
        called = decorator.decorator
        called = called.func if isinstance(called, cst.Call) else called
        if machine.qualified(called, home) != "dataclasses.dataclass":
            return Effect.ANY
    for method in methods_of(tree):
        if method.name.value in ("__init__", "__new__", "__post_init__"):
            return _init_effect(machine, method, home)
    return Effect.NONE


def _init_effect(machine: Machine, method: cst.FunctionDef, home: Frame) -> Effect:
    """Filling the fields of `self` is no effect: nobody else has the object yet."""
    local = frozenset(use.name for use in body_names(method) if use.binds)
    search = _Effects(machine, Frame(home.scope, machine.trail, outer=home, own=local))
    params = [*method.params.posonly_params, *method.params.params]
    search.own = params[0].name.value if params else ""
    search.walk(method.body)
    return search.found
