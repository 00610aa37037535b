"""Bytes → source text: encodings and line ends, as Python itself reads them."""

from __future__ import annotations

import io
import re
import tokenize
from pathlib import Path

from ..diagnostics import Sink
from ..diagnostics import reading as reading_errors
from ..files import Files
from ..seen import Seen
from ..source import Region, SourceFile, Span


def read(
    name: str, path: Path | None, stdin: bytes, sink: Sink, files: Files | None = None
) -> SourceFile | None:
    """The source at `path`, or what came on standard input where there is no path.

    A file that cannot be read or decoded is reported, and None. It is read in `files`.
    """
    try:
        data = stdin if path is None else (files or Seen()).read(path)
        text = _decode(data)
        return SourceFile(name, path, text)
    except OSError as error:
        reason = error.strerror or str(error)
    except (UnicodeError, SyntaxError, LookupError) as error:
        reason = f"it is not text: {error}"
    unread = SourceFile(name, path, "")
    sink.report(reading_errors.Unreadable(Span(unread, Region(1, 1, 1, 1)), reason))
    return None


def _decode(data: bytes) -> str:
    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    text = re.sub("\r\n?", "\n", data.decode(encoding))
    return re.sub("^\f+", "", text, flags=re.MULTILINE)
