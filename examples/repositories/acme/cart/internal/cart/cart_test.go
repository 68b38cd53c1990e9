package cart

import (
	"errors"
	"fmt"
	"testing"
	"time"
)

func TestAdd(t *testing.T) {
	for _, tc := range []struct {
		name     string
		cart     Cart
		quantity int
		want     error
		total    int64
	}{
		{"new line", Cart{}, 2, nil, 3998},
		{"same line again", Cart{Lines: []Line{{"tent", 1, 1999}}}, 1, nil, 3998},
		{"zero", Cart{}, 0, ErrQuantity, 0},
		{"more than a line may hold", Cart{Lines: []Line{{"tent", 99, 1999}}}, 1, ErrQuantity, 197901},
		{"frozen", Cart{FrozenAt: time.Unix(1, 0)}, 1, ErrFrozen, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if err := tc.cart.Add("tent", tc.quantity, 1999); !errors.Is(err, tc.want) {
				t.Fatalf("got %v, want %v", err, tc.want)
			}
			if got := tc.cart.Total(); got != tc.total {
				t.Errorf("total %d, want %d", got, tc.total)
			}
		})
	}
}

func BenchmarkTotal(b *testing.B) {
	var c Cart
	for i := 0; i < maxLines; i++ {
		_ = c.Add(fmt.Sprint("sku-", i), 3, 1999)
	}
	b.ReportAllocs()
	for b.Loop() {
		_ = c.Total()
	}
}
