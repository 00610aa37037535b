"""What a step tells a monitor, which gets it as text or as what a file holds."""

import json
import struct
import zlib

import numpy
import pytest
from ffc.runtime.steps import log as logging
from ffc.runtime.steps.image import image_of


@pytest.fixture
def told():
    yield lambda: [(kind, content) for _, kind, content in logging.logs()]
    logging.show_as("")
    logging.logs()


def pixels(png):
    """Rows and columns, and the bytes of all lines of a PNG."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    columns, rows = struct.unpack(">II", png[16:24])
    start = png.index(b"IDAT") + 4
    (length,) = struct.unpack(">I", png[start - 8 : start - 4])
    data = zlib.decompress(png[start : start + length])
    width = len(data) // rows
    assert all(data[row * width] == 0 for row in range(rows))
    return rows, columns, [data[row * width + 1 : (row + 1) * width] for row in range(rows)]


def test_text_without_files(told, capsys):
    logging.show_as("1 A", "text")
    logging.log(3)
    logging.log({"a": 1}, "json")
    logging.log(numpy.eye(2), "image")
    assert told() == [("info", "3"), ("json", "{'a': 1}"), ("image", "an image")]
    assert told() == []
    assert capsys.readouterr().out == ""


def test_what_files_hold(told):
    logging.show_as("1 A", "all")
    logging.log({"a": {1, 2}}, "json")
    logging.log(b"\xff\xd8 a photo", "image")
    logging.log(3, "image")
    (_, given), image, (kind, message) = told()
    assert json.loads(given) == {"a": "{1, 2}"}
    assert image == ("image", b"\xff\xd8 a photo")
    assert kind == "error" and message.startswith("this cannot be shown as image: ")


def test_arrays_become_png():
    grey = numpy.array([[0.0, 1.0, 0.5]])
    assert pixels(image_of(grey)) == (1, 3, [bytes([0, 255, 127])])
    colours = numpy.arange(12, dtype="uint8").reshape(2, 2, 3)
    assert pixels(image_of(colours)) == (2, 2, [bytes(range(6)), bytes(range(6, 12))])
    first = numpy.zeros((3, 5, 6), dtype="uint8")
    assert pixels(image_of(first))[:2] == (5, 6)
    mask = numpy.array([[True, False]])
    assert pixels(image_of(mask)) == (1, 2, [bytes([255, 0])])


def test_files_and_what_saves_itself(tmp_path):
    class Picture:
        def save(self, file, kind):
            file.write(b"saved as " + kind.encode())

    assert image_of(Picture()) == b"saved as PNG"
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8")
    assert image_of(tmp_path / "a.jpg") == image_of(str(tmp_path / "a.jpg")) == b"\xff\xd8"
