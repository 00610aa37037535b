"""`docs/diagnostics.md`, made from the docstrings of the diagnostics.

python -m ffc.diagnostics.reference docs/diagnostics.md
"""

from __future__ import annotations

import inspect
import itertools
import re
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path

from .catalog import catalog
from .model import Diagnostic, Severity

_HEAD = """\
<!-- Made from the docstrings in compiler/ffc/diagnostics: change them, then run
python -m ffc.diagnostics.reference docs/diagnostics.md -->

# Diagnostics

What ffc says about an app, by code. A code is stable for ever: it keeps its meaning, and one
that is no longer in use is never given to something else.

A diagnostic starts with its place (file, line and column), its code and what is wrong. Carets mark
the place in the source line, `-->` leads to another place that matters, `note` explains, and `help`
says the way out. After an error no driver is written; after a warning one is, but a person should
look at the place. All are reported in one run, on stderr; `--format json` and `--format github`
give the same to programs.

A warning about the graph (4xx, 5xx) can be silenced where somebody has looked at it, by a comment
that names its code and may say why:

```python
CACHE[key] = value  # ffc: ignore[FFC406] each worker has its own
```

Several codes have commas between them: `# ffc: ignore[FFC406, FFC407]`. The comment stands on the
line that the warning names, or on the first or last line of the statement there. A comment without
a code is [FFC413](#ffc413-a-comment-ffc-ignore-without-codes-that-can-be-silenced), one that
silences nothing is [FFC414](#ffc414-a-comment-ffc-ignore-silences-nothing). Errors cannot be
silenced, and neither can other warnings.
"""

_GROUPS = {
    "1": "Reading the source",
    "2": "Staging the wiring",
    "3": "Options",
    "4": "The graph",
    "5": "Step graphs",
    "6": "Plugins and storage",
}

_SEVERITIES = {Severity.ERROR: "*Error*", Severity.WARNING: "*Warning*"}

_EXAMPLE = re.compile(r"^Example:\n((?: +.*\n|\n)+)", re.MULTILINE)


def reference(classes: Iterable[type[Diagnostic]]) -> str:
    """The whole reference, in Markdown; `classes` are sorted by code."""
    parts = [_HEAD]
    for hundred, group in itertools.groupby(classes, key=lambda found: found.code[3]):
        parts.append(f"# {hundred}xx: {_GROUPS[hundred]}\n")
        parts.extend(page(found) for found in group)
    return "\n".join(parts)


def title(diagnostic: type[Diagnostic]) -> str:
    """What a diagnostic is about, in a few words."""
    return (inspect.getdoc(diagnostic) or "").partition("\n")[0].rstrip(".")


def page(diagnostic: type[Diagnostic]) -> str:
    """The section on one diagnostic, in Markdown."""
    text = (inspect.getdoc(diagnostic) or "").partition("\n")[2].strip("\n")
    body = _EXAMPLE.sub(_fence, f"{text}\n").strip("\n")
    severity = _SEVERITIES[diagnostic.severity]
    return f"## {diagnostic.code} {title(diagnostic)}\n\n{severity}\n\n{body}\n"


def _fence(example: re.Match[str]) -> str:
    code = textwrap.dedent(example[1]).strip("\n")
    return f"Example:\n\n```python\n{code}\n```\n\n"


def main(arguments: list[str]) -> None:
    """Writes the reference to the file named, or to stdout."""
    text = reference(catalog())
    if arguments:
        Path(arguments[0]).write_text(text, encoding="utf-8", newline="\n")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main(sys.argv[1:])
