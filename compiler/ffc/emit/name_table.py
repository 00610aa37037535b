"""The names that were chosen for a driver, and how they fill the holes of fragments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..ir import Fragment, HelperUse, Ref, RefUse, RunUse, Symbol, SymbolUse
from .calls_before import Calls
from .wrapping import Wrapper

RefKey = tuple[int, int, "str | None"]  # run, node, key


@dataclass(frozen=True)
class NameTable:
    """The names of symbols, of refs, of runs' results, and of what ffc itself adds.

    Tasks that make the calls of plugins `within` them, with these; what `tables` of options may
    be called. The builtins that the app's names hide, and how the runtime's code reads them; the
    names of the monitor's code, if there is one. What each name is without its number is `wanted`.
    """

    symbols: Mapping[Symbol, str]
    refs: Mapping[RefKey, str]
    results: Mapping[int, str]
    own: Mapping[str, str]
    wrappers: Mapping[Wrapper, str]
    within: Mapping[Symbol, Calls]
    tables: Mapping[str, Sequence[str]]
    hidden: Mapping[str, str]
    monitor: Mapping[str, str]
    wanted: Mapping[str, str]

    def ref(self, run: int, ref: Ref) -> str:
        """The name of a ref; `pair[-1]` may be the same one as `pair[1]`."""
        found = self.refs.get((run, ref.node, ref.key))
        if found is not None or ref.key is None:
            return found or self.refs[run, ref.node, None]
        length = self._lengths[run, ref.node]
        return self.refs[run, ref.node, str(int(ref.key) + length)]

    @cached_property
    def _lengths(self) -> Counter[tuple[int, int]]:
        """How many refs the result of a node has, by run and node."""
        return Counter((run, node) for run, node, _ in self.refs)

    def fill(
        self,
        fragment: Fragment,
        run: int = -1,
        values: Mapping[int, str] | None = None,
    ) -> str:
        """The fragment with its holes filled.

        `run` is the one whose refs are meant; `values` are the results of runs that are written
        in place, others have a variable.
        """
        return "".join(self._filled(part, run, values or {}) for part in fragment.parts)

    def _filled(self, part: object, run: int, values: Mapping[int, str]) -> str:
        if isinstance(part, str):
            return part
        if isinstance(part, SymbolUse):
            return self.symbols.get(part.symbol, part.symbol.name)
        if isinstance(part, RefUse):
            return self.ref(run, part.ref)
        if isinstance(part, HelperUse):
            return self.own[part.name]
        assert isinstance(part, RunUse)
        return values.get(part.run) or self.results[part.run]
