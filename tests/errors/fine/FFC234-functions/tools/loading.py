def doubled(path):
    return path * 2
