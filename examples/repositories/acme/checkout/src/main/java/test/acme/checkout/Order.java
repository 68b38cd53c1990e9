package test.acme.checkout;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

public record Order(String id, State state, List<Line> lines, Instant createdAt) {

  public enum State {
    PAYMENT_PENDING,
    PAID,
    SHIPPED,
    CANCELLED
  }

  public record Line(String sku, int quantity, long cents) {}

  public Order {
    Objects.requireNonNull(id);
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("an order has at least one line");
    }
  }

  public long totalCents() {
    return lines.stream().mapToLong(line -> line.quantity() * line.cents()).sum();
  }

  public Order paid() {
    if (state != State.PAYMENT_PENDING) {
      throw new IllegalStateException("cannot pay an order that is " + state);
    }
    return new Order(id, State.PAID, lines, createdAt);
  }

  public Order cancelled() {
    if (state == State.SHIPPED) {
      throw new IllegalStateException("cannot cancel a shipped order");
    }
    return new Order(id, State.CANCELLED, lines, createdAt);
  }
}
