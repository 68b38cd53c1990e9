package test.acme.checkout;

import static org.junit.jupiter.api.Assertions.*;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {
  private static Order order(Order.State state) {
    return new Order("o1", state, List.of(new Order.Line("tent", 2, 1999)), Instant.EPOCH);
  }

  @Test
  void totalIsTheSumOfTheLines() {
    assertEquals(3998, order(Order.State.PAID).totalCents());
  }

  @ParameterizedTest
  @EnumSource(value = Order.State.class, mode = EnumSource.Mode.EXCLUDE, names = "PAYMENT_PENDING")
  void onlyPendingOrdersArePaid(Order.State state) {
    assertThrows(IllegalStateException.class, () -> order(state).paid());
  }

  @Test
  void shippedOrdersStay() {
    assertThrows(IllegalStateException.class, () -> order(Order.State.SHIPPED).cancelled());
  }

  @Test
  void anOrderWithoutLinesIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Order("o2", Order.State.PAID, List.of(), Instant.EPOCH));
  }
}
