"""A study in several files: each part wires and runs, and hands on what it found."""

from functionfuse.backends.builtin.localback import LocalWorkflow
from study import clean, fit
from study.report import write
from study.settings import REGIONS


def main():
    tables = clean.run(REGIONS)
    print({region: len(table) for region, table in tables.items()})
    models = fit.run(tables, orders=[1, 2])
    for (region, order), model in models.items():
        print(region, order, model)
    check = clean.table("check", 3)
    print(LocalWorkflow(check[0], workflow_name="check").run())
    write(models, title="study")


if __name__ == "__main__":
    main()
