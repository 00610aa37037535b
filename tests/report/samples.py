"""Runs to make reports of. `python -m tests.report.samples FOLDER` writes them all."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from .pictures import curve
from .recorder import Recorder

_TRACEBACK = """\
Traceback (most recent call last):
  File "season_driver.py", line 61, in train
    model.fit(points, labels, rate)
  File "season_driver.py", line 38, in fit
    step = rate / gradient.std()
ZeroDivisionError: division by zero"""


def season(folder: Path) -> Path:
    """300 nodes of mixed lengths on eight workers. One fails, and what needs it does not run."""
    random, run = Random(7), Recorder()
    run.run("season_driver", "Train every model on every day of the season.", arguments=["--fast"])
    index = run.node("index", "index('season.csv')", 90, [], doc="Reads the list of days.")
    run.work(index, 2.4)
    run.add("log", run.over[index], id=index, type="info", message="24 days, 3 of them cloudy")
    days, models, scores = [], [], []
    for day in range(24):
        days.append(run.node(f"day {day:02d}", f"load(index, {day})", 93, [index], doc=_LOAD))
        clean = f"clean(day_ref, {day})"
        days[-1] = run.node(f"clean {day:02d}", clean, 94, [days[-1]], options={"num_cpus": 0.5})
    for at, day in enumerate(days):
        for name, rate in _RATES:
            options = {"num_cpus": 2} if name == "wild" else {}
            call = f"train(points, {rate}, name={name!r})"
            model = run.node(f"{name} model {at:02d}", call, 97, [day], options=options, doc=_TRAIN)
            models.append(model)
            scores.append(run.node(f"score of {name} {at:02d}", "score(model)", 98, [model, day]))
    means = [
        run.node(f"mean {at}", "mean(*scores)", 101, scores[at * 24 : at * 24 + 24])
        for at in range(5)
    ]
    best = run.node("best", "best(means)", 103, means, doc="Chooses the model with least error.")
    table = run.node("table of days", "tabulate(index, days)", 104, [index, *days[:6]])
    plots = [
        run.node(f"plot {kind}", f"plot(best_ref, kind={kind!r})", 106, [best])
        for kind in ("errors", "rates", "days", "clouds")
    ]
    rest = [*range(2, 2 + 48), *sorted([*models, *scores], key=_as_taken(models, scores))]
    for id in [*rest, *means, best, table, *plots]:
        _happen(run, random, id, models)
    run.end("failed", 1)
    _images(folder / "season.files", [3, 5])
    return run.write(folder / "season.jsonl")


_RATES = (("calm", 0.03), ("slow", 0.1), ("steady", 0.3), ("quick", 1.0), ("wild", 3.0))
_LOAD = "Loads the measurements of a day.\n\nWhat is missing is NaN."
_TRAIN = "Trains a model on the points of a day, with a rate."


def _as_taken(models: list[int], scores: list[int]) -> Callable[[int], tuple[int, int]]:
    """Models first, scores as soon as they can be."""
    place = {id: at for at, id in enumerate(models)} | {id: at + 9 for at, id in enumerate(scores)}
    return lambda id: (place[id], id)


def _happen(run: Recorder, random: Random, id: int, models: list[int]) -> None:
    node = next(one for one in run.events if one["event"] == "node" and one["id"] == id)
    if any(run.states[need] in ("failed", "skipped") for need in node["needs"]):
        run.become(id, "skipped")
    elif node["name"] == "steady model 13":
        run.fail(id, 3.1, "ZeroDivisionError: division by zero", _TRACEBACK)
        run.add("log", run.over[id] - 1, id=id, type="error", message="the gradient is constant")
    elif node["name"].startswith("clean") and id % 5 == 0:
        run.become(id, "stored")
    else:
        length = {"load": 1.5, "clean": 0.4, "train": 9.0, "score": 0.8}.get(node["task"], 2.0)
        slow = 6 if random.random() < 0.03 else 1
        start, end = run.work(id, slow * length * random.lognormvariate(0, 0.6))
        if id in models:
            text = f"epoch 10, loss {random.random():.3f}"
            run.add("log", (start + end) / 2, id=id, type="info", message=text)
        if node["name"] == "quick model 02":
            run.add("log", end, id=id, type="image", file="season.files/3.png")
            run.add("log", end, id=id, type="json", file="season.files/4.json")
            run.add("log", end, id=id, type="image", file="season.files/5.png")


def _images(folder: Path, numbers: list[int]) -> None:
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"{number}.png").write_bytes(curve(number))
    found = {"rate": 1.0, "losses": [0.91, 0.44, 0.21], "day": {"name": "2", "clouds": None}}
    (folder / "4.json").write_text(json.dumps(found))


def reviews(folder: Path) -> Path:
    """A graph of steps: sources, several outputs, parameters, figures, an image, several spans."""
    random, run = Random(3), Recorder(workers=4, machines=1)
    run.run("reviews_driver", "Sort reviews by what people think.")
    kind = {"kind": "step"}
    source = run.node("[1 Reviews]", "Reviews('reviews.csv')", 71, [], doc="Reads them.", **kind)
    clean = run.node("[2 Clean]", "Clean(reviews)", 72, [source], **kind)
    judge = run.node(
        "[3 Judge]", "Judge(clean)", 73, [clean], doc=_JUDGE, options={"num_gpus": 1}, **kind
    )
    good = run.node("[4 Praise]", "Collect(judge.liked)", 74, [judge], **kind)
    poor = run.node("[5 Complaints]", "Collect(judge.disliked)", 75, [judge], **kind)
    run.add("parameters", run.made, id=judge, parameters={"limit": 0.7, "model": "small"})
    run.add("parameters", run.made, id=source, parameters={"chunk": 200})
    begin = run.made + 1
    for id in (source, clean, judge, good, poor):
        run.add("state", begin, id=id, state="running")
    notes = liked = 0
    for second in range(1, 25):
        time = begin + second
        notes += random.randrange(180, 420)
        liked = int(notes * 0.6)
        run.add("step", time, id=source, **{"in": {}, "out": {"out": notes}})
        run.add("step", time, id=clean, **{"in": {"out": notes}, "out": {"out": notes - 7}})
        outputs = {"liked": liked, "disliked": notes - 7 - liked}
        run.add("step", time, id=judge, **{"in": {"out": notes - 7}, "out": outputs})
        run.add("step", time, id=good, **{"in": {"liked": liked}, "out": {}})
        run.add("step", time, id=poor, **{"in": {"disliked": notes - 7 - liked}, "out": {}})
        for worker, id in enumerate((source, clean, judge, good, poor)):
            for part in range(2):
                at = time - 1 + part * 0.5 + worker * 0.02
                run.span(id, at, at + random.uniform(0.05, 0.45), worker)
    run.add("log", begin + 9, id=judge, type="info", message="the model is warm")
    run.add("log", begin + 11, id=judge, type="error", message="a review of 2 MB was cut")
    run.add("log", begin + 15, id=judge, type="image", file="reviews.files/1.png")
    for id in (source, clean, judge, good, poor):
        run.over[id] = begin + 24.2
        run.become(id, "done")
    run.end("done", 0)
    (folder / "reviews.files").mkdir(exist_ok=True)
    (folder / "reviews.files" / "1.png").write_bytes(curve(11))
    return run.write(folder / "reviews.jsonl")


_JUDGE = "Says whether a review is friendly.\n\nNotes below the limit count as unfriendly."


def sums(folder: Path) -> Path:
    """Two nodes; the page of it is in the snapshots."""
    run = Recorder(workers=1, machines=1)
    run.run("sums_driver")
    first = run.node("node1", "sum(1, 1)", 24, [], options={"num_cpus": 1}, doc="Adds <two>.")
    second = run.node("node2", "sum(a_plus_b, 1)", 25, [first])
    run.work(first, 0.5)
    run.add("log", run.over[first] - 0.1, id=first, type="info", message="adding & adding")
    run.work(second, 1.25)
    run.end("done", 0)
    return run.write(folder / "sums.jsonl")


def killed(folder: Path) -> Path:
    """The driver of the season, killed in the middle of a line: no spans, and no end."""
    text = season(folder).read_text("utf-8").split('{"event": "span"')[0].splitlines()
    kept = "\n".join(text[: len(text) * 3 // 4])
    file = folder / "killed.jsonl"
    file.write_text(f'{kept}\n{{"event": "state", "ti', encoding="utf-8")
    return file


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for sample in (season, reviews, sums, killed):
        print(sample(target))
