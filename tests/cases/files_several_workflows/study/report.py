def write(models, title):
    """No tasks here, and no nodes."""
    print(f"{title:=^20}")
    best = max(models, key=models.get)
    print("largest:", *best)
