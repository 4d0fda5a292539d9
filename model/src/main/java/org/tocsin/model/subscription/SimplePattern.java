package org.tocsin.model.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.model.journal.Field;

/**
 * The simple part of the STIX pattern language (STIX 2.1 section 9) that filters may use: one
 * observation expression of comparisons by {@code =} and {@code IN}, joined by {@code AND} and
 * {@code OR}, of which {@code AND} binds stronger, with brackets where wanted; such as {@code
 * [domain-name:value = 'bad.example' OR ipv4-addr:value IN ('192.0.2.1', '192.0.2.2')]}. Values are
 * compared as they are written, but for the case of hashes and domain names.
 *
 * @param condition what must hold
 */
public record SimplePattern(Condition condition) {

  /** What must hold of one thing. */
  public sealed interface Condition {}

  /** All of them. */
  public record Every(List<Condition> conditions) implements Condition {
    public Every {
      conditions = List.copyOf(conditions);
    }
  }

  /** One of them. */
  public record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  /** That an object has one of those values there, each as a {@link PatternValue}. */
  public record OneOf(List<PatternValue> values) implements Condition {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException where it is none; the message names the field and where in it
   *     something is wrong
   */
  public static SimplePattern parse(String text) {
    return new SimplePattern(new PatternParser(text).read());
  }

  /** Whether it holds of something with those values. */
  public boolean holds(Set<PatternValue> values) {
    return holds(condition, values);
  }

  private static boolean holds(Condition condition, Set<PatternValue> values) {
    return switch (condition) {
      case Every(List<Condition> all) -> all.stream().allMatch(one -> holds(one, values));
      case Any(List<Condition> some) -> some.stream().anyMatch(one -> holds(one, values));
      case OneOf(List<PatternValue> wanted) -> wanted.stream().anyMatch(values::contains);
    };
  }

  /**
   * Values of which at least one must be there for it to hold: of what must hold together, those of
   * the condition that has the fewest.
   */
  List<PatternValue> needed() {
    return needed(condition);
  }

  private static List<PatternValue> needed(Condition condition) {
    return switch (condition) {
      case OneOf(List<PatternValue> wanted) -> wanted;
      case Any(List<Condition> some) ->
          some.stream().flatMap(one -> needed(one).stream()).distinct().toList();
      case Every(List<Condition> all) ->
          all.stream()
              .map(SimplePattern::needed)
              .min((one, other) -> Integer.compare(one.size(), other.size()))
              .orElse(List.of());
    };
  }

  /** Joins conditions; one alone stays as it is. */
  static Condition joined(List<Condition> conditions, boolean all) {
    if (conditions.size() == 1) {
      return conditions.getFirst();
    }
    return all ? new Every(conditions) : new Any(conditions);
  }

  /** Takes a pattern apart; recursive descent, with a bound on the depth. */
  private static final class PatternParser {
    private static final int DEEPEST = 20;
    private static final int MOST_VALUES = 200;
    private final String text;
    private int at;
    private int values;

    PatternParser(String text) {
      this.text = text;
    }

    Condition read() {
      expect('[');
      Condition condition = either(0);
      expect(']');
      blanks();
      if (at < text.length()) {
        throw bad("nothing more; filters take one expression in brackets");
      }
      return condition;
    }

    private Condition either(int depth) {
      List<Condition> some = new ArrayList<>();
      do {
        some.add(both(depth));
      } while (word("OR"));
      return joined(some, false);
    }

    private Condition both(int depth) {
      List<Condition> all = new ArrayList<>();
      do {
        all.add(one(depth));
      } while (word("AND"));
      return joined(all, true);
    }

    private Condition one(int depth) {
      if (depth > DEEPEST) {
        throw bad("no more brackets in each other");
      }
      if (next('(')) {
        Condition inner = either(depth + 1);
        expect(')');
        return inner;
      }
      return comparison();
    }

    private Condition comparison() {
      String path = path();
      List<PatternValue> wanted = new ArrayList<>();
      if (next('=')) {
        wanted.add(value(path));
      } else if (word("IN")) {
        expect('(');
        do {
          wanted.add(value(path));
        } while (next(','));
        expect(')');
      } else {
        throw bad("= or IN; filters take no other comparison");
      }
      return new OneOf(wanted);
    }

    private String path() {
      blanks();
      int start = at;
      boolean quoted = false;
      while (at < text.length() && (quoted || isOfPath(text.charAt(at)))) {
        quoted ^= text.charAt(at) == '\'';
        at++;
      }
      String path = text.substring(start, at);
      if (!path.matches("[a-z0-9-]{3,250}:.+")) {
        at = start;
        throw bad("a type, a colon and a property, such as domain-name:value");
      }
      return path;
    }

    private static boolean isOfPath(char c) {
      return c < 128 && Character.isLetterOrDigit(c) || ":._-'".indexOf(c) >= 0;
    }

    private PatternValue value(String path) {
      if (++values > MOST_VALUES) {
        throw bad("not more than " + MOST_VALUES + " values");
      }
      return PatternValue.of(path, constant());
    }

    private String constant() {
      if (!next('\'')) {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)))) {
          at++;
        }
        if (start == at) {
          throw bad("a text in single quotes or a whole number");
        }
        return text.substring(start, at);
      }
      StringBuilder constant = new StringBuilder();
      while (at < text.length() && text.charAt(at) != '\'') {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        constant.append(text.charAt(at++));
      }
      expect('\'');
      return constant.toString();
    }

    private boolean word(String word) {
      blanks();
      int end = at + word.length();
      boolean there =
          text.startsWith(word, at)
              && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
      at = there ? end : at;
      return there;
    }

    private boolean next(char c) {
      blanks();
      boolean there = at < text.length() && text.charAt(at) == c;
      at = there ? at + 1 : at;
      return there;
    }

    private void expect(char c) {
      if (!next(c)) {
        throw bad("'" + c + "'");
      }
    }

    private void blanks() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }

    private IllegalArgumentException bad(String wanted) {
      return Field.bad("filter.pattern", "at character " + (at + 1) + ": expected " + wanted);
    }
  }
}
