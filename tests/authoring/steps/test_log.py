"""Logs show who they are of."""

import pytest

import ffc

from .nodes import Numbers


@ffc.remote
class Tell(ffc.Step):
    Parameters = {"type": {"type": "string", "default": "info"}}

    def __init__(self, type):
        super().__init__()
        self.type = type

    def on_start(self):
        self.log("starts")

    def on_data(self, note):
        ffc.log(note["n"], self.type)

    def on_end(self):
        ffc.log("ends", type="error")


def told(capsys, **given):
    ref = Tell.remote(**given).bind("out", Numbers.remote(count=2))
    ffc.run(ref)
    return capsys.readouterr().out.replace(f"[{ref.made.number} Tell] ", "").splitlines()


def test_text(capsys):
    assert told(capsys) == ["starts", "0", "1", "[ERR] ends"]
    assert told(capsys, type="error") == ["starts", "[ERR] 0", "[ERR] 1", "[ERR] ends"]


@pytest.mark.parametrize("kind", ["json", "image"])
def test_what_is_for_the_monitor_alone(kind, capsys):
    assert told(capsys, type=kind) == ["starts", "[ERR] ends"]


def test_no_such_type():
    with pytest.raises(ValueError, match="there is no log of type 'warning'"):
        ffc.run(Tell.remote(type="warning").bind("out", Numbers.remote(count=1)))


def test_only_steps_at_work_can_log():
    with pytest.raises(ValueError, match="only steps at work can log"):
        ffc.log("outside")

    @ffc.remote
    class Early(ffc.SourceStep):
        def __init__(self):
            super().__init__()
            self.log("too early")

    with pytest.raises(ValueError, match="only steps at work can log"):
        ffc.run(Early.remote())
