"""Steps, before it is said where their notes come from."""

from __future__ import annotations

from ffc.authoring.reference import Unbound
from ffc.authoring.steps.bound import Bound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ffc.authoring.steps.made import Made


class StepNode(Unbound):
    """What `.remote()` of a step returns: `bind` says where its notes come from."""

    __slots__ = ("made",)

    def __init__(self, made: Made) -> None:
        self.made = made

    def bind(self, *pairs: object) -> Bound:
        """Return the step with its notes: of each pair, an output and the step or source it is of.

        The notes come in the order of the pairs. TypeError if they are no such pairs, ValueError
        for an output that is not there.
        """
        if not pairs or len(pairs) % 2:
            raise TypeError(
                f"bind() of {self!r} takes pairs, the name of an output and the step or source "
                f"that has it, and not {len(pairs)} arguments"
            )
        inputs = []
        for output, bound in zip(pairs[::2], pairs[1::2], strict=True):
            if not isinstance(output, str):
                raise TypeError(f"bind() of {self!r}: {output!r} is no name of an output")
            if not isinstance(bound, Bound):
                raise TypeError(
                    f"bind() of {self!r}: notes come from a source or from what bind() returns, "
                    f"not from {bound!r}"
                )
            bound.check(output)
            inputs.append((output, bound))
        return Bound(self.made, tuple(inputs))

    def __repr__(self) -> str:
        return f"<step {self.made.label}>"
