package org.tocsin.model.pattern;

import java.util.List;
import java.util.stream.Collectors;

/** Writes patterns, with no more brackets than they need. */
final class PatternText {
  private PatternText() {}

  static String of(Observing what) {
    return switch (what) {
      case Observing.One one -> "[" + of(one.comparison()) + "]";
      case Observing.All all -> joined(all.parts(), " AND ", all);
      case Observing.Any any -> joined(any.parts(), " OR ", any);
      case Observing.Followed followed -> joined(followed.parts(), " FOLLOWEDBY ", followed);
      case Observing.Within within ->
          bracketed(within.what(), within)
              + " WITHIN "
              + within.seconds().toPlainString()
              + " SECONDS";
      case Observing.Repeats repeats ->
          bracketed(repeats.what(), repeats) + " REPEATS " + repeats.times() + " TIMES";
      case Observing.StartStop span ->
          bracketed(span.what(), span)
              + " START "
              + constant(span.start())
              + " STOP "
              + constant(span.stop());
    };
  }

  static String of(Comparison comparison) {
    return switch (comparison) {
      case Comparison.And and ->
          and.parts().stream()
              .map(part -> nested(part, !isTest(part)))
              .collect(Collectors.joining(" AND "));
      case Comparison.Or or ->
          or.parts().stream()
              .map(part -> nested(part, part instanceof Comparison.Or))
              .collect(Collectors.joining(" OR "));
      case Comparison.Exists exists ->
          (exists.negated() ? "NOT EXISTS " : "EXISTS ") + path(exists.path());
      case Comparison.Test test ->
          path(test.path())
              + (test.negated() ? " NOT " : " ")
              + test.operator().text()
              + " "
              + values(test);
    };
  }

  static String path(ObjectPath path) {
    StringBuilder out = new StringBuilder(path.type()).append(':');
    for (int i = 0; i < path.steps().size(); i++) {
      switch (path.steps().get(i)) {
        case ObjectPath.Step.Property property ->
            out.append(i == 0 ? "" : ".").append(name(property.name()));
        case ObjectPath.Step.Element element -> out.append('[').append(element.index()).append(']');
        case ObjectPath.Step.Each _ -> out.append("[*]");
      }
    }
    return out.toString();
  }

  private static String name(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : quoted(name);
  }

  private static boolean isTest(Comparison part) {
    return part instanceof Comparison.Test || part instanceof Comparison.Exists;
  }

  private static String nested(Comparison part, boolean brackets) {
    return brackets ? "(" + of(part) + ")" : of(part);
  }

  private static String values(Comparison.Test test) {
    String values =
        test.constants().stream().map(PatternText::constant).collect(Collectors.joining(", "));
    return test.operator() == Comparison.Operator.IN ? "(" + values + ")" : values;
  }

  private static String constant(Constant constant) {
    return switch (constant) {
      case Constant.Text text -> quoted(text.value());
      case Constant.Number number -> number.value().toPlainString();
      case Constant.Bool bool -> bool.value() ? "true" : "false";
      case Constant.Moment moment -> "t'" + moment.text() + "'";
      case Constant.Hex hex -> "h'" + hex.digits() + "'";
      case Constant.Binary binary -> "b'" + binary.base64() + "'";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static String joined(List<Observing> parts, String word, Observing by) {
    return parts.stream().map(part -> bracketed(part, by)).collect(Collectors.joining(word));
  }

  private static String bracketed(Observing part, Observing within) {
    boolean brackets =
        rank(part) >= rank(within)
            && !(qualifier(part) && qualifier(within) && unlike(part, within));
    return brackets ? "(" + of(part) + ")" : of(part);
  }

  /** What stands for more goes into brackets within what stands for less. */
  private static int rank(Observing what) {
    return switch (what) {
      case Observing.One _ -> 0;
      case Observing.Within _ -> 1;
      case Observing.Repeats _ -> 1;
      case Observing.StartStop _ -> 1;
      case Observing.All _ -> 2;
      case Observing.Any _ -> 3;
      case Observing.Followed _ -> 4;
    };
  }

  private static boolean qualifier(Observing what) {
    return rank(what) == 1;
  }

  /** Whether no qualifier would stand twice after the same expression without brackets. */
  private static boolean unlike(Observing part, Observing within) {
    Observing inner = part;
    while (qualifier(inner)) {
      if (inner.getClass() == within.getClass()) {
        return false;
      }
      inner =
          switch (inner) {
            case Observing.Within w -> w.what();
            case Observing.Repeats r -> r.what();
            case Observing.StartStop s -> s.what();
            default -> throw new IllegalStateException("no qualifier");
          };
    }
    return true;
  }
}
