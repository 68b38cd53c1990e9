package httpapi

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"git.acme.test/acme/cart/internal/cart"
	"git.acme.test/acme/cart/internal/store"
)

func TestAddLineAnswersConflictOnFrozenCart(t *testing.T) {
	memory := store.NewMemory()
	memory.Freeze("c1")
	server := httptest.NewServer(New(cart.NewService(memory, cart.NoPriceCache)))
	defer server.Close()

	response, err := http.Post(server.URL+"/carts/c1/lines", "application/json", strings.NewReader(`{"sku":"tent","quantity":1}`))
	if err != nil {
		t.Fatal(err)
	}
	if response.StatusCode != http.StatusConflict {
		t.Errorf("got %d, want 409", response.StatusCode)
	}
}

func TestReadyFailsWhenTableIsGone(t *testing.T) {
	recorder := httptest.NewRecorder()
	New(cart.NewService(store.Broken{}, cart.NoPriceCache)).ServeHTTP(recorder, httptest.NewRequest("GET", "/health/ready", nil))
	if recorder.Code != http.StatusServiceUnavailable {
		t.Errorf("got %d, want 503", recorder.Code)
	}
}
