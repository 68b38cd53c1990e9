from desk.seats.models import Seat


def test_seat():
    assert Seat(row="A", number=3).number == 3
