package test.acme.checkout;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class OrderService {
  private final JdbcClient jdbc;
  private final Clock clock;

  OrderService(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The idempotency key is the order's id: a second call with it finds the first order. */
  @Transactional
  Order start(String key, String cartId) {
    var id = UUID.nameUUIDFromBytes(key.getBytes()).toString();
    jdbc.sql("insert into orders (id, state, cart) values (:id, 'PAYMENT_PENDING', :cart) on conflict do nothing")
        .param("id", id)
        .param("cart", cartId)
        .update();
    return new Order(id, Order.State.PAYMENT_PENDING, List.of(new Order.Line(cartId, 1, 0)), clock.instant());
  }

  /** State and event are written together; the outbox is drained by one pod. */
  @Transactional
  Order pay(String id, String methodId) {
    var order = jdbc.sql("select * from orders where id = :id for update").param("id", id).query(Order.class).single();
    var paid = order.paid();
    jdbc.sql("update orders set state = 'PAID' where id = :id").param("id", id).update();
    jdbc.sql("insert into outbox (topic, payload) values ('orders.v2', :payload)").param("payload", id).update();
    return paid;
  }
}
