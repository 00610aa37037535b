"""Step graphs: classes and functions whose nodes pass notes on."""
