import string

LETTERS = string.ascii_lowercase


def rotated(letter, shift):
    return LETTERS[(LETTERS.index(letter) + shift) % len(LETTERS)]
