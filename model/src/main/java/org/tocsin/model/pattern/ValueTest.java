package org.tocsin.model.pattern;

import inet.ipaddr.IPAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** One comparison, ready to be made with many values. */
@FunctionalInterface
interface ValueTest {
  boolean test(Value value, Effort effort);

  /** Throws IllegalArgumentException, with words for who wrote it, where it cannot be made. */
  static ValueTest of(Comparison.Test test) {
    ValueTest plain = plain(test);
    return test.negated() ? (value, effort) -> !plain.test(value, effort) : plain;
  }

  private static ValueTest plain(Comparison.Test test) {
    List<Constant> constants = test.constants().stream().map(ValueTest::normal).toList();
    return switch (test.operator()) {
      case EQUAL -> equal(constants, isHash(test.path()));
      case IN -> equal(constants, isHash(test.path()));
      case UNEQUAL -> {
        ValueTest equal = equal(constants, isHash(test.path()));
        yield (value, effort) -> !equal.test(value, effort);
      }
      case LESS -> ordered(constants.getFirst(), order -> order < 0);
      case AT_MOST -> ordered(constants.getFirst(), order -> order <= 0);
      case GREATER -> ordered(constants.getFirst(), order -> order > 0);
      case AT_LEAST -> ordered(constants.getFirst(), order -> order >= 0);
      case LIKE -> like(text(constants));
      case MATCHES -> matches(text(constants));
      case ISSUBSET -> within(text(constants), true);
      case ISSUPERSET -> within(text(constants), false);
    };
  }

  private static Constant normal(Constant constant) {
    return constant instanceof Constant.Text(String text)
        ? new Constant.Text(Comparing.normal(text))
        : constant;
  }

  private static String text(List<Constant> constants) {
    return ((Constant.Text) constants.getFirst()).value();
  }

  private static ValueTest equal(List<Constant> constants, boolean hash) {
    return (value, effort) -> {
      effort.spend(constants.size());
      for (Constant constant : constants) {
        OptionalInt order = Comparing.order(value, constant);
        if (order.isPresent() && order.getAsInt() == 0 || hash && sameHash(value, constant)) {
          return true;
        }
      }
      return false;
    };
  }

  private static ValueTest ordered(Constant constant, IntPredicate wanted) {
    return (value, _) -> {
      OptionalInt order = Comparing.order(value, constant);
      return order.isPresent() && wanted.test(order.getAsInt());
    };
  }

  private static ValueTest like(String text) {
    Like like = new Like(text);
    return (value, effort) -> {
      Optional<String> given = readable(value);
      return given.isPresent() && like.test(given.get(), effort);
    };
  }

  private static ValueTest matches(String text) {
    Regex regex = new Regex(text);
    return (value, effort) -> {
      Optional<String> given = readable(value);
      return given.isPresent() && regex.test(given.get(), effort);
    };
  }

  /** Bytes are read as one character each. */
  private static Optional<String> readable(Value value) {
    return switch (value) {
      case Value.Text(String text, boolean _) -> Optional.of(Comparing.normal(text));
      case Value.Bytes(byte[] bytes) -> Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
      default -> Optional.empty();
    };
  }

  private static ValueTest within(String text, boolean subset) {
    IPAddress named =
        Block.read(text)
            .orElseThrow(
                () -> new IllegalArgumentException("'" + text + "' is no address and no block"));
    return (value, _) -> {
      Optional<IPAddress> given =
          value instanceof Value.Text(String at, boolean _) ? Block.read(at) : Optional.empty();
      return given.isPresent()
          && (subset ? named.contains(given.get()) : given.get().contains(named));
    };
  }

  /** A hash in hexadecimal digits is the same in upper and lower case. */
  private static boolean sameHash(Value value, Constant constant) {
    return value instanceof Value.Text(String given, boolean _)
        && constant instanceof Constant.Text(String wanted)
        && given.equalsIgnoreCase(wanted)
        && wanted.matches("[0-9a-fA-F]+");
  }

  private static boolean isHash(ObjectPath path) {
    int before = path.steps().size() - 2;
    return before >= 0
        && path.steps().get(before) instanceof ObjectPath.Step.Property(String name)
        && name.equals("hashes");
  }
}
