"""The environment of tasks with plugins: by it, Ray runs them in processes of their own.

{"env_vars": {"FFC_SETUP": "init_float"}}                   of a task
{"pip": ["x"], "env_vars": {"A": "1", "FFC_SETUP": …}}      of one that the app gives another
"""

from __future__ import annotations

import ast

_VARIABLE = "FFC_SETUP"


def environment(label: str, given: str = "{}") -> str:
    """The code for environment `given`, with the `label` of the calls before the task."""
    tree = ast.parse(given.strip(), mode="eval").body
    if not isinstance(tree, ast.Dict) or None in tree.keys:  # its variables may be anywhere
        tree = ast.Dict([None, ast.Constant("env_vars")], [tree, ast.Dict([None], [_get(tree)])])
    keys = [key.value if isinstance(key, ast.Constant) else None for key in tree.keys]
    if "env_vars" not in keys:
        keys.append("env_vars")
        tree.keys.append(ast.Constant("env_vars"))
        tree.values.append(ast.Dict([], []))
    place = keys.index("env_vars")
    tree.values[place] = _with_label(tree.values[place], label)
    return ast.unparse(tree)


def _get(value: ast.expr) -> ast.expr:
    """The variables that an environment may have: `value.get("env_vars", {})`."""
    get = ast.Attribute(value, "get", ast.Load())
    return ast.Call(get, [ast.Constant("env_vars"), ast.Dict([], [])], [])


def _with_label(variables: ast.expr, label: str) -> ast.Dict:
    given = variables if isinstance(variables, ast.Dict) else ast.Dict([None], [variables])
    given.keys.append(ast.Constant(_VARIABLE))
    given.values.append(ast.Constant(label))
    return given
