"""A run whose every text would break a careless page."""

from __future__ import annotations

from pathlib import Path

from .recorder import Recorder

TEXTS = (
    "</script><script>window.broken = 1</script>",
    "\"><img src=x onerror='window.broken = 2'>",
    '\'><svg onload="window.broken = 3">',
    "</style></title></textarea></pre></svg><h1>broken</h1>",
    "<!-- ]]> --!> &lt;b&gt; &amp; &#60;",
    "{{ 7 * 7 }}{% raw %}{# #}",
    "javascript:window.broken=4",
    "名前 \U0001f600 e\u0301 \u2028\u2029 \u200d \ufeff",
    "${window.broken = 5} `x` \\u003cscript\\u003e",
)


def hostile(folder: Path) -> Path:
    """Each text as a name, a call, a message and so on."""
    run = Recorder(workers=2)
    run.run(TEXTS[0], doc=TEXTS[1], arguments=list(TEXTS), python=TEXTS[2], ray=TEXTS[3])
    for text in TEXTS:
        names = {"options": {text: text}, "doc": f"{text}\n\n{text}", "kind": text, "task": text}
        node = run.node(text, text, 7, [1] if run.over else [], **names)
        run.add("parameters", run.made, id=node, parameters={text: [text]})
        start, end = run.work(node, 1, "failed")
        run.span(node, start, end, 1)
        run.spans[-1].update(worker=text, node=text)
        run.add("failure", end, id=node, error=text, traceback=f"{text}\n{text}")
        for kind in ("info", "error", text, "image", "json"):
            run.add("log", end, id=node, type=kind, message=text, file=text if "<" in kind else "")
        run.add("log", end, id=node, type="image", file=text)
        for at in range(5):
            run.add("step", end + at, id=node, **{"in": {text: at}, "out": {text: at}})
    run.add("failure", run.made, id=None, error=TEXTS[0], traceback=TEXTS[0])
    run.end(TEXTS[1], 1)
    return run.write(folder / "hostile.jsonl")
