"""A class node derived from another: each makes nodes."""

from ffc import RayWorkflow, task


@task
class Account:
    def __init__(self, owner, amount=0):
        self.owner, self.amount = owner, amount

    def put(self, amount):
        self.amount += amount
        return self.amount

    def state(self):
        return f"{self.owner} has {self.amount}"


@task
class Savings(Account):
    def put(self, amount):
        return super().put(amount * 2)


plain, saved = Account("Ada"), Savings("Bob", amount=10)
for account in (plain, saved):
    account.put(5)
print(RayWorkflow(plain.state(), saved.state(), workflow_name="bank").run())
