from __future__ import annotations


class Mismatch(Exception):
    pass


def compare(orders: dict[str, int], ledger: dict[str, int], tolerance: int = 0) -> None:
    """Raises when an order and the ledger differ by more than the tolerance in cents."""
    wrong = {
        order: (cents, ledger.get(order))
        for order, cents in orders.items()
        if ledger.get(order) is None or abs(ledger[order] - cents) > tolerance
    }
    if wrong:
        raise Mismatch(f"{len(wrong)} orders differ, first: {next(iter(wrong.items()))}")
