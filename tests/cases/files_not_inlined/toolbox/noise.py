class Noise:
    def __init__(self, seed):
        self.seed = seed

    def at(self, k):
        return (self.seed * k * k) % 7
