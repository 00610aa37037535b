"""Step graphs: steps, sources and resources, run here in this process, a list at a time."""
