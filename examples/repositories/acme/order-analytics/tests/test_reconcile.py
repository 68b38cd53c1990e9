import pytest

from pipeline.reconcile import Mismatch, compare


def test_equal():
    compare({"1": 100}, {"1": 100})


@pytest.mark.parametrize("ledger", [{}, {"1": 101}])
def test_difference(ledger):
    with pytest.raises(Mismatch):
        compare({"1": 100}, ledger)
