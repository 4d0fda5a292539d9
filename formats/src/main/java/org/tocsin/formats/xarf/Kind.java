package org.tocsin.formats.xarf;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tocsin.formats.record.Timestamps;
import org.tocsin.formats.sco.EmailAddress;
import org.tocsin.formats.sco.IpAddress;
import tools.jackson.databind.JsonNode;

/** What a field of a report may hold. */
enum Kind {
  TEXT("a text", JsonNode::isString),
  WORD("a text of at least three characters", node -> length(node) >= 3),
  OBJECT("an object", JsonNode::isObject),
  TRUTH("true or false", JsonNode::isBoolean),
  NUMBER("a whole number from 0", node -> isWithin(node, 0, Long.MAX_VALUE)),
  SHARE("a number from 0 to 1", Kind::isShare),
  TIME("a time", node -> node.isString() && isTime(node.stringValue())),
  ADDRESS(
      "an IP address", node -> node.isString() && IpAddress.parse(node.stringValue()).isPresent()),
  PORT("a port", node -> isWithin(node, 0, 65_535)),
  PORTS("a port or a list of ports", node -> all(node, one -> isWithin(one, 0, 65_535))),
  SYSTEM("the number of an autonomous system", node -> isWithin(node, 1, 4_294_967_295L)),
  HOST("a host name", node -> matches(node, Patterns.HOST)),
  MAIL("a mail address", node -> node.isString() && isMail(node.stringValue())),
  URL("a URL", node -> matches(node, Patterns.URL)),
  TEXTS("a list of texts", node -> node.isArray() && all(node, JsonNode::isString)),
  TEXTS_BY_NAME("an object of texts", node -> node.isObject() && each(node, JsonNode::isString)),
  PLAIN_BY_NAME(
      "an object of texts and whole numbers",
      node -> node.isObject() && each(node, one -> one.isString() || one.isIntegralNumber())),
  SAMPLES("a list of samples", node -> isFilled(node) && all(node, Kind::isSample)),
  EVIDENCE(
      "a list of evidence",
      node -> node.isArray() && all(node, one -> has(one, "content_type") && has(one, "payload"))),
  VERSION("a version that is known", node -> matches(node, Patterns.VERSION)),
  SEVERITY("low, medium or high", node -> isOneOf(node, Set.of("low", "medium", "high"))),
  TRANSPORT("tcp or udp", node -> isOneOf(node, Set.of("tcp", "udp"))),
  ALGORITHM("a hash algorithm that is known", node -> isOneOf(node, Patterns.ALGORITHMS)),
  CATEGORY("a category that is known", node -> isOneOf(node, Patterns.CATEGORIES)),
  CVE("a CVE number", node -> matches(node, Patterns.CVE)),
  CVSS("a CVSS rating", Kind::isRating);

  private static final class Patterns {
    static final Pattern HOST = Pattern.compile("[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){0,126}");
    static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://\\S+");
    static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,7}");
    static final Pattern VERSION = Pattern.compile("[1-4](\\.[0-9]{1,3}){0,2}|alpha|development");
    static final Set<String> ALGORITHMS =
        Set.of(
            "md5",
            "sha1",
            "sha2",
            "sha3",
            "sha256",
            "sha512",
            "argon2id",
            "scrypt",
            "bcrypt",
            "pbkdf2");
    static final Set<String> CATEGORIES =
        Set.of(
            "messaging",
            "content",
            "copyright",
            "connection",
            "vulnerability",
            "infrastructure",
            "reputation");

    private Patterns() {}
  }

  private final String meaning;
  private final Predicate<JsonNode> test;

  Kind(String meaning, Predicate<JsonNode> test) {
    this.meaning = meaning;
    this.test = test;
  }

  static Kind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** What it is, to go on after "this is not". */
  String meaning() {
    return meaning;
  }

  boolean fits(JsonNode value) {
    return test.test(value);
  }

  private static int length(JsonNode node) {
    return node.isString() ? node.stringValue().length() : 0;
  }

  private static boolean isWithin(JsonNode node, long from, long to) {
    return node.isIntegralNumber()
        && node.canConvertToLong()
        && node.longValue() >= from
        && node.longValue() <= to;
  }

  private static boolean isShare(JsonNode node) {
    return node.isNumber() && node.doubleValue() >= 0 && node.doubleValue() <= 1;
  }

  private static boolean isTime(String text) {
    return Timestamps.parse(text).isPresent();
  }

  private static boolean isMail(String text) {
    return EmailAddress.parse(text).isPresent();
  }

  private static boolean matches(JsonNode node, Pattern pattern) {
    return node.isString()
        && node.stringValue().length() < 4_096
        && pattern.matcher(node.stringValue()).matches();
  }

  private static boolean isOneOf(JsonNode node, Set<String> words) {
    return node.isString() && words.contains(node.stringValue());
  }

  private static boolean isFilled(JsonNode node) {
    return node.isArray() && !node.isEmpty();
  }

  /** Whether each element of a list is so, or the one value where it is no list. */
  private static boolean all(JsonNode node, Predicate<JsonNode> test) {
    return node.isArray() ? each(node, test) : test.test(node);
  }

  private static boolean each(JsonNode node, Predicate<JsonNode> test) {
    for (JsonNode element : node) {
      if (!test.test(element)) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(JsonNode object, String name) {
    return object.path(name).isString();
  }

  /** What it is and its content, or a file by name. */
  private static boolean isSample(JsonNode sample) {
    boolean content = has(sample, "ContentType") && has(sample, "Payload");
    JsonNode encoded = sample.path("Base64Encoded");
    JsonNode description = sample.path("Description");
    return (content || has(sample, "FileName"))
        && (encoded.isMissingNode() || encoded.isBoolean())
        && (description.isMissingNode() || description.isString());
  }

  /** A vector of version 3 begins with its version, one of version 2 does not. */
  private static boolean isRating(JsonNode rating) {
    String version = rating.path("Version").asString("");
    String vector = rating.path("Vector").asString("");
    return switch (version) {
      case "2" -> vector.startsWith("AV:") || vector.startsWith("(AV:");
      case "3.0", "3.1" -> vector.startsWith("CVSS:" + version + "/AV:");
      default -> false;
    };
  }
}
