package org.tocsin.formats.stix20;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.sco.ContributingProperties;
import org.tocsin.formats.stix.Edition.Carried;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.stix.NameBasedId;
import org.tocsin.model.stix.ScoId;
import org.tocsin.model.stix.StixObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The dictionary of observables an observed-data of STIX 2.0 carries, as objects of their own. They
 * refer to each other by its keys, and an id may be made of what it refers to. Not thread-safe.
 */
final class FormerObservables {
  private final ObjectNode dictionary;
  private final String owner;
  private final NodeNamespace namespace;
  private final Map<String, String> ids = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /**
   * A dictionary.
   *
   * @param owner id of the observed-data it belongs to
   */
  FormerObservables(ObjectNode dictionary, String owner, NodeNamespace namespace) {
    this.dictionary = dictionary;
    this.owner = owner;
    this.namespace = namespace;
  }

  /** The observables, in order, each once. */
  List<Carried> read() throws Fault {
    List<String> keys = List.copyOf(dictionary.propertyNames());
    for (String key : keys) {
      ObjectNode observable = observable(key);
      nameOfImage(observable, key);
      FormerProperties.upgrade(type(observable), observable);
    }
    for (String key : List.copyOf(dictionary.propertyNames())) {
      id(key);
    }
    Map<String, Carried> carried = new LinkedHashMap<>();
    for (String key : List.copyOf(dictionary.propertyNames())) {
      ObjectNode observable = observable(key);
      refer(observable, path(key));
      String id = ids.getOrDefault(key, "");
      carried.putIfAbsent(id, new Carried(path(key), new StixObject(withHead(id, observable))));
    }
    return new ArrayList<>(carried.values());
  }

  private static ObjectNode withHead(String id, ObjectNode observable) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("type", type(observable)).put("spec_version", "2.1").put("id", id);
    observable
        .properties()
        .forEach(property -> object.putIfAbsent(property.getKey(), property.getValue()));
    return object;
  }

  private static String path(String key) {
    return "/objects/" + key.replace("~", "~0").replace("/", "~1");
  }

  private static String type(ObjectNode observable) {
    return observable.path("type").asString("");
  }

  private ObjectNode observable(String key) throws Fault {
    if (dictionary.get(key) instanceof ObjectNode observable) {
      if (type(observable).isEmpty()) {
        throw Fault.missing(path(key) + "/type", "Every observable has a type.");
      }
      return observable;
    }
    throw Fault.bad(path(key), "An observable is a JSON object.");
  }

  /** A process has no name any more: it is the name of the file it runs. */
  private void nameOfImage(ObjectNode observable, String key) {
    JsonNode name = observable.get("name");
    if (type(observable).equals("process")
        && name != null
        && name.isString()
        && !observable.has("binary_ref")) {
      String image = key + "-image";
      dictionary.putObject(image).put("type", "file").set("name", name);
      observable.put("binary_ref", image);
      observable.remove("name");
    }
  }

  /** The id of the observable at that key; of one that refers to itself, one of our own making. */
  private String id(String key) throws Fault {
    String known = ids.get(key);
    if (known != null) {
      return known;
    }
    ObjectNode observable = observable(key);
    String type = type(observable);
    if (!open.add(key)) {
      return ids.computeIfAbsent(key, own -> ownId(type, own));
    }
    ObjectNode contributing =
        ContributingProperties.of(type, observable).map(ObjectNode::deepCopy).orElse(null);
    if (contributing != null) {
      refer(contributing, path(key));
    }
    open.remove(key);
    return ids.computeIfAbsent(
        key, own -> contributing == null ? ownId(type, own) : ScoId.of(type, contributing));
  }

  /** STIX 2.1 section 2.9 leaves these ids to whoever makes the object. */
  private String ownId(String type, String key) {
    return type
        + "--"
        + NameBasedId.in(namespace.id())
            .part("observable")
            .part(owner.getBytes(UTF_8))
            .part(key)
            .id();
  }

  /** Puts ids where the keys of the dictionary stand, at any depth. */
  private void refer(JsonNode node, String path) throws Fault {
    if (node instanceof ObjectNode object) {
      for (String property : List.copyOf(object.propertyNames())) {
        JsonNode value = object.path(property);
        String at = path + "/" + property;
        if (property.endsWith("_ref") && value.isString()) {
          object.put(property, referred(value, at));
        } else if (property.endsWith("_refs") && value instanceof ArrayNode refs) {
          for (int i = 0; i < refs.size(); i++) {
            refs.set(i, referred(refs.get(i), at + "/" + i));
          }
        } else {
          refer(value, at);
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        refer(array.get(i), path + "/" + i);
      }
    }
  }

  private String referred(JsonNode reference, String path) throws Fault {
    String key = reference.asString("");
    if (key.contains("--")) {
      return key;
    }
    if (!dictionary.has(key)) {
      throw Fault.bad(path, "This refers to an observable that is not there.");
    }
    return id(key);
  }
}
