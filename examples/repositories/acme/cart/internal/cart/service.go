package cart

import (
	"context"
	"time"
)

// Store keeps carts; Save fails when somebody else saved in between.
type Store interface {
	Load(ctx context.Context, id string) (*Cart, error)
	Save(ctx context.Context, c *Cart) error
	Ping(ctx context.Context) error
}

// Prices answers what a product costs right now.
type Prices interface {
	Cents(ctx context.Context, sku string) (int64, error)
}

type Service struct {
	store  Store
	prices Prices
}

func NewService(store Store, prices Prices) *Service { return &Service{store, prices} }

const lifetime = 30 * 24 * time.Hour

func (s *Service) Get(ctx context.Context, id string) (*Cart, error) { return s.store.Load(ctx, id) }

func (s *Service) Ping(ctx context.Context) error { return s.store.Ping(ctx) }

// Add prices a product and puts it into the cart.
func (s *Service) Add(ctx context.Context, id, sku string, quantity int) (*Cart, error) {
	c, err := s.store.Load(ctx, id)
	if err != nil {
		return nil, err
	}
	cents, err := s.prices.Cents(ctx, sku)
	if err != nil {
		return nil, err
	}
	if err := c.Add(sku, quantity, cents); err != nil {
		return nil, err
	}
	c.ExpiresAt = time.Now().Add(lifetime)
	return c, s.store.Save(ctx, c)
}
