module git.acme.test/acme/cart

go 1.23.4

require (
	github.com/aws/aws-sdk-go-v2 v1.32.6
	github.com/aws/aws-sdk-go-v2/config v1.28.6
	github.com/aws/aws-sdk-go-v2/service/dynamodb v1.38.0
	github.com/prometheus/client_golang v1.20.5
	github.com/valkey-io/valkey-go v1.0.51
	go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp v0.57.0
	go.opentelemetry.io/otel v1.32.0
)
