"""Any name becomes a file of the folder, and no two become the same."""

from __future__ import annotations

import os
import unicodedata

import pytest
from ffc.runtime.storage.file_names import alike, candidates, escaped, file_for, folded, is_plain
from hypothesis import given
from hypothesis import strategies as st

PLAIN = [
    "node1",
    "sum_0000",
    "Model.fit_0001",
    "a b",
    "a-b",
    "größe",
    "节点",
    "[1]",
    "x" * 200,
    "🎉",
]
HOSTILE = [
    *("", ".", "..", "/", "a/b", "../../x", "/etc/passwd", "a\\b", "\0", "a\0b", "a\nb", "\x7f"),
    *(".hidden", ".kept", ".tmp-1", ".wanted", ".name", "~x", "~x~" + "0" * 32, "bigdata"),
    *("BigData", "CON", "con", "nul.txt", "COM1", "com1.x.y", "LPT9", "Com²", "CON .txt", "CONIN$"),
    *("end.", "end ", "a:b", "a*", "a?", '"', "<", ">", "|", "x" * 201, "é" * 101, "x" * 5000),
    *("\ud800", "a\udcff", "u\u0308", "\u202ea", "\u200b", "\ufeff", " "),
]

names = st.one_of(
    st.sampled_from(PLAIN + HOSTILE),
    st.text(st.characters(), max_size=12),
    st.text("aAbB./\\~ éÉ\u0301\0", max_size=4),
)


@pytest.mark.parametrize("name", PLAIN)
def test_plain_names_are_the_files(name):
    assert is_plain(name)
    assert file_for(name, {}) == name


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name[:20]))
def test_hostile_names_are_written_otherwise(name):
    assert not is_plain(name)
    assert file_for(name, {}) == escaped(name)


def test_an_escaped_name_is_told_by_its_slug():
    assert escaped("a/b c") == "~a_b_c~" + escaped("a/b c")[-32:]
    assert len(escaped("x" * 5000)) == 40 + 34


@given(names)
def test_every_file_is_one_of_the_folder(name):
    for file in (file_for(name, {}), *candidates(name)):
        assert os.path.basename(file) == file
        assert file not in ("", ".", "..", ".kept", ".name", ".wanted")
        assert "\0" not in file and not file.startswith(".tmp-")
        assert len(os.fsencode(file)) <= 255
    assert is_plain(name) or escaped(name).isascii()


@given(names, names)
def test_no_two_names_have_one_file(one, other):
    first = file_for(one, {})
    second = file_for(other, {folded(first): first})
    assert one == other or folded(first) != folded(second)


@given(st.lists(names, unique=True, max_size=12))
def test_names_saved_one_after_the_other_keep_apart(several):
    taken: dict[str, str] = {}
    for name in several:
        file = file_for(name, taken)
        assert folded(file) not in taken
        assert file in candidates(name)
        taken[folded(file)] = file


@given(st.lists(names, max_size=12))
def test_names_that_are_alike(several):
    found = alike(several)
    expected = {a for a in several for b in several if a != b and folded(a) == folded(b)}
    assert found == expected


@given(names)
def test_the_file_that_is_written_is_where_one_looks_for_it(name):
    assert file_for(name, {}) in candidates(name)
    assert escaped(name) == candidates(name)[0]


@given(st.text(st.characters(), max_size=6))
def test_what_systems_may_take_for_one_folds_to_one(name):
    for form in ("NFC", "NFD"):
        assert folded(unicodedata.normalize(form, name)) == folded(name)
    assert folded(folded(name)) == folded(name)


def test_an_escaped_file_that_is_there_is_used_again():
    file = escaped("node")
    assert file_for("node", {folded(file): file}) == file


def test_the_same_name_has_the_same_file_again():
    assert file_for("Node", {folded("Node"): "Node"}) == "Node"
    assert file_for("node", {folded("Node"): "Node"}) == escaped("node")
