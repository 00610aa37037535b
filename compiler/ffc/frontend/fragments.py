"""Syntax → fragments: source text with holes where the compiler chooses names.

f(a, n + 1)   →   Fragment(("f(", RefUse(0), ", ", SymbolUse(n), " + 1)"))
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import libcst as cst

from ..ir import Fragment, Part, SymbolUse, join, text
from ..ir.symbol import Symbol
from .names import NameUse, names
from .tokens import Place, tokens

_CONSTANT = re.compile(r"['\"]|\(?-?\d")

Meant = tuple[cst.CSTNode, "Symbol | Fragment"]
Resolve = Callable[[NameUse], "Meant | None"]


def fragment(
    piece: cst.CSTNode,
    resolve: Resolve,
    replaced: Mapping[int, Fragment] | None = None,
) -> Fragment:
    """The text of `piece`.

    `resolve` says what a use of a name of the scope around stands for: the node in whose place
    something else is put (the name itself, or a dotted one), with a symbol or an expression; None
    leaves the text as it is. `replaced` gives, by the identity of a syntax node, what to put in its
    place.
    """
    replaced = replaced or {}
    if id(piece) in replaced:
        return Fragment(replaced[id(piece)].parts)
    if (type(piece) is cst.SimpleString or type(piece) is cst.Integer) and not piece.lpar:
        return text(piece.value)
    named = _named(piece, resolve)
    if type(piece) is cst.Name and not piece.lpar:
        return join(named.get(id(piece), piece.value))
    written = tokens(piece)
    texts = written.texts
    parts: list[Fragment | Part] = []
    behind = 0
    for place in written.places:
        if place.start < behind:
            continue  # it is inside of what has been replaced
        code = _code(place.node, named, replaced)
        if code is not None:
            parts += ("".join(texts[behind : place.start]), *_apart(code, place, texts))
            behind = place.end
    return join(*parts, "".join(texts[behind:]))


def _without_parentheses(code: Fragment) -> Fragment:
    """A number without the parentheses that it needs as a part of other expressions."""
    written = code.parts[0] if len(code.parts) == 1 else None
    if isinstance(written, str) and written.startswith("(-") and written.endswith(")"):
        inside = written[1:-1]
        number = inside[1:].replace(".", "").replace("e-", "").replace("e", "")
        return text(inside) if number.isdigit() else code
    return code


def _named(piece: cst.CSTNode, resolve: Resolve) -> dict[int, Fragment]:
    """What to put in the place of names, by the identity of their nodes."""
    found: dict[int, Fragment] = {}
    for use in names(piece):
        meant = resolve(use) if use.node is not None else None
        if meant is not None:
            node, code = meant
            found[id(node)] = code if isinstance(code, Fragment) else Fragment((SymbolUse(code),))
    return found


def _code(
    node: cst.CSTNode, named: Mapping[int, Fragment], replaced: Mapping[int, Fragment]
) -> Fragment | None:
    """What to put in the place of a node; None where it stays as it is."""
    if type(node) is cst.FormattedStringExpression:
        inside = _code(node.expression, named, replaced)
        is_bare = not (node.conversion or node.equal)
        return _in_string(inside, node) if inside is not None and is_bare else None
    return replaced.get(id(node)) or named.get(id(node))


def _in_string(code: Fragment, node: cst.FormattedStringExpression) -> Fragment | None:
    """The text for `{name}` in an f-string, where a string or a number stands for the name."""
    written = code.parts[0] if len(code.parts) == 1 else None
    if not isinstance(written, str) or not _CONSTANT.match(written):
        return None
    spec = node.format_spec or ()
    if not all(isinstance(part, cst.FormattedStringText) for part in spec):
        return None
    try:
        whole = format(ast.literal_eval(written), "".join(tokens(part).texts[0] for part in spec))
    except (ValueError, SyntaxError):
        return None
    return text(whole.replace("{", "{{").replace("}", "}}"))


def _apart(code: Fragment, place: Place, texts: Sequence[str]) -> Iterator[Fragment | Part]:
    """What comes in the place of `(x)` in `1 if(x)else 2` must not grow together with the words."""
    in_string = isinstance(place.node, cst.FormattedStringExpression)
    if place.start and not in_string and _is_word(texts[place.start - 1][-1:]):
        yield " "
    yield code if in_string or not _is_enclosed(place, texts) else _without_parentheses(code)
    if place.end < len(texts) and not in_string and _is_word(texts[place.end][:1]):
        yield " "


def _is_enclosed(place: Place, texts: Sequence[str]) -> bool:
    """Whether it is all that stands between brackets, commas, or behind `=`."""
    earlier = (texts[index] for index in range(place.start - 1, -1, -1))
    before = next((one.strip()[-1] for one in earlier if one.strip()), "")
    later = (texts[index] for index in range(place.end, len(texts)))
    after = next((one.strip()[0] for one in later if one.strip()), "")
    return before != "" and before in "([{,=" and (after in ")]}," if after else before == "=")


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
