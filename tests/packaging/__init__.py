"""The wheel holds all of ffc."""
