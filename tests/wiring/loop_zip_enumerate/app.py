"""Loops over zip and enumerate, with other starts, and over both at once."""

from ffc import RayWorkflow, task

GENES = ["brca1", "tp53", "myc"]
LENGTHS = [9, 6, 12]
STRANDS = "+-+"


@task
def fetch(gene, length):
    bases = "acgt"
    return "".join(bases[(ord(gene[k % len(gene)]) + k) % 4] for k in range(length))


@task
def orient(sequence, strand):
    return sequence if strand == "+" else sequence[::-1]


@task
def label(number, gene, sequence):
    return f">{number} {gene}\n{sequence}"


@task
def fasta(*records):
    return "\n".join(records)


sequences = []
for gene, length in zip(GENES, LENGTHS, strict=True):
    sequences.append(fetch(gene, length).set_name(gene))

oriented = []
for index, sequence in enumerate(sequences):
    oriented.append(orient(sequence, STRANDS[index]))

records = []
for number, (gene, sequence) in enumerate(zip(GENES, oriented, strict=True), start=1):
    records.append(label(number, gene, sequence).set_name(f"record {number}"))

flow = RayWorkflow(fasta(*records), workflow_name="fasta")
flow.query("record [12]").set_remote_args({"num_cpus": 0.5})
print(flow.run())
