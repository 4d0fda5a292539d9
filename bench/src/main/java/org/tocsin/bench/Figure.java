package org.tocsin.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** One figure, printed as one JSON line. */
final class Figure {
  private final Map<String, Object> values = new LinkedHashMap<>();

  Figure(String bench, String figure) {
    values.put("bench", bench);
    values.put("figure", figure);
  }

  Figure with(String name, Object value) {
    values.put(name, value instanceof Double number ? Math.round(number * 1_000) / 1_000.0 : value);
    return this;
  }

  void print() {
    System.out.println(Target.JSON.writeValueAsString(values));
  }
}
