from pipeline.curate import latest, without_personal_data


def event(order, state, at="2026-01-01T00:00:00Z"):
    return {"orderId": order, "state": state, "at": at, "email": "a@example.com"}


def test_late_events_do_not_move_an_order_back():
    rows = list(latest([event("1", "SHIPPED"), event("1", "PAID", "2026-01-02T00:00:00Z")]))
    assert [r["state"] for r in rows] == ["SHIPPED"]


def test_personal_data_stays_behind():
    assert "email" not in without_personal_data(event("1", "PAID"))
