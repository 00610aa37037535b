import argparse
import glob
import os
import tempfile
from pathlib import Path

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def read(path):
    return Path(path).read_text().split()


@workflow
def count(words, at_least=1):
    found = {}
    for word in words:
        found[word] = found.get(word, 0) + 1
    return {k: v for k, v in sorted(found.items()) if v >= at_least}


@workflow
def merge(counts):
    total = {}
    for one in counts:
        for k, v in one.items():
            total[k] = total.get(k, 0) + v
    return dict(sorted(total.items()))


@workflow
def show(total, title="all"):
    return f"{title}: {total}"


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", default=None)
    parser.add_argument("--at-least", type=int, default=1)
    parser.add_argument("--quiet", action="store_true")
    return parser.parse_args()


def main():
    args = parse()
    folder = args.folder
    if folder is None:
        folder = tempfile.mkdtemp()
        for i, text in enumerate(["a b a", "b c", "a c c"]):
            with open(os.path.join(folder, f"{i}.txt"), "w") as f:
                f.write(text)
    files = sorted(glob.glob(os.path.join(folder, "*.txt")))
    counts = []
    for path in files:
        words = read(path).set_name(f"read {Path(path).stem}")
        counted = count(words, at_least=args.at_least)
        counted.set_name(f"count {Path(path).stem}")
        counts.append(counted)
    total = merge(counts)
    out = show(total, title=f"{len(files)} files")
    if not args.quiet:
        head = show(counts[0], "first")
        wf = RayWorkflow(out, head, workflow_name="words")
    else:
        wf = RayWorkflow(out, workflow_name="words")
    wf.query("read .*").set_remote_args({"num_cpus": 0.5})
    result = wf.run()
    print(result)


main()
