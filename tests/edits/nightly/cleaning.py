"""Parsers of the files that the shop delivers."""

import csv


def parse_orders(lines):
    rows = csv.DictReader(lines)
    return [{**row, "amount": float(row["amount"])} for row in rows if complete(row)]


def parse_visits(lines):
    rows = csv.DictReader(lines)
    return [{"customer": row["customer"], "page": row["page"]} for row in rows if complete(row)]


def complete(row):
    """Whether every column has something in it."""
    return all(value and value.strip() for value in row.values())
