"""A graph as a picture. The places of boxes and arrows are the work of `drawing`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from ..drawing import Arrow, Box, Drawing, drawn
from .drawn import box_lines, edge_label, header, title
from .folding import Entry, Fold, Item, Section, sections
from .labels import short, size
from .model import Graph, Kind, Loop
from .text import width, wrapped

_LINE, _PAD = 16.0, 10.0  # of text: its height, and the space around it
_MARGIN, _HEAD, _LEAST = 24.0, 58.0, 420.0
_LABEL = 4  # characters for which there is room beside an arrow
_STACK = 4.0  # how far the boxes behind a box of several nodes stand out

_STYLE = """
svg{--ink:#1f2328;--dim:#636c76;--paper:#fff;--line:#8c959f;--task:#ddf4ff;--edge-task:#54aeff;
--actor:#fbefff;--edge-actor:#c297ff;--step:#dafbe1;--edge-step:#4ac26b;--data:#fff8c5;
--edge-data:#d4a72c;font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
@media(prefers-color-scheme:dark){svg{--ink:#e6edf3;--dim:#9198a1;--paper:#0d1117;--line:#6e7681;
--task:#0c2d6b;--edge-task:#388bfd;--actor:#3c1e70;--edge-actor:#a371f7;--step:#033a16;
--edge-step:#2ea043;--data:#4b2900;--edge-data:#bb8009}}
text{fill:var(--ink);white-space:pre}.dim{fill:var(--dim);font-size:11px}.name{font-weight:600}
.head{font-size:15px;font-weight:600}.arrow{fill:none;stroke:var(--line);stroke-width:1.3}
.order{stroke-dasharray:4 3}.tip{fill:var(--line)}.page{fill:var(--paper)}
.task{fill:var(--task);stroke:var(--edge-task)}.actor{fill:var(--actor);stroke:var(--edge-actor)}
.step{fill:var(--step);stroke:var(--edge-step)}.data{fill:var(--data);stroke:var(--edge-data)}
.label{fill:var(--dim);font-size:10px;paint-order:stroke;stroke:var(--paper);stroke-width:4px}
""".replace("\n", "")

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

_CLASSES = {
    Kind.TASK: "task",
    Kind.ACTOR: "actor",
    Kind.CALL: "actor",
    Kind.SOURCE: "data",
    Kind.STEP: "step",
    Kind.RESOURCE: "data",
}


@dataclass(frozen=True)
class _Words:
    """What stands in a box: its class, its lines and theirs."""

    entry: Entry
    lines: tuple[tuple[str, str], ...]

    @property
    def size(self) -> tuple[float, float]:
        columns = max(width(line) * (1.06 if what == "name" else 0.95) for line, what in self.lines)
        stack = 2 * _STACK if len(self.entry.nodes) > 1 else 0
        return columns * 7.23 + 2 * _PAD + stack, len(self.lines) * _LINE + 2 * _PAD + stack


def as_svg(graph: Graph) -> str:
    """The workflows below each other. Raises `Unavailable` if they cannot be drawn."""
    parts: list[str] = []
    top, wide = _MARGIN, _LEAST
    head = wrapped(graph.source, 110) + (wrapped(graph.doc, 110) if graph.doc else [])
    for index, line in enumerate(head):
        top += _LINE + 4
        parts.append(_text(_MARGIN, top, line, "head" if index == 0 else "dim"))
    for section in sections(graph):
        words = [_words(section, entry, loops) for entry, loops in _deep(section.items, ())]
        pairs = dict.fromkeys(
            (inlet.source, entry.id)
            for entry in section.entries
            for inlet in entry.inlets
            if inlet.source != entry.id
        )
        drawing = drawn([one.size for one in words], [*pairs])
        parts.append(_text(_MARGIN, top + 34, title(section), "head"))
        parts.append(_text(_MARGIN, top + 50, size(section), "dim"))
        top += _HEAD
        inside = [*_arrows(section, drawing), *_boxes(graph, words, drawing)]
        parts.append(f'<g transform="translate({_MARGIN - 8:g} {top:g})">{"".join(inside)}</g>')
        top += drawing.height
        wide = max(wide, drawing.width, *(width(line) * 9.2 for line in (title(section), *head)))
    body = "".join(f"{one}\n" for one in parts)
    wide, high = round(wide + 2 * _MARGIN, 1), round(top + _MARGIN, 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" '
        f'width="{wide:g}" height="{high:g}" role="img">\n'
        f"<title>{_escaped(graph.source)}</title>\n<style>{_STYLE}</style>\n"
        f'<rect class="page" width="100%" height="100%"/>\n{body}</svg>\n'
    )


def _deep(
    items: tuple[Item, ...], loops: tuple[Loop, ...]
) -> Iterator[tuple[Entry, tuple[Loop, ...]]]:
    """All entries, each with the loops around it."""
    for item in items:
        if isinstance(item, Fold):
            yield from _deep(item.items, (*loops, item.loop))
        else:
            yield item, loops


def _words(section: Section, entry: Entry, loops: tuple[Loop, ...]) -> _Words:
    name, *more = box_lines(entry)
    taken: dict[int, list[str]] = {}
    for inlet in entry.inlets:
        if len(edge_label(inlet)) > _LABEL:
            taken.setdefault(inlet.source, []).append(edge_label(inlet))
    for source, items in taken.items():
        more.append(short(f"{', '.join(items)} of {section.entries[source].name}"))
    around = [header(loop) for loop in loops]
    lines = [(name, "name"), *((line, "dim") for line in (*more, *around))]
    return _Words(entry, tuple(lines))


def _boxes(graph: Graph, words: list[_Words], drawing: Drawing) -> Iterator[str]:
    docs = {one.name: one.doc for one in graph.functions}
    for one, box in zip(words, drawing.boxes, strict=True):
        node, stack = one.entry.node, _STACK if len(one.entry.nodes) > 1 else 0.0
        kind = _CLASSES[node.kind]
        said = [f"{node.place.file}:{node.place.line}", docs.get(node.function, "")]
        names = [n.name.text for n in one.entry.nodes]
        if len(names) > 1:
            said.append(", ".join(names[:12]) + (", …" if len(names) > 12 else ""))
        parts = [f"<title>{_escaped(chr(10).join(filter(None, said)))}</title>"]
        for shift in (2, 1, 0) if stack else (0,):
            parts.append(_rect(box, shift * stack, 2 * stack, kind))
        for index, (line, what) in enumerate(one.lines):
            y = box.y + _PAD + _LINE * (index + 0.75)
            parts.append(_text(box.x + _PAD, y, line, what))
        yield f"<g>{''.join(parts)}</g>"


def _rect(box: Box, shift: float, less: float, kind: str) -> str:
    return (
        f'<rect class="{kind}" x="{box.x + shift:g}" y="{box.y + shift:g}" '
        f'width="{box.width - less:g}" height="{box.height - less:g}" rx="6"/>'
    )


def _arrows(section: Section, drawing: Drawing) -> Iterator[str]:
    for arrow in drawing.arrows:
        inlets = [one for one in section.entries[arrow.target].inlets if one.source == arrow.source]
        dashed = all(one.order or not one.sure for one in inlets)
        labels = dict.fromkeys(filter(None, map(edge_label, inlets)))
        said = ", ".join(one for one in labels if len(one) <= _LABEL)
        given = ", ".join(dict.fromkeys(one.argument for one in inlets if one.argument))
        name = f"<title>{_escaped(given)}</title>" if given else ""
        yield f'<path class="arrow{" order" if dashed else ""}" d="{arrow.path}">{name}</path>'
        x, y, across, down = _end(arrow)
        yield _tip(x, y, across, down)
        if said and across:
            yield _text(x - 10, y - 5, said, "label", end=True)
        elif said:
            yield _text(x + 6, y - 10, said, "label")


def _end(arrow: Arrow) -> tuple[float, float, int, int]:
    """Where an arrow ends, and in which direction."""
    numbers = [float(one) for one in _NUMBER.findall(arrow.path)]
    (left, top), (x, y) = numbers[-4:-2], numbers[-2:]
    flat = abs(x - left) >= abs(y - top)
    return x, y, (1 if x >= left else -1) if flat else 0, 0 if flat else 1


def _tip(x: float, y: float, across: int, down: int) -> str:
    if across:
        corners = [(x, y), (x - 7 * across, y - 3.5), (x - 7 * across, y + 3.5)]
    else:
        corners = [(x, y), (x - 3.5, y - 7 * down), (x + 3.5, y - 7 * down)]
    said = " ".join(f"{round(a, 1):g},{round(b, 1):g}" for a, b in corners)
    return f'<polygon class="tip" points="{said}"/>'


def _text(x: float, y: float, text: str, what: str, end: bool = False) -> str:
    anchor = ' text-anchor="end"' if end else ""
    place = f"x={quoteattr(f'{round(x, 1):g}')} y={quoteattr(f'{round(y, 1):g}')}"
    return f'<text class="{what}" {place}{anchor}>{_escaped(text)}</text>'


def _escaped(text: str) -> str:
    """Text of the app, without what XML cannot hold."""
    return escape("".join(c if _is_xml(ord(c)) else "\N{REPLACEMENT CHARACTER}" for c in text))


def _is_xml(code: int) -> bool:
    return (
        code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code > 0xFFFF
    )
