"""FFC652: `storage_factory` gets what makes no storage."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class WrongStorage(Error):
    """`storage_factory` gets what makes no storage.

    It takes a dict with the `kind` of the storage, which is `ray`, `file` or `S3`, and `options`:
    the `path`, or a `url`, of the folder with the results; for `ray` also the `remoteArgs` of the
    tasks that read and write there, and `rayInitArgs`; for `S3` the arguments of `s3fs`.

    Example:

        storage = storage_factory({"kind": "disk", "options": {"path": "results"}})

    Write one of the kinds, and its options.
    """

    code = "FFC652"

    reason: str
    way: str

    @property
    def message(self) -> str:
        return self.reason

    @property
    def help(self) -> str:
        return self.way
