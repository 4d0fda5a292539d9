package org.tocsin.formats.sco;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.ScoId;
import org.tocsin.model.stix.StixObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The cyber-observable objects of one record, each once, in the order they were first named. Every
 * method that adds an object answers its id (STIX 2.1 section 2.9); the properties that contribute
 * to it are those the section of its type lists. Not thread-safe.
 */
public final class ScoSet {
  private final Map<String, ObjectNode> objects = new LinkedHashMap<>();

  /** An ipv4-addr or ipv6-addr (sections 6.9 and 6.10). */
  public String address(IpAddress address) {
    return add(address.ipv6() ? "ipv6-addr" : "ipv4-addr", "value", address.value());
  }

  /** An autonomous-system (section 6.2). */
  public String autonomousSystem(Asn system) {
    return autonomousSystem(system.number());
  }

  /**
   * An autonomous-system (section 6.2).
   *
   * @param number 0 to 4294967295
   */
  public String autonomousSystem(long number) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("number", number);
    return add("autonomous-system", json, json);
  }

  /** A domain-name (section 6.4). */
  public String domainName(DomainName name) {
    return add("domain-name", "value", name.value());
  }

  /** A url (section 6.15). */
  public String url(WebAddress address) {
    return add("url", "value", address.value());
  }

  /** An email-addr (section 6.5). */
  public String emailAddress(EmailAddress address) {
    return add("email-addr", "value", address.value());
  }

  /**
   * An email-message (section 6.6); its id needs an author, a subject or a body.
   *
   * @throws IllegalArgumentException where it has none of them
   */
  public String emailMessage(EmailMessage message) {
    ObjectNode contributing = message.contributing();
    if (contributing.isEmpty()) {
      throw new IllegalArgumentException("a mail without author, subject and body");
    }
    return add("email-message", contributing, message.json());
  }

  /** A mac-addr (section 6.8). */
  public String macAddress(MacAddress address) {
    return add("mac-addr", "value", address.value());
  }

  /** A user-account (section 6.16) of which only the login is known. */
  public String userAccount(String login) {
    return add("user-account", "account_login", login);
  }

  /** A software (section 6.14). */
  public String software(String name, @Nullable String version) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", name);
    if (version != null) {
      json.put("version", version);
    }
    return add("software", json, json);
  }

  /** A file (section 6.7) of which at least one hash is known. */
  public String file(Hashes hashes) {
    ObjectNode contributing = JsonNodeFactory.instance.objectNode();
    contributing.set("hashes", hashes.contributing());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("hashes", hashes.json());
    return add("file", contributing, json);
  }

  /** A file (section 6.7) of which only the name is known. */
  public String fileNamed(FileName name) {
    return add("file", "name", name.value());
  }

  /** A mutex (section 6.11). */
  public String mutex(MutexName name) {
    return add("mutex", "name", name.value());
  }

  /**
   * An observable of another type, as it is to be written.
   *
   * @param properties those of its type; at least one of them contributes to its id
   */
  public String other(String type, ObjectNode properties) {
    ObjectNode contributing =
        ContributingProperties.of(type, properties)
            .orElseThrow(() -> new IllegalArgumentException("a " + type + " without identity"));
    return add(type, contributing, properties);
  }

  /** An x509-certificate (section 6.18) that {@link Certificate#isIdentified}. */
  public String certificate(Certificate certificate) {
    return add("x509-certificate", certificate.contributing(), certificate.json());
  }

  /** A network-traffic (section 6.12). */
  public String networkTraffic(NetworkTraffic traffic) {
    ObjectNode json = traffic.json();
    return add("network-traffic", json, json);
  }

  /** Says of an address in this set which autonomous system in this set it belongs to. */
  public void belongsTo(String address, String autonomousSystem) {
    refer(address, "belongs_to_refs", autonomousSystem);
  }

  /** Says of a domain name in this set which address in this set it resolves to. */
  public void resolvesTo(String domainName, String address) {
    refer(domainName, "resolves_to_refs", address);
  }

  /** The ids, in order. */
  public Set<String> ids() {
    return objects.keySet();
  }

  /** The objects, in order; this set is not to be used any more. */
  public List<StixObject> objects() {
    return objects.values().stream().map(StixObject::new).toList();
  }

  private String add(String type, String property, String value) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put(property, value);
    return add(type, json, json);
  }

  private String add(String type, ObjectNode contributing, ObjectNode properties) {
    String id = ScoId.of(type, contributing);
    if (!objects.containsKey(id)) {
      objects.put(id, begin(type, id).setAll(properties));
    }
    return id;
  }

  private static ObjectNode begin(String type, String id) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("spec_version", "2.1")
        .put("id", id);
  }

  private void refer(String from, String property, String to) {
    ObjectNode object = objects.get(from);
    if (object == null) {
      throw new IllegalArgumentException(from + " is not in the set");
    }
    ArrayNode refs =
        object.get(property) instanceof ArrayNode there ? there : object.putArray(property);
    for (JsonNode ref : refs) {
      if (ref.stringValue().equals(to)) {
        return;
      }
    }
    refs.add(to);
  }
}
