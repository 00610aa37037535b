"""Nodes kept in lists and dicts while the graph is made."""

from ffc import RayWorkflow, task


@task
def count(text, letter):
    return text.count(letter)


@task
def total(counts):
    return sum(counts)


@task
def share(part, whole):
    return round(part / whole, 3)


GENE = "GATTACAGATTACACCGTAGC"

bases = {"A": count(GENE, "A"), "T": count(GENE, "T")}
bases["G"] = count(GENE, "G")
bases["C"] = count(GENE, "C")

strong = []
strong.append(bases["G"])
strong.append(bases["C"])
weak = [bases["A"], bases["T"]]

everything = total(list(bases.values()))
gc = share(total(strong), everything)
at = share(total(weak), everything)
shares = {"gc": gc, "at": at}
first = strong[0]
last = weak[-1]

flow = RayWorkflow(shares["gc"], shares["at"], first, last, workflow_name="bases")
gc_share, at_share, g, t = flow.run()
print(gc_share, at_share, g, t)
