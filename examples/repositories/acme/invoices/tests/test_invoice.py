from decimal import Decimal

import pytest

from src.invoice import Invoice, Line, to_pdf

ORDER = {
    "id": "4711",
    "email": "someone@example.com",
    "lines": [{"text": "Tent", "quantity": 1, "gross": "119.00", "vat": "0.19"}],
}


@pytest.mark.parametrize(
    ("gross", "rate", "vat"),
    [("119.00", "0.19", "19.00"), ("10.00", "0.07", "0.65"), ("0.00", "0.19", "0.00")],
)
def test_vat_is_rounded_half_up(gross, rate, vat):
    assert Line("x", 1, Decimal(gross), Decimal(rate)).vat == Decimal(vat)


def test_invoice_from_order():
    invoice = Invoice.from_order(ORDER)
    assert invoice.number == "R-4711"
    assert invoice.total == Decimal("119.00")


def test_pdf_is_a_pdf():
    assert to_pdf(Invoice.from_order(ORDER)).startswith(b"%PDF")
