use tracing_subscriber::fmt;

mod pairing;

#[tokio::main]
async fn main() {
    fmt().json().init();
    metrics_exporter_prometheus::PrometheusBuilder::new().install().unwrap();
    tokio::signal::ctrl_c().await.unwrap();
}
