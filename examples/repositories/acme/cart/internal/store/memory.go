// Package store has the stores of carts.
package store

import (
	"context"
	"errors"
	"sync"
	"time"

	"git.acme.test/acme/cart/internal/cart"
)

// Memory is for tests.
type Memory struct {
	mu    sync.Mutex
	carts map[string]*cart.Cart
}

func NewMemory() *Memory { return &Memory{carts: map[string]*cart.Cart{}} }

func (m *Memory) Load(_ context.Context, id string) (*cart.Cart, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if c, ok := m.carts[id]; ok {
		return c, nil
	}
	return &cart.Cart{ID: id}, nil
}

func (m *Memory) Save(_ context.Context, c *cart.Cart) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.carts[c.ID] = c
	return nil
}

func (m *Memory) Freeze(id string) { m.carts[id] = &cart.Cart{ID: id, FrozenAt: time.Unix(1, 0)} }

func (m *Memory) Ping(context.Context) error { return nil }

// Broken fails always.
type Broken struct{}

var errGone = errors.New("table is gone")

func (Broken) Load(context.Context, string) (*cart.Cart, error) { return nil, errGone }
func (Broken) Save(context.Context, *cart.Cart) error           { return errGone }
func (Broken) Ping(context.Context) error                       { return errGone }
