"""`itertools`, over known values and nodes."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping

from ..attempt import Undecided
from ..iteration import length_of
from ..known import MOST
from ..values import Evaluated, Known, Value, to_python
from .higher import can_call
from .iterators import decides, endless, filtered, known_, made, row_of
from .worked import Call, Work


def _zip_longest(call: Call) -> Value | None:
    columns, fill = call.all_steps(), call.keywords.get("fillvalue") or call.none
    if columns is None or not call.only("fillvalue"):
        return None
    return made(call, (row_of(call, r) for r in itertools.zip_longest(*columns, fillvalue=fill)))


def _starmap(call: Call) -> Value | None:
    rows = call.steps(1)
    if rows is None or not can_call(call):
        return None

    def results() -> Iterator[Evaluated]:
        for row in rows:
            given = call.machine.iterate(row)
            if given is None:
                raise Undecided(call.span)
            yield call.apply(call.values[0], *given)

    return made(call, results())


def _takewhile(call: Call) -> Value | None:
    items = call.steps(1)
    if items is None or not can_call(call):
        return None
    return made(call, itertools.takewhile(lambda item: decides(call, item), items))


def _dropwhile(call: Call) -> Value | None:
    items = call.steps(1)
    if items is None or not can_call(call):
        return None
    return made(call, itertools.dropwhile(lambda item: decides(call, item), items))


def _accumulate(call: Call) -> Value | None:
    items, function = call.steps(0), call.values[1] if len(call.values) > 1 else None
    if items is None or not call.only("initial") or function is None:
        return None
    first = [call.keywords["initial"]] if "initial" in call.keywords else []
    chained = itertools.chain(first, items)
    return made(call, itertools.accumulate(chained, lambda a, b: call.apply(function, a, b)))


def _product(call: Call) -> Value | None:
    columns = call.all_items()
    repeat = call.keywords.get("repeat")
    times = repeat.value if repeat is not None else Known(1)
    if columns is None or not isinstance(times, Known) or not isinstance(times.value, int):
        return None
    count = 1
    for column in columns * min(times.value, 30):
        count *= len(column)
    if count > MOST:
        return None
    return _rows(call, itertools.product(*columns, repeat=times.value), count)


def _chain(call: Call) -> Value | None:
    columns = call.all_steps()
    return None if columns is None else made(call, itertools.chain(*columns))


def _chained(call: Call) -> Value | None:
    outer = call.steps(0)
    if outer is None:
        return None

    def elements() -> Iterator[Evaluated]:
        for item in outer:
            found = call.machine.steps(item)
            if found is None:
                raise Undecided(call.span)
            yield from found

    return endless(call, elements())


def _pairwise(call: Call) -> Value | None:
    items = call.steps(0)
    length = length_of(call.values[0].value) if call.values else None
    return None if items is None else _rows(call, itertools.pairwise(items), length)


def _picked(function: type[itertools.combinations[tuple[Evaluated, ...]]]) -> Work:
    def work(call: Call) -> Value | None:
        items = call.items(0)
        length = call.values[1].value if len(call.values) > 1 else Known(None)
        if items is None or not isinstance(length, Known):
            return None
        size = length.value if isinstance(length.value, int) else len(items)
        found = list(itertools.islice(function(items, size), MOST + 1))
        return _rows(call, found, len(found)) if len(found) <= MOST else None

    return work


def _islice(call: Call) -> Value | None:
    bounds = [to_python(one.value) for one in call.values[1:]]
    if not all(bound is None or isinstance(bound, int) for bound in bounds):
        return None
    items = call.steps(0)
    try:
        return None if items is None else made(call, itertools.islice(items, *bounds))  # type: ignore[call-overload]
    except ValueError:
        return None


def _count(call: Call) -> Value | None:
    given = {**dict(zip(("start", "step"), call.values, strict=False)), **call.keywords}
    python = {name: to_python(one.value) for name, one in given.items()}
    if not call.only("start", "step") or not all(type(n) in (int, float) for n in python.values()):
        return None
    return endless(call, (known_(call, number) for number in itertools.count(**python)))


def _cycle(call: Call) -> Value | None:
    items = call.items(0)
    return None if items is None else endless(call, itertools.cycle(items))


def _repeat(call: Call) -> Value | None:
    times = [*call.values[1:], *call.keywords.values()]
    python = to_python(times[0].value) if times else None
    if not call.values or (times and type(python) is not int):
        return None
    repeated = itertools.repeat(call.values[0], *([python] if times else []))
    return endless(call, repeated, python if isinstance(python, int) else None)


def _rows(call: Call, rows: Iterable[tuple[Evaluated, ...]], length: int | None) -> Value:
    return endless(call, (row_of(call, row) for row in rows), length)


MAKERS: Mapping[str, Work] = {
    "accumulate": _accumulate,
    "chain": _chain,
    "chain.from_iterable": _chained,
    "combinations": _picked(itertools.combinations),
    "combinations_with_replacement": _picked(itertools.combinations_with_replacement),  # type: ignore[arg-type]
    "count": _count,
    "cycle": _cycle,
    "dropwhile": _dropwhile,
    "filterfalse": lambda call: filtered(call, wanted=False),
    "islice": _islice,
    "pairwise": _pairwise,
    "permutations": _picked(itertools.permutations),  # type: ignore[arg-type]
    "product": _product,
    "repeat": _repeat,
    "starmap": _starmap,
    "takewhile": _takewhile,
    "zip_longest": _zip_longest,
}
