package org.tocsin.model.pattern;

import java.util.List;

/** What one object is like: comparison expressions and their operators (sections 9.4 and 9.6). */
public sealed interface Comparison {
  /**
   * All of them hold for the same object.
   *
   * @param parts two or more
   */
  record And(List<Comparison> parts) implements Comparison {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Any of them holds.
   *
   * @param parts two or more
   */
  record Or(List<Comparison> parts) implements Comparison {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A value the path leads to compares with constants.
   *
   * @param negated whether NOT stands before the operator
   * @param constants exactly one, but any number with IN
   */
  record Test(ObjectPath path, boolean negated, Operator operator, List<Constant> constants)
      implements Comparison {
    public Test {
      constants = List.copyOf(constants);
    }
  }

  /**
   * The path leads to a value at all.
   *
   * @param negated whether it must lead to none
   */
  record Exists(ObjectPath path, boolean negated) implements Comparison {}

  /** How a value is compared. */
  enum Operator {
    /** Equal. */
    EQUAL("="),
    /** Not equal. */
    UNEQUAL("!="),
    /** Less. */
    LESS("<"),
    /** Less or equal. */
    AT_MOST("<="),
    /** Greater. */
    GREATER(">"),
    /** Greater or equal. */
    AT_LEAST(">="),
    /** Equal to one of several. */
    IN("IN"),
    /** As a whole like a text with % for any characters and _ for one. */
    LIKE("LIKE"),
    /** A regular expression finds something in it. */
    MATCHES("MATCHES"),
    /** An address or block lies in that block. */
    ISSUBSET("ISSUBSET"),
    /** A block holds that address or block. */
    ISSUPERSET("ISSUPERSET");

    private final String text;

    Operator(String text) {
      this.text = text;
    }

    /** As it is written in patterns. */
    public String text() {
      return text;
    }
  }
}
