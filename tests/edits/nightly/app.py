"""The nightly report: orders and visits of a day, cleaned, joined and summed up."""

import os

from cleaning import parse_orders, parse_visits
from ffc import RayWorkflow, task

INBOX = os.environ.get("INBOX", "/data/inbox")
TOP = 10


@task
def read(path):
    """The lines of a file."""
    with open(path, encoding="utf-8") as file:
        return file.read().splitlines()


@task
def orders_of(lines, currency="EUR"):
    """Orders with their amounts in one currency."""
    orders = parse_orders(lines)
    return [order for order in orders if order["currency"] == currency]


@task
def visits_of(lines):
    return parse_visits(lines)


@task
def join(orders, visits):
    """Each order with the page from which its customer came."""
    pages = {visit["customer"]: visit["page"] for visit in visits}
    return [{**order, "page": pages.get(order["customer"], "unknown")} for order in orders]


@task
def by_page(joined):
    """What was sold, page by page, and how often."""
    totals = {}
    counts = {}
    for order in joined:
        page = order["page"]
        totals[page] = totals.get(page, 0) + order["amount"]
        counts[page] = counts.get(page, 0) + 1
    ranked = sorted(totals.items(), key=lambda item: -item[1])
    return ranked[:TOP], counts


@task
def best_customers(joined):
    totals = {}
    for order in joined:
        totals[order["customer"]] = totals.get(order["customer"], 0) + order["amount"]
    return sorted(totals, key=totals.get, reverse=True)[:TOP]


@task
class Mailer:
    """Collects the parts of the report, and sends them as one mail."""

    def __init__(self, to):
        self.to = to
        self.parts = []

    def add(self, title, lines):
        self.parts.append((title, lines))
        return len(self.parts)

    def send(self, number_of_parts):
        return f"sent {number_of_parts} parts to {self.to}"


order_lines = read(f"{INBOX}/orders.csv").set_name("read orders")
visit_lines = read(f"{INBOX}/visits.csv").set_name("read visits")

orders = orders_of(order_lines).set_name("orders")
visits = visits_of(visit_lines).set_name("visits")
joined = join(orders, visits).set_name("joined")

pages = by_page(joined).set_name("pages")
customers = best_customers(joined).set_name("customers")

mailer = Mailer("sales@example.com").set_name("mailer")
mailer.add("Pages", pages[0])
parts = mailer.add("Customers", customers)
sent = mailer.send(parts).set_name("sent")

flow = RayWorkflow(sent, workflow_name="nightly")
flow.query("read .*").set_remote_args({"num_cpus": 0.5, "max_retries": 3})
flow.query("joined").set_remote_args({"num_cpus": 2})
print(flow.run())
