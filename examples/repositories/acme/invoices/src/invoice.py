from __future__ import annotations

import io
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from reportlab.pdfgen import canvas


@dataclass(frozen=True)
class Line:
    text: str
    quantity: int
    gross: Decimal
    vat_rate: Decimal

    @property
    def vat(self) -> Decimal:
        net = self.gross / (1 + self.vat_rate)
        return (self.gross - net).quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass(frozen=True)
class Invoice:
    number: str
    email: str
    lines: tuple[Line, ...]

    @classmethod
    def from_order(cls, order: dict) -> Invoice:
        lines = tuple(
            Line(l["text"], int(l["quantity"]), Decimal(str(l["gross"])), Decimal(str(l["vat"])))
            for l in order["lines"]
        )
        return cls(f"R-{order['id']}", order["email"], lines)

    @property
    def total(self) -> Decimal:
        return sum((l.gross for l in self.lines), Decimal(0))

    def as_item(self) -> dict:
        return {"id": self.number, "email": self.email, "total": str(self.total)}


def to_pdf(invoice: Invoice) -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out)
    page.drawString(72, 770, f"Invoice {invoice.number}")
    for i, line in enumerate(invoice.lines):
        page.drawString(72, 730 - 16 * i, f"{line.quantity} x {line.text}")
        page.drawRightString(520, 730 - 16 * i, f"{line.gross:.2f}")
    page.showPage()
    page.save()
    return out.getvalue()
