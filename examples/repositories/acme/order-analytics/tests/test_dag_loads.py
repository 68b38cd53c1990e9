from airflow.models import DagBag


def test_the_dag_has_no_import_errors():
    bag = DagBag("dags", include_examples=False)
    assert bag.import_errors == {}
    assert len(bag.dags["order_analytics"].tasks) == 4
