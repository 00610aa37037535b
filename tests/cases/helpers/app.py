"""Constants and helpers that tasks need come with them, comments and all."""

from ffc import RayWorkflow, task

# Codons that end a protein.
STOPS = {"TAA", "TAG", "TGA"}

BASES = "TCAG"
AMINO = "FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG"
UNUSED = "nothing needs this"
LONGEST = 12  # used by a task and by the wiring


def codons(sequence):
    """Groups of three."""
    return [sequence[i : i + 3] for i in range(0, len(sequence) - 2, 3)]


# One letter for each codon.
TABLE = {
    x + y + z: AMINO[16 * i + 4 * j + k]
    for i, x in enumerate(BASES)
    for j, y in enumerate(BASES)
    for k, z in enumerate(BASES)
}


def unused(sequence):
    return sequence[::-1]


def translate_codon(codon):
    # Unknown codons are X.
    return TABLE.get(codon, "X")


# The complement of each base.
def complement(sequence):
    pairs = str.maketrans("ACGT", "TGCA")

    def swapped(text):
        return text.translate(pairs)

    return swapped(sequence)[::-1]


class Protein:
    """A chain of amino acids."""

    def __init__(self, letters):
        self.letters = letters

    def __str__(self):
        return f"<{self.letters[:LONGEST]}>"


@task
def translate(sequence):
    letters = []
    for codon in codons(sequence):
        if codon in STOPS:
            break
        letters.append(translate_codon(codon))
    return str(Protein("".join(letters)))


@task
def reverse(sequence):
    return complement(sequence)


gene = "ATGGCCATTGTAATGGGCCGCTGAAAGGGTGCCCGATAG"
protein = translate(gene)
backwards = translate(reverse(gene[:LONGEST]))

flow = RayWorkflow(protein, backwards, workflow_name="translation")
print(flow.run())
print(unused("done"))
