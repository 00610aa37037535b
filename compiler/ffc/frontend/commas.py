"""Commas behind the last element, which say nothing to Python but much to black.

black keeps a call broken over lines for such a comma, and puts one where it breaks a call itself.
Without them, code looks the same whether the app was formatted or not. That behind the last row of
a table stays: each row has a line of its own, and one changed row is one changed line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import libcst as cst

from .walk import children

_FindComma = Callable[[Any], "cst.Comma | None"]


def _behind(elements: Sequence[cst.CSTNode], fewest: int = 1) -> cst.Comma | None:
    """The comma behind the last; of fewer than `fewest` elements, it makes a tuple."""
    if len(elements) < fewest:
        return None
    comma = getattr(elements[-1], "comma", None)
    return comma if isinstance(comma, cst.Comma) else None


def _parameters(node: cst.FunctionDef) -> cst.Comma | None:
    params = node.params
    behind_slash = params.params or params.kwonly_params or params.star_kwarg
    if isinstance(params.posonly_ind, cst.ParamSlash) and not behind_slash:
        return _behind([params.posonly_ind])
    return _behind(children(params))


def _imported(node: cst.ImportFrom) -> cst.Comma | None:
    return None if isinstance(node.names, cst.ImportStar) else _behind(node.names)


def _matched(node: cst.MatchMapping) -> cst.Comma | None:
    return _behind(node.elements) if node.rest is None else node.trailing_comma


# By the type of a node, what finds the needless comma in it.
# None is in a lambda: there it stands in front of a colon, where black does not look.
FINDERS: Mapping[type[cst.CSTNode], _FindComma] = {
    cst.Call: lambda node: _behind(node.args),
    cst.ClassDef: lambda node: _behind([*node.bases, *node.keywords]),
    cst.Dict: lambda node: _behind(node.elements),
    cst.FunctionDef: _parameters,
    cst.ImportFrom: _imported,
    cst.List: lambda node: _behind(node.elements),
    cst.MatchClass: lambda node: _behind([*node.patterns, *node.kwds]),
    cst.MatchList: lambda node: _behind(node.patterns, 1 if node.lbracket is not None else 2),
    cst.MatchMapping: _matched,
    cst.MatchTuple: lambda node: _behind(node.patterns, 2),
    cst.Set: lambda node: _behind(node.elements),
    cst.Subscript: lambda node: _behind(node.slice, 2),
    cst.Tuple: lambda node: _behind(node.elements, 2),
    cst.TypeParameters: lambda node: _behind(node.params),
    cst.With: lambda node: _behind(node.items, 2),
}

_DISPLAYS = (cst.List, cst.Tuple, cst.Dict, cst.Set)
_ROWS = (*_DISPLAYS, cst.Call)


def is_table(value: cst.BaseExpression | None) -> bool:
    """Whether what is assigned is several rows: containers, or objects that are made."""
    if not isinstance(value, _DISPLAYS) or len(value.elements) < 2:
        return False
    return all(isinstance(getattr(one, "value", None), _ROWS) for one in value.elements)
