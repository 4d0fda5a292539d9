package org.tocsin.model.pattern;

import java.math.BigDecimal;
import java.util.List;

/**
 * What has to be observed: observation expressions, their operators and qualifiers (section 9.5).
 */
public sealed interface Observing {
  /**
   * One observation that holds an object of this kind.
   *
   * @param comparison what the object is like
   */
  record One(Comparison comparison) implements Observing {}

  /**
   * All of them, each by observations of its own.
   *
   * @param parts two or more
   */
  record All(List<Observing> parts) implements Observing {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Any of them.
   *
   * @param parts two or more
   */
  record Any(List<Observing> parts) implements Observing {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /**
   * All of them, each by observations of its own, none of a later one before any of an earlier one.
   *
   * @param parts two or more
   */
  record Followed(List<Observing> parts) implements Observing {
    public Followed {
      parts = List.copyOf(parts);
    }
  }

  /**
   * All observations of it lie within a span of time.
   *
   * @param seconds more than 0
   */
  record Within(Observing what, BigDecimal seconds) implements Observing {}

  /**
   * It is observed so many times, each time by observations of its own.
   *
   * @param times 1 or more
   */
  record Repeats(Observing what, int times) implements Observing {}

  /**
   * All observations of it lie between two times.
   *
   * @param start the first moment that counts
   * @param stop the first one that does not
   */
  record StartStop(Observing what, Constant.Moment start, Constant.Moment stop)
      implements Observing {}
}
