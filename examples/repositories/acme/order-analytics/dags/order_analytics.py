from __future__ import annotations

import pendulum
from airflow.decorators import dag, task
from airflow.providers.amazon.aws.operators.redshift_data import RedshiftDataOperator

from pipeline import curate, events, reconcile


@dag(
    schedule="@hourly",
    start_date=pendulum.datetime(2025, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 3, "retry_exponential_backoff": True, "owner": "data-platform"},
    tags=["orders"],
)
def order_analytics():
    @task
    def land(data_interval_start=None, data_interval_end=None) -> str:
        return events.land(data_interval_start, data_interval_end)

    @task
    def clean(raw: str) -> str:
        return curate.run(raw)

    load = RedshiftDataOperator(
        task_id="load",
        sql="sql/load_orders.sql",
        cluster_identifier="analytics",
        database="analytics",
        wait_for_completion=True,
    )

    @task
    def check() -> None:
        reconcile.against_ledger()

    clean(land()) >> load >> check()


order_analytics()
