import ffc as gb


class Base(gb.SourceStep):
    Outputs = ["odd", "even"]


@gb.remote
class Numbers(Base):
    """Has nothing."""


print(gb.run(Numbers.remote()))
