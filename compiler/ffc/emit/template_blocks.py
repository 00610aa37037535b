"""Whether what a template overrides is there: Jinja leaves out in silence what is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..diagnostics.nearest import nearest

if TYPE_CHECKING:
    from jinja2 import Environment, nodes


def check_blocks(environment: Environment, first: str, ours: str) -> None:
    """Raises `TemplateSyntaxError` where `first` does not extend `ours`, perhaps through others.

    So it does where a block has no place there, or where something stands outside of the blocks.
    """
    chain = [_Parsed(environment, first)]
    while chain[-1].name != ours:
        parent = chain[-1].parent(ours)
        if parent in (one.name for one in chain):
            raise chain[-1].wrong(f"`{parent}` extends itself", 1)
        chain.append(_Parsed(environment, parent))
    known = {block.name for block in chain.pop().blocks()}
    offered = ", ".join(f"`{name}`" for name in sorted(known))
    while chain:
        template = chain.pop()
        for block in template.outer_blocks():
            if block.name not in known:
                close = nearest(block.name, known)
                hint = f"did you mean `{close}`?" if close else f"those of ffc are {offered}"
                raise template.wrong(f"there is no block `{block.name}`; {hint}", block.lineno)
        template.refuse_loose_text()
        known |= {block.name for block in template.blocks()}


class _Parsed:
    """A template, as Jinja's syntax tree."""

    def __init__(self, environment: Environment, name: str) -> None:
        assert environment.loader is not None
        source, self.file, _ = environment.loader.get_source(environment, name)
        self.name = name
        self.tree = environment.parse(source, name, self.file)

    def wrong(self, reason: str, line: int) -> Exception:
        from jinja2 import TemplateSyntaxError

        return TemplateSyntaxError(reason, line, self.name, self.file)

    def parent(self, ours: str) -> str:
        """What it extends."""
        from jinja2 import nodes

        found = next(self.tree.find_all(nodes.Extends), None)
        if found is None:
            raise self.wrong(f'it must begin with {{% extends "{ours}" %}}', 1)
        if not isinstance(found.template, nodes.Const) or not isinstance(found.template.value, str):
            raise self.wrong("what it extends must be a name in quotes", found.lineno)
        return found.template.value

    def blocks(self) -> Iterator[nodes.Block]:
        from jinja2 import nodes

        return self.tree.find_all(nodes.Block)

    def outer_blocks(self) -> Iterator[nodes.Block]:
        """Those that are in no other block."""
        from jinja2 import nodes

        waiting: list[nodes.Node] = [self.tree]
        while waiting:
            node = waiting.pop()
            if isinstance(node, nodes.Block):
                yield node
            else:
                waiting.extend(reversed(list(node.iter_child_nodes())))

    def refuse_loose_text(self) -> None:
        from jinja2 import nodes

        for output in self.tree.body:
            if isinstance(output, nodes.Output):
                for part in output.nodes:
                    if not isinstance(part, nodes.TemplateData) or part.data.strip():
                        raise self.wrong("this stands outside of the blocks", part.lineno)
