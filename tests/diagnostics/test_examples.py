"""The example of each code has what its page says, and nothing else wrong."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from ffc.compile import compile_source
from ffc.diagnostics import Diagnostic, Sink
from ffc.diagnostics.catalog import catalog
from ffc.diagnostics.page import page_of
from ffc.diagnostics.render import FORMATS
from ffc.emit import Target, Templates
from ffc.frontend import modules_of, read

from .surroundings import AROUND, Around


@pytest.mark.parametrize("found", catalog(), ids=lambda found: found.code)
def test_example(found: type[Diagnostic], tmp_path: Path) -> None:
    page = page_of(found)
    if page.example.startswith("ffc "):  # not an app, but a call
        command = [sys.executable, "-m", *shlex.split(page.example)]
        ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
        assert page.code in ran.stderr
        return
    if page.example.startswith("{%"):  # a template
        template = f'{{% extends "ffc/driver.py.jinja" %}}\n{page.example}\n{{% endblock %}}\n'
        (tmp_path / "driver.py.jinja").write_text(template, encoding="utf-8")
        (tmp_path / "app.py").write_text(Around().app(""), encoding="utf-8")
        command = [sys.executable, "-m", "ffc", "compile", "app.py", "--template-dir", "."]
        ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
        assert ran.returncode == 2
        assert page.code in ran.stderr
        return
    around = AROUND.get(page.code, Around())
    templates = None
    if page.example.startswith("{% block"):  # not an app, but a template
        templates = Templates(tmp_path)
        text = '{% extends "ffc/driver.py.jinja" %}\n' + page.example + "{% endblock %}\n"
        templates.first.write_text(text, encoding="utf-8")
    text = around.app("" if templates else page.example)
    for name, code in {**around.files, "app.py": text}.items():
        (tmp_path / name).write_text(code, encoding="utf-8")
    sink = Sink()
    source = read("app.py", tmp_path / "app.py", b"", sink)
    assert source is not None
    target = Target("app.py", "ffc compile app.py")
    compile_source(source, target, sink, modules_of(source, around.no_inline), templates)
    said = FORMATS["text"](sink.diagnostics)
    assert {one.code for one in sink.diagnostics} == {page.code}, f"{said}\n{text}"
