package test.acme.search;

import java.util.Comparator;
import java.util.List;

/** Orders hits: text score first, then what sells; sold out products sink. */
final class Ranking {
  record Hit(String sku, double score, int soldLastWeek, boolean inStock) {}

  private static final double STOCK_PENALTY = 0.25;

  private Ranking() {}

  static List<Hit> order(List<Hit> hits) {
    return hits.stream().sorted(Comparator.comparingDouble(Ranking::weight).reversed()).toList();
  }

  static double weight(Hit hit) {
    double popularity = 1 + Math.log10(1 + hit.soldLastWeek());
    return hit.score() * popularity * (hit.inStock() ? 1 : STOCK_PENALTY);
  }
}
