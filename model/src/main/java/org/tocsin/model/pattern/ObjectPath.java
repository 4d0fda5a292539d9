package org.tocsin.model.pattern;

import java.util.List;

/**
 * Where a value lies (section 9.7): the type of the object and the way into it.
 *
 * @param type such as {@code file}
 * @param steps one or more, the first a {@link Step.Property}
 */
public record ObjectPath(String type, List<Step> steps) {
  /** Keeps what is given. */
  public ObjectPath {
    steps = List.copyOf(steps);
  }

  /** One step. */
  public sealed interface Step {
    /** Into a property, or the object a reference points to (section 9.7.3). */
    record Property(String name) implements Step {}

    /** To one element of a list, counted from 0. */
    record Element(int index) implements Step {}

    /** To each element of a list: any of them may do. */
    record Each() implements Step {}
  }

  /** As it is written in patterns. */
  public String text() {
    return PatternText.path(this);
  }
}
