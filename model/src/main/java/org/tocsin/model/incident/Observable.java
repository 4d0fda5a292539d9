package org.tocsin.model.incident;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Asn;
import org.tocsin.model.directory.Cidr;
import org.tocsin.model.directory.Domain;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.stix.ScoId;
import org.tocsin.model.stix.StixObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something of the net that people add to an incident: a whole cyber-observable object of STIX 2.1
 * with its id, or {@code {type, value}}, of which one is made.
 */
final class Observable {
  private static final int LONGEST = 10_000;
  private static final int LONGEST_VALUE = 4_000;

  /** STIX 2.1 section 6. */
  private static final Set<String> TYPES =
      Set.of(
          "artifact",
          "autonomous-system",
          "directory",
          "domain-name",
          "email-addr",
          "email-message",
          "file",
          "ipv4-addr",
          "ipv6-addr",
          "mac-addr",
          "mutex",
          "network-traffic",
          "process",
          "software",
          "url",
          "user-account",
          "windows-registry-key",
          "x509-certificate");

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern MAC = Pattern.compile("([0-9a-f]{2}:){5}[0-9a-f]{2}");

  /** By how many hexadecimal digits they have (STIX 2.1 section 10.6). */
  private static final Map<Integer, String> HASHES =
      Map.of(32, "MD5", 40, "SHA-1", 64, "SHA-256", 128, "SHA-512");

  private Observable() {}

  /**
   * Reads one.
   *
   * @throws RefusedException where it is none; the message names the field
   */
  static StixObject read(@Nullable JsonNode told) {
    if (!(told instanceof ObjectNode json)) {
      throw RefusedException.invalid("observable: must be {type, value} or a STIX object");
    }
    String type = text(json, "type");
    return json.has("id") ? whole(type, json) : made(type, text(json, "value").strip());
  }

  private static StixObject whole(String type, ObjectNode json) {
    if (!TYPES.contains(type)) {
      throw bad("type", "must be a cyber-observable of STIX 2.1, such as domain-name");
    }
    String id = text(json, "id");
    if (!id.startsWith(type + "--")
        || !UUID_TEXT.matcher(id.substring(type.length() + 2)).matches()) {
      throw bad("id", "must be the type, two hyphens and a UUID");
    }
    if (json.toString().length() > LONGEST) {
      throw RefusedException.invalid("observable: longer than " + LONGEST + " characters");
    }
    return new StixObject(json.deepCopy());
  }

  private static StixObject made(String type, String value) {
    if (value.isEmpty() || value.length() > LONGEST_VALUE) {
      throw bad("value", "must have 1 to " + LONGEST_VALUE + " characters");
    }
    return switch (type) {
      case "ip", "ipv4-addr", "ipv6-addr" -> address(type, value);
      case "domain", "domain-name" -> of("domain-name", "value", domain(value));
      case "url" -> of("url", "value", value);
      case "email", "email-addr" -> of("email-addr", "value", mail(value));
      case "mac-addr" -> of("mac-addr", "value", mac(value));
      case "user-account" -> of("user-account", "account_login", value);
      case "software" -> of("software", "name", value);
      case "asn", "autonomous-system" -> system(value);
      case "hash", "file" -> file(value);
      default ->
          throw bad(
              "type",
              "one of ip, domain-name, url, email-addr, autonomous-system, file, mac-addr,"
                  + " user-account, software; others as a whole STIX object");
    };
  }

  private static StixObject address(String type, String value) {
    String block = readable(() -> Cidr.parse(value).text(), "must be one IP address");
    boolean ipv6 = block.indexOf(':') >= 0;
    String whole = ipv6 ? "/128" : "/32";
    String found = ipv6 ? "ipv6-addr" : "ipv4-addr";
    if (!block.endsWith(whole) || !type.equals("ip") && !type.equals(found)) {
      throw bad("value", "must be one address of the type " + type);
    }
    return of(found, "value", block.substring(0, block.length() - whole.length()));
  }

  private static String domain(String value) {
    return readable(() -> Domain.parse(value).name(), "must be a domain name");
  }

  private static String mail(String value) {
    int at = value.lastIndexOf('@');
    if (at < 1 || at == value.length() - 1 || value.chars().anyMatch(Character::isWhitespace)) {
      throw bad("value", "must be a mail address");
    }
    return value;
  }

  private static String mac(String value) {
    String lower = value.toLowerCase(Locale.ROOT).replace('-', ':');
    if (!MAC.matcher(lower).matches()) {
      throw bad("value", "must be six pairs of hexadecimal digits");
    }
    return lower;
  }

  private static StixObject system(String value) {
    String text = value.matches("[0-9]{1,10}") ? "AS" + value : value;
    long number = readable(() -> Asn.parse(text).number(), "must be AS and a number");
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("number", number);
    return of("autonomous-system", json, json);
  }

  /** The hash alone contributes to the id (STIX 2.1 section 6.7). */
  private static StixObject file(String value) {
    String hex = value.toLowerCase(Locale.ROOT);
    @Nullable String algorithm = HASHES.get(hex.length());
    if (algorithm == null || !hex.matches("[0-9a-f]+")) {
      throw bad("value", "must be a hash of 32, 40, 64 or 128 hexadecimal digits");
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("hashes").put(algorithm, hex);
    return of("file", json, json);
  }

  private static StixObject of(String type, String property, String value) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put(property, value);
    return of(type, json, json);
  }

  private static StixObject of(String type, ObjectNode contributing, ObjectNode properties) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", type)
            .put("spec_version", "2.1")
            .put("id", ScoId.of(type, contributing));
    json.setAll(properties);
    return new StixObject(json);
  }

  private static <T> T readable(Supplier<T> read, String otherwise) {
    try {
      return read.get();
    } catch (IllegalArgumentException e) {
      throw bad("value", otherwise);
    }
  }

  private static String text(ObjectNode json, String property) {
    JsonNode value = json.get(property);
    if (value == null || !value.isString()) {
      throw bad(property, "must be a text");
    }
    return value.stringValue();
  }

  private static RefusedException bad(String property, String what) {
    return RefusedException.invalid("observable." + property + ": " + what);
  }
}
