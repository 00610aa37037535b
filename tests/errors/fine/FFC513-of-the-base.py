import ffc as gb


@gb.remote
class Message(gb.Resource):
    def __init__(self, message="Hello"):
        super().__init__(message)


@gb.remote
class Numbers(gb.SourceStep):
    Parameters = {"message": {"type": "resource"}}

    def __init__(self, message):
        super().__init__()
        self.message = message

    def load(self):
        return {"out": [{"n": len(self.message)}]}


print(gb.run(Numbers.remote(message=Message.remote())))
