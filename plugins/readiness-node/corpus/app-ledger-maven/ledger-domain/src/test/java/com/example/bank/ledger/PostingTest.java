package com.example.bank.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PostingTest {
  @Test
  void keepsTheAmount() {
    assertEquals(BigDecimal.TEN, new Posting("a", "b", BigDecimal.TEN).amount());
  }
}
