package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"

	"git.acme.test/acme/cart/internal/cart"
	"git.acme.test/acme/cart/internal/httpapi"
	"git.acme.test/acme/cart/internal/store"
)

var version = "dev"

func main() {
	logger := slog.New(slog.NewJSONHandler(os.Stdout, nil)).With("service", "cart", "version", version)
	slog.SetDefault(logger)

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()

	carts, err := store.NewDynamo(ctx, os.Getenv("CART_TABLE"))
	if err != nil {
		logger.Error("cannot reach the cart table", "error", err)
		os.Exit(1)
	}
	api := httpapi.New(cart.NewService(carts, cart.NewPriceCache(os.Getenv("PRICE_CACHE_URL"), time.Minute)))

	go func() {
		mux := http.NewServeMux()
		mux.Handle("/metrics", promhttp.Handler())
		logger.Error("metrics listener ended", "error", http.ListenAndServe(":9090", mux))
	}()

	server := &http.Server{Addr: ":8080", Handler: otelhttp.NewHandler(api, "cart"), ReadHeaderTimeout: 5 * time.Second}
	go func() {
		<-ctx.Done()
		// Endpoints are removed while preStop sleeps; what is in flight gets 20 s.
		timeout, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		_ = server.Shutdown(timeout)
	}()
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		logger.Error("listener ended", "error", err)
		os.Exit(1)
	}
}
