"""The graph of an app, made of the program that staging found, and how it is shown."""
