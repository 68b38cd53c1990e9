package test.acme.checkout;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/orders")
class CheckoutController {
  private final OrderService orders;

  CheckoutController(OrderService orders) {
    this.orders = orders;
  }

  @PostMapping
  ResponseEntity<Order> start(
      @RequestHeader("Idempotency-Key") String key, @RequestBody StartRequest body) {
    return ResponseEntity.status(HttpStatus.CREATED).body(orders.start(key, body.cartId()));
  }

  @PostMapping("/{id}/pay")
  Order pay(@PathVariable String id, @RequestBody PayRequest body) {
    return orders.pay(id, body.methodId());
  }

  @ExceptionHandler(IllegalStateException.class)
  ResponseEntity<String> conflict(IllegalStateException e) {
    return ResponseEntity.status(HttpStatus.CONFLICT).body(e.getMessage());
  }

  record StartRequest(String cartId) {}

  record PayRequest(String methodId) {}
}
