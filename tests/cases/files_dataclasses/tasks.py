from ffc import task
from types_ import Kind


@task
def simulate(row, kind, hours):
    sign = 1 if row.kind is Kind.WET else -1
    return f"{row.name} {kind} {sign * hours * len(row.name)}"
