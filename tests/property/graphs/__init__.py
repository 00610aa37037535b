"""Random step graphs: apps whose classes and wiring are made by chance."""
