"""Names of nodes and workflows as names of files: none alike, none leads away."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

OURS = (".kept", ".name", ".tmp-", ".wanted")  # files beside those of results
DEVICE = r"aux|con(in\$|out\$)?|nul|prn|(com|lpt)[0-9¹²³]"
HOSTILE = re.compile(rf'[/\\:*?"<>|]|^[.~]|[. ]$|^bigdata$|^({DEVICE}) *(\..*)?$', re.I)


def escaped(name: str) -> str:
    """The name of the file for a `name` that is none itself: no other has the same."""
    slug = re.sub(r"[^A-Za-z0-9_.-]", "_", name[:40])
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return f"~{slug}~{digest[:32]}"


def is_plain(name: str) -> bool:
    """Whether every system takes `name` for a file, as it is."""
    is_text = name.isprintable() and unicodedata.is_normalized("NFC", name)
    return is_text and 0 < len(name.encode()) <= 200 and not HOSTILE.search(name)


def folded(name: str) -> str:
    """What is the same for names that some systems take for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def alike(names: Iterable[str]) -> frozenset[str]:
    """Those of `names` that some systems take for another of them."""
    different = set(names)
    count = Counter(map(folded, different))
    return frozenset(name for name in different if count[folded(name)] > 1)


def candidates(name: str) -> list[str]:
    """The files that may be `name`'s, best first; functionfuse has it as it is."""
    try:
        theirs = 0 < len(os.fsencode(name)) <= 255 and not {"/", "\0"} & {*name}
    except UnicodeEncodeError:
        theirs = False
    is_taken = name in (".", "..") or name.startswith(OURS)
    return [escaped(name), name] if theirs and not is_taken else [escaped(name)]


def file_for(name: str, taken: Mapping[str, str]) -> str:
    """The file to write for `name`; `taken` are the files that are there, as folded."""
    file = escaped(name)
    if not is_plain(name) or taken.get(folded(file)) == file:
        return file
    return name if taken.get(folded(name), name) == name else file
