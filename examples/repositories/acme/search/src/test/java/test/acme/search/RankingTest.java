package test.acme.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import test.acme.search.Ranking.Hit;

class RankingTest {
  @Test
  void whatSellsComesFirst() {
    var slow = new Hit("slow", 1, 0, true);
    var hot = new Hit("hot", 1, 99, true);
    assertEquals(List.of(hot, slow), Ranking.order(List.of(slow, hot)));
  }

  @Test
  void soldOutSinks() {
    assertTrue(Ranking.weight(new Hit("a", 1, 10, false)) < Ranking.weight(new Hit("b", 1, 0, true)));
  }
}
