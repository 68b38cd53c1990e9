// Package cart has the rules of a cart and knows nothing of HTTP or DynamoDB.
package cart

import (
	"errors"
	"time"
)

var (
	ErrFrozen       = errors.New("cart is frozen")
	ErrTooManyLines = errors.New("cart has too many lines")
	ErrQuantity     = errors.New("quantity must be between 1 and 99")
)

const maxLines = 100

type Line struct {
	SKU      string
	Quantity int
	Cents    int64
}

type Cart struct {
	ID        string
	Lines     []Line
	FrozenAt  time.Time
	ExpiresAt time.Time
}

// Add puts a line into the cart or raises the quantity of the one that is there.
func (c *Cart) Add(sku string, quantity int, cents int64) error {
	if !c.FrozenAt.IsZero() {
		return ErrFrozen
	}
	for i := range c.Lines {
		if c.Lines[i].SKU == sku {
			return c.setQuantity(i, c.Lines[i].Quantity+quantity)
		}
	}
	if len(c.Lines) == maxLines {
		return ErrTooManyLines
	}
	c.Lines = append(c.Lines, Line{SKU: sku, Cents: cents})
	if err := c.setQuantity(len(c.Lines)-1, quantity); err != nil {
		c.Lines = c.Lines[:len(c.Lines)-1]
		return err
	}
	return nil
}

func (c *Cart) setQuantity(i, quantity int) error {
	if quantity < 1 || quantity > 99 {
		return ErrQuantity
	}
	c.Lines[i].Quantity = quantity
	return nil
}

// Total is the sum over all lines in cents.
func (c *Cart) Total() int64 {
	var total int64
	for _, line := range c.Lines {
		total += int64(line.Quantity) * line.Cents
	}
	return total
}
