"""Systems that take names for one which differ in case, or in the form of their letters."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from ffc.runtime.storage.file_names import alike, folded
from ffc.runtime.storage.folder import Folder
from ffc.runtime.storage.results import Unreadable
from ffc.runtime.storage.store import Store

NAMES = [
    "Node",
    "node",
    "NODE",
    "Straße",
    "STRASSE",
    "\xfc",
    "u\u0308",
    "\xdc",
    "BigData",
    "a/B",
    "A/b",
]


class Careless(Folder):
    """As such a system has it: what is there is found by any name that is alike."""

    def path_of(self, *names: str) -> str:
        path = self.path
        for name in "/".join(names).split("/"):
            there = os.listdir(path) if os.path.isdir(path) else []
            same = [one for one in there if folded(one) == folded(name)]
            path = os.path.join(path, *(same or [name]))
        return path


@pytest.fixture
def careless(tmp_path: Path) -> Store:
    store = Store(tmp_path)
    store.place = Careless(str(tmp_path))
    store.save("flow", [("Probe", 1, {})])
    assert os.path.exists(store.place.path_of("FLOW", "probe")), "it is careless"
    store.remove_workflow("flow")
    return store


@pytest.mark.parametrize("apart", [frozenset(), alike(NAMES)], ids=["one_by_one", "as_a_run"])
def test_names_keep_apart(careless, apart):
    for turn in range(2):
        for name in NAMES:
            assert careless.save("flow", [(name, [name, turn], {})], apart=apart) == [None]
        assert [careless.read("flow", name) for name in NAMES] == [[n, turn] for n in NAMES]
    assert careless.names("flow") == sorted(NAMES)
    assert careless.place.files("flow", ".kept") == {}


def test_names_of_one_batch_keep_apart(careless):
    assert careless.save("flow", [(name, name, {}) for name in NAMES]) == [None] * len(NAMES)
    assert [careless.read("flow", name) for name in NAMES] == NAMES


def test_workflows_keep_apart(careless):
    for name in NAMES:
        careless.save(name, [("node", name, {})])
    assert [careless.read(name, "node") for name in NAMES] == NAMES
    assert careless.workflows() == sorted(NAMES)
    careless.remove_workflow("node")
    assert careless.workflows() == sorted({*NAMES} - {"node"})


def test_a_result_of_ours_is_not_that_of_a_name_that_is_alike(careless):
    careless.save("flow", [("Node", 1, {})])
    with pytest.raises(Unreadable):
        careless.read("flow", "node")
    assert list(careless.index("flow", ["node"])) == ["Node"]
    with pytest.raises(FileNotFoundError):
        careless.remove("flow", "node")
    assert careless.read("flow", "Node") == 1
