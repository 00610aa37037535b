from __future__ import annotations

import pytest

from ffc.diagnostics import Severity, Sink
from ffc.ir.option import UNKNOWN
from ffc.ray_options import check_resources

from .option_builder import options


def test_a_resource_that_nobody_gives() -> None:
    asked = options({"num_cpus": 1, "resources": {"license": 1, "disk": 1}})
    sink = Sink()
    check_resources(asked, frozenset({"disk"}), sink)
    (found,) = sink.diagnostics
    assert (found.code, found.severity) == ("FFC311", Severity.WARNING)
    assert found.message == "`ray_init_args` gives no resource `license`"
    assert "waits for ever" in found.notes[0]
    assert "`resources` in `ray_init_args`" in found.help
    assert found.span is asked[1].entries[0].span


@pytest.mark.parametrize(
    "resources",
    [
        {"license": 1},
        {"other": 0},
        {"TPU": 4, "node:10.0.0.1": 0.1, "accelerator_type:A100": 0.001},
        {UNKNOWN: 1},
        UNKNOWN,
        None,
    ],
)
def test_silent(resources: object) -> None:
    sink = Sink()
    check_resources(options({"resources": resources}), frozenset({"license"}), sink)
    assert sink.diagnostics == ()
