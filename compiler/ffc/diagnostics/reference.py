"""`docs/diagnostics.md`, made from the docstrings of the diagnostics.

python -m ffc.diagnostics.reference docs/diagnostics.md
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterable
from pathlib import Path

from .catalog import catalog
from .model import Diagnostic, Severity
from .page import GROUPS, Page, page_of

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

_SEVERITIES = {Severity.ERROR: "*Error*", Severity.WARNING: "*Warning*"}


def reference(classes: Iterable[type[Diagnostic]]) -> str:
    """The whole reference, in Markdown; `classes` are sorted by code."""
    parts = [_HEAD]
    pages = map(page_of, classes)
    for group, found in itertools.groupby(pages, key=lambda page: page.code[3]):
        parts.append(f"# {group}xx: {GROUPS[group]}\n")
        parts.extend(section(page) for page in found)
    return "\n".join(parts)


def section(page: Page) -> str:
    """The section on one code, in Markdown."""
    head = f"## {page.code} {page.title}", _SEVERITIES[page.severity]
    example = f"Example:\n\n```python\n{page.example}\n```" if page.example else ""
    parts = (*head, page.meaning, example, page.way_out)
    return "\n\n".join(part for part in parts if part) + "\n"


def main(arguments: list[str]) -> None:
    """Writes the reference to the file named, or to stdout."""
    text = reference(catalog())
    if arguments:
        Path(arguments[0]).write_text(text, encoding="utf-8", newline="\n")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main(sys.argv[1:])
