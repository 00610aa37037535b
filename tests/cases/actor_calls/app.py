"""A class node: its calls run in the order in which they are written."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
class Account:
    """Keeps a balance and a history."""

    rate = 0.01

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []

    def deposit(self, amount):
        self.balance += amount
        self.history.append(f"+{amount}")
        return self.balance

    def withdraw(self, amount, *, fee=1):
        self._check(amount + fee)
        self.balance -= amount + fee
        self.history.append(f"-{amount}")

    def interest(self):
        self.balance = round(self.balance * (1 + self.rate), 2)

    def statement(self):
        return f"{self.owner}: {self.balance} ({' '.join(self.history)})"

    def _check(self, amount):
        if amount > self.balance:
            raise ValueError("not covered")


account = Account("Ada", balance=10)
account.deposit(100)
account.withdraw(30)
middle = account.statement()
account.interest()
account.withdraw(5, fee=0)
end = account.statement()

flow = RayWorkflow(middle, end, workflow_name="account")
print("\n".join(flow.run(return_results=True)))
