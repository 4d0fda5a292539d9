package org.tocsin.model.pattern;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.model.pattern.Comparison.Operator;

/** Reads comparison expressions: AND binds closer than OR (section 9.4). */
final class ComparisonReader {
  private static final List<Operator> LONGEST_FIRST =
      List.of(
          Operator.UNEQUAL,
          Operator.AT_MOST,
          Operator.AT_LEAST,
          Operator.EQUAL,
          Operator.LESS,
          Operator.GREATER,
          Operator.IN,
          Operator.LIKE,
          Operator.MATCHES,
          Operator.ISSUBSET,
          Operator.ISSUPERSET);

  private final Cursor cursor;
  private final ConstantReader constants;

  ComparisonReader(Cursor cursor) {
    this.cursor = cursor;
    this.constants = new ConstantReader(cursor);
  }

  Comparison any() {
    List<Comparison> parts = new ArrayList<>(List.of(all()));
    while (cursor.acceptWord("OR")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.getFirst() : new Comparison.Or(parts);
  }

  private Comparison all() {
    List<Comparison> parts = new ArrayList<>(List.of(one()));
    while (cursor.acceptWord("AND")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.getFirst() : new Comparison.And(parts);
  }

  private Comparison one() {
    if (cursor.accept("(")) {
      cursor.enter();
      Comparison inner = any();
      cursor.expect(")");
      cursor.leave();
      return inner;
    }
    boolean none = cursor.acceptWord("NOT");
    if (none) {
      cursor.expectWord("EXISTS");
    }
    if (none || cursor.acceptWord("EXISTS")) {
      return new Comparison.Exists(path(), none);
    }
    return test();
  }

  private Comparison test() {
    ObjectPath path = path();
    boolean negated = cursor.acceptWord("NOT");
    Operator operator = operator();
    List<Constant> values =
        switch (operator) {
          case IN -> set();
          case LIKE, MATCHES, ISSUBSET, ISSUPERSET -> List.of(new Constant.Text(constants.text()));
          case EQUAL, UNEQUAL -> List.of(constants.any());
          case LESS, AT_MOST, GREATER, AT_LEAST -> List.of(orderable());
        };
    return new Comparison.Test(path, negated, operator, values);
  }

  private Operator operator() {
    if (cursor.accept("==")) {
      return Operator.EQUAL;
    }
    if (cursor.accept("<>")) {
      return Operator.UNEQUAL;
    }
    for (Operator operator : LONGEST_FIRST) {
      String text = operator.text();
      boolean word = Character.isLetter(text.charAt(0));
      if (word ? cursor.acceptWord(text) : cursor.accept(text)) {
        return operator;
      }
    }
    throw cursor.wrong("a comparison such as = or LIKE is expected here");
  }

  private Constant orderable() {
    int begin = cursor.position();
    Constant constant = constants.any();
    if (constant instanceof Constant.Bool) {
      throw new PatternException(begin, "true and false have no order");
    }
    return constant;
  }

  private List<Constant> set() {
    List<Constant> values = new ArrayList<>();
    cursor.expect("(");
    if (cursor.accept(")")) {
      return values;
    }
    do {
      values.add(constants.any());
    } while (cursor.accept(","));
    cursor.expect(")");
    return values;
  }

  private ObjectPath path() {
    String type = word("an object path such as file:name is expected here");
    cursor.expect(":");
    List<ObjectPath.Step> steps = new ArrayList<>(List.of(property()));
    while (true) {
      if (cursor.accept(".")) {
        steps.add(property());
      } else if (cursor.accept("[")) {
        steps.add(element());
      } else {
        return new ObjectPath(type, steps);
      }
    }
  }

  private ObjectPath.Step property() {
    if (cursor.next() == '\'') {
      return new ObjectPath.Step.Property(constants.text());
    }
    return new ObjectPath.Step.Property(word("the name of a property is expected here"));
  }

  /** The standard wants names with hyphens in quotes; many write them without. */
  private String word(String otherwise) {
    char first = cursor.next();
    if (!Cursor.isWord(first) || first >= '0' && first <= '9') {
      throw cursor.wrong(otherwise);
    }
    return cursor.run(c -> Cursor.isWord(c) || c == '-');
  }

  private ObjectPath.Step element() {
    if (cursor.accept("*")) {
      cursor.expect("]");
      return new ObjectPath.Step.Each();
    }
    int begin = cursor.position();
    String digits = cursor.run(c -> c >= '0' && c <= '9');
    if (!digits.matches("0|[1-9]\\d{0,8}")) {
      throw new PatternException(begin, "[*] or the number of an element is expected here");
    }
    cursor.expect("]");
    return new ObjectPath.Step.Element(Integer.parseInt(digits));
  }
}
