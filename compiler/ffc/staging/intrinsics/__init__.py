"""What the names of the front ends do when they are called during staging."""
