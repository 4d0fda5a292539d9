package org.tocsin.formats.benign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.HostNumber;

/**
 * Asks of a pattern (STIX 2.1 section 9) whether values of a warning list match it by themselves.
 * Each comparison is one with such a value, says nothing of a value (a type, a port, a protocol),
 * or asks for something else; what has to hold together is as good as its best part. Used once.
 */
final class PatternReading {
  private static final int DEEPEST = 64;
  private static final Set<String> OPERATORS =
      Set.of(
          "=",
          "==",
          "!=",
          "<>",
          "<",
          "<=",
          ">",
          ">=",
          "IN",
          "LIKE",
          "MATCHES",
          "ISSUBSET",
          "ISSUPERSET");
  private static final Set<String> MATCHING = Set.of("=", "==", "IN", "ISSUBSET");

  /** What a part of the pattern asks for; the order is that of how little speaks against it. */
  private enum Asks {
    BENIGN,
    NOTHING,
    MORE
  }

  private static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableException() {
      super("no pattern", null, false, false);
    }
  }

  private final String pattern;
  private final WarningList list;
  private List<String> tokens = List.of();
  private int next;
  private int depth;
  private @Nullable String objection;

  PatternReading(String pattern, WarningList list) {
    this.pattern = pattern;
    this.list = list;
  }

  /** What the matching value is; null where there is none, or the pattern cannot be read. */
  @Nullable String objection() {
    try {
      tokens = PatternTokens.of(pattern);
      Asks asks = chain();
      return next == tokens.size() && asks == Asks.BENIGN ? objection : null;
    } catch (UnreadableException e) {
      return null;
    }
  }

  /** One observation after the other; binds less than all else (section 9.5). */
  private Asks chain() {
    require(++depth <= DEEPEST);
    Asks together = any();
    while (take("FOLLOWEDBY")) {
      together = together(together, any());
    }
    depth--;
    return together;
  }

  /** Alternatives, of comparisons or of observations. */
  private Asks any() {
    Asks best = all();
    boolean benign = best == Asks.BENIGN;
    while (take("OR")) {
      Asks other = all();
      benign |= other == Asks.BENIGN;
      best = other == Asks.MORE ? best : other;
    }
    return benign ? Asks.BENIGN : best;
  }

  /** What has to hold together. */
  private Asks all() {
    Asks together = part();
    while (take("AND")) {
      together = together(together, part());
    }
    return together;
  }

  private static Asks together(Asks one, Asks other) {
    if (one == Asks.MORE || other == Asks.MORE) {
      return Asks.MORE;
    }
    return one == Asks.BENIGN ? one : other;
  }

  private Asks part() {
    if (take("(")) {
      return within(")");
    }
    if (take("[")) {
      return within("]");
    }
    if (take("EXISTS")) {
      next++;
      return Asks.MORE;
    }
    return comparison();
  }

  private Asks within(String end) {
    Asks asks = chain();
    require(take(end));
    qualifiers();
    return asks;
  }

  /** When and how often do not change what is looked for. */
  private void qualifiers() {
    while (true) {
      if (take("WITHIN") || take("REPEATS")) {
        next += 2;
      } else if (take("START")) {
        next++;
        require(take("STOP"));
        next++;
      } else {
        return;
      }
    }
  }

  private Asks comparison() {
    String path = token();
    boolean negated = take("NOT");
    String operator = token().toUpperCase(Locale.ROOT);
    require(OPERATORS.contains(operator));
    List<String> values = operator.equals("IN") ? values() : List.of(token());
    if (path.endsWith(".type") || path.endsWith("_port") || path.contains(":protocols")) {
      return Asks.NOTHING;
    }
    boolean compares = !negated && (MATCHING.contains(operator) || isExact(operator, values));
    boolean named = path.startsWith("domain-name:") || path.contains("_ref");
    return compares && isOfValues(path) && values.stream().anyMatch(value -> isBenign(value, named))
        ? Asks.BENIGN
        : Asks.MORE;
  }

  /** LIKE without a wildcard is equality (section 9.6.1). */
  private static boolean isExact(String operator, List<String> values) {
    return operator.equals("LIKE") && values.stream().noneMatch(text -> text.matches(".*[%_].*"));
  }

  private List<String> values() {
    require(take("("));
    List<String> values = new ArrayList<>();
    do {
      values.add(token());
    } while (take(","));
    require(take(")"));
    return values;
  }

  private static boolean isOfValues(String path) {
    return path.endsWith(":value") || path.endsWith(".value") || path.contains("hashes.");
  }

  private boolean isBenign(String literal, boolean named) {
    if (!literal.startsWith("'")) {
      return false;
    }
    String text = PatternTokens.text(literal);
    String found = list.objection(text);
    if (found == null && named && !text.contains("://") && !isAddress(text)) {
      found = list.objectionToName(text);
    }
    if (found != null && objection == null) {
      objection = found;
    }
    return found != null;
  }

  private static boolean isAddress(String text) {
    return text.indexOf(':') >= 0 || text.indexOf('/') >= 0 || HostNumber.endsIn(text);
  }

  private String token() {
    require(next < tokens.size());
    return tokens.get(next++);
  }

  private boolean take(String token) {
    boolean there = next < tokens.size() && tokens.get(next).equals(token);
    if (there) {
      next++;
    }
    return there;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new UnreadableException();
    }
  }
}
