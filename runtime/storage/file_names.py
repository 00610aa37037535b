"""Names of nodes and workflows as names of files: none alike, none leads away."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

DEVICE = re.compile(r"(aux|con(in\$|out\$)?|nul|prn|(com|lpt)[0-9¹²³]) *(\..*)?", re.I)
OURS = (".kept", ".name", ".tmp-", ".wanted")  # files beside those of results


def escaped(name: str) -> str:
    """The name of the file for a `name` that is none itself: no other has the same."""
    slug = re.sub(r"[^A-Za-z0-9_.-]", "_", name[:40])
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return f"~{slug}~{digest[:32]}"


def is_plain(name: str) -> bool:
    """Whether every system takes `name` for a file, as it is."""
    return (
        name.isprintable()
        and 0 < len(name.encode()) <= 200
        and unicodedata.is_normalized("NFC", name)
        and not set('/\\:*?"<>|').intersection(name)
        and name[0] not in ".~"
        and name[-1] not in ". "
        and folded(name) != "bigdata"
        and not DEVICE.fullmatch(name)
    )


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
        size = len(os.fsencode(name))
    except UnicodeEncodeError:
        size = 0
    legal = 0 < size <= 255 and not set("/\0").intersection(name)
    theirs = legal and name not in (".", "..") and not name.startswith(OURS)
    return [escaped(name), name] if theirs else [escaped(name)]


def file_for(name: str, taken: Mapping[str, str]) -> str:
    """The file to write for `name`; `taken` are the files that are there, as folded."""
    file = escaped(name)
    if not is_plain(name) or taken.get(folded(file)) == file:
        return file
    return name if taken.get(folded(name), name) == name else file
