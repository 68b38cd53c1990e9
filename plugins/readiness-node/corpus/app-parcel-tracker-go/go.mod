module git.acme.test/tracking/parcel-tracker

go 1.22

require (
	github.com/jackc/pgx/v5 v5.5.5
	github.com/prometheus/client_golang v1.19.0
	github.com/segmentio/kafka-go v0.4.47
	go.opentelemetry.io/otel v1.25.0
)

require github.com/jackc/puddle/v2 v2.2.1 // indirect
