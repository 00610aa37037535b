"""Ordinary Python after the run: files, loops, conditions, comprehensions."""

import csv
import io
import tempfile
from pathlib import Path

from ffc import RayWorkflow, task


@task
def tide(day, moon):
    return {"day": day, "high": round(2 + moon * day % 1.5, 2), "low": round(moon / 3, 2)}


@task
def mean(rows):
    return round(sum(row["high"] for row in rows) / len(rows), 3)


def as_table(rows):
    """CSV of the rows."""
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(row)
    return text.getvalue()


def summary(value, unit="m"):
    return f"mean {value} {unit}"


def main():
    days = [tide(1, 0.7), tide(2, 0.7), tide(3, 0.7)]
    flow = RayWorkflow(*days, mean(days), workflow_name="tides")
    *rows, average = flow.run()

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tides.csv"
        path.write_text(as_table(rows))
        with path.open() as file:
            lines = [line.strip() for line in file if line.strip()]
    for number, line in enumerate(lines):
        if number == 0:
            print("columns:", line)
            continue
        day, high, low = line.split(",")
        print(f"day {day}: {float(high) - float(low):.2f} m")
    else:
        print("all days")

    count = 0
    while count < len(rows) and rows[count]["high"] < 100:
        count += 1
    if count == len(rows):
        print(summary(average))
    elif count:
        print("some")
    try:
        highest = max(rows, key=lambda row: row["high"])
        print(highest["day"], rows[7])
    except IndexError as error:
        print("no such row:", error)
    finally:
        del rows
    assert average > 0, "dry"


if __name__ == "__main__":
    main()
