package org.tocsin.model.pattern;

import inet.ipaddr.IPAddress;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.tocsin.model.stix.StixTime;

/** How values and constants of any types stand to each other (sections 9.3 and 9.6). */
final class Comparing {
  private Comparing() {}

  /** Less than, equal to or greater than 0; empty where the two cannot be compared. */
  static OptionalInt order(Value value, Constant constant) {
    return switch (constant) {
      case Constant.Text text -> order(value, text.value());
      case Constant.Number number ->
          value instanceof Value.Number(BigDecimal given)
              ? OptionalInt.of(given.compareTo(number.value()))
              : OptionalInt.empty();
      case Constant.Bool bool ->
          value instanceof Value.Bool(boolean given)
              ? OptionalInt.of(Boolean.compare(given, bool.value()))
              : OptionalInt.empty();
      case Constant.Moment moment -> order(value, moment);
      case Constant.Hex hex -> order(value, hex.bytes());
      case Constant.Binary binary -> order(value, binary.bytes());
    };
  }

  private static OptionalInt order(Value value, String text) {
    return switch (value) {
      case Value.Text(String given, boolean address) ->
          address && sameAddress(given, text)
              ? OptionalInt.of(0)
              : OptionalInt.of(byCharacters(normal(given), text));
      case Value.Bytes(byte[] given) -> bytes(text).map(b -> order(given, b)).orElse(NONE);
      default -> NONE;
    };
  }

  private static final OptionalInt NONE = OptionalInt.empty();

  private static OptionalInt order(Value value, Constant.Moment moment) {
    return value instanceof Value.Text(String given, boolean address) && !address
        ? StixTime.parse(given).map(at -> OptionalInt.of(at.compareTo(moment.at()))).orElse(NONE)
        : NONE;
  }

  private static OptionalInt order(Value value, byte[] constant) {
    return switch (value) {
      case Value.Bytes(byte[] given) -> order(given, constant);
      case Value.Text(String given, boolean _) ->
          bytes(given).map(b -> order(b, constant)).orElse(NONE);
      default -> NONE;
    };
  }

  private static OptionalInt order(byte[] left, byte[] right) {
    return OptionalInt.of(Arrays.compareUnsigned(left, right));
  }

  /** A string as bytes, one for each character; empty where a character is none. */
  static Optional<byte[]> bytes(String text) {
    return text.chars().allMatch(c -> c < 256)
        ? Optional.of(text.getBytes(StandardCharsets.ISO_8859_1))
        : Optional.empty();
  }

  /** Strings are compared in Unicode's composed form. */
  static String normal(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** By code points: surrogates sort behind what one char can hold. */
  static int byCharacters(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean pairs = Character.isSurrogate(a) != Character.isSurrogate(b);
        return pairs ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** The prefix length of a single address may be left away (sections 6.9 and 6.10). */
  private static boolean sameAddress(String left, String right) {
    Optional<IPAddress> block = Block.read(left);
    return block.isPresent() && Block.read(right).filter(block.get()::equals).isPresent();
  }
}
