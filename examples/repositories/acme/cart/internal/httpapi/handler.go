package httpapi

import (
	"encoding/json"
	"errors"
	"net/http"

	"git.acme.test/acme/cart/internal/cart"
)

type Handler struct{ carts *cart.Service }

func New(carts *cart.Service) http.Handler {
	h := &Handler{carts: carts}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /carts/{id}", h.get)
	mux.HandleFunc("POST /carts/{id}/lines", h.addLine)
	mux.HandleFunc("GET /health/live", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("GET /health/ready", h.ready)
	return mux
}

func (h *Handler) addLine(w http.ResponseWriter, r *http.Request) {
	var body struct {
		SKU      string `json:"sku"`
		Quantity int    `json:"quantity"`
	}
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 4096)).Decode(&body); err != nil {
		http.Error(w, "body is not a line", http.StatusBadRequest)
		return
	}
	c, err := h.carts.Add(r.Context(), r.PathValue("id"), body.SKU, body.Quantity)
	switch {
	case errors.Is(err, cart.ErrFrozen):
		http.Error(w, err.Error(), http.StatusConflict)
	case errors.Is(err, cart.ErrQuantity), errors.Is(err, cart.ErrTooManyLines):
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
	case err != nil:
		http.Error(w, "try again", http.StatusServiceUnavailable)
	default:
		_ = json.NewEncoder(w).Encode(c)
	}
}

func (h *Handler) get(w http.ResponseWriter, r *http.Request) {
	c, err := h.carts.Get(r.Context(), r.PathValue("id"))
	if err != nil {
		http.Error(w, "try again", http.StatusServiceUnavailable)
		return
	}
	_ = json.NewEncoder(w).Encode(c)
}

func (h *Handler) ready(w http.ResponseWriter, r *http.Request) {
	if err := h.carts.Ping(r.Context()); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
