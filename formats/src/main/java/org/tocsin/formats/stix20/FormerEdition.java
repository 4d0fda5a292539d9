package org.tocsin.formats.stix20;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.stix.Edition;
import org.tocsin.model.report.NodeNamespace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns objects of STIX 2.0 into STIX 2.1. What 2.1 has a new place for goes there; what it has
 * none for stays. Not thread-safe: it remembers the markings of one raw record.
 */
final class FormerEdition implements Edition {
  private static final String PATTERN_TYPE = "pattern_type";

  private final NodeNamespace namespace;

  /** Markings of TLP with an id of their own, and the ones STIX 2.1 knows instead. */
  private final Map<String, String> markings = new HashMap<>();

  FormerEdition(NodeNamespace namespace) {
    this.namespace = namespace;
  }

  @Override
  public List<Carried> upgrade(ObjectNode object) throws Fault {
    if (isNewer(object)) {
      return List.of();
    }
    object.put("spec_version", "2.1");
    switch (object.path("type").asString("")) {
      case "indicator" -> upgradeIndicator(object);
      case "malware" -> {
        moveLabels(object, "malware_types", FormerLabels.MALWARE);
        object.putIfAbsent("is_family", object.booleanNode(true));
      }
      case "report" -> moveLabels(object, "report_types", FormerLabels.REPORT);
      case "threat-actor" -> moveLabels(object, "threat_actor_types", FormerLabels.THREAT_ACTOR);
      case "tool" -> moveLabels(object, "tool_types", FormerLabels.TOOL);
      case "marking-definition" -> FormerMarking.upgrade(object, markings);
      case "observed-data" -> {
        return upgradeObserved(object);
      }
      default -> {}
    }
    return List.of();
  }

  /** A bundle of 2.0 may hold what is 2.1 already. */
  private static boolean isNewer(ObjectNode object) throws Fault {
    JsonNode version = object.get("spec_version");
    if (version == null || version.asString("").equals("2.0")) {
      return false;
    }
    if (version.asString("").equals("2.1")) {
      return true;
    }
    throw Fault.bad("/spec_version", "This is neither STIX 2.0 nor STIX 2.1.");
  }

  private static void upgradeIndicator(ObjectNode indicator) {
    moveLabels(indicator, "indicator_types", FormerLabels.INDICATOR);
    if (!indicator.has(PATTERN_TYPE) && indicator.path("pattern").isString()) {
      indicator
          .put("pattern", FormerPattern.upgrade(indicator.path("pattern").stringValue()))
          .put(PATTERN_TYPE, "stix")
          .put("pattern_version", "2.1");
    }
  }

  /** What the vocabulary of the type knows becomes its types; other labels stay labels. */
  private static void moveLabels(ObjectNode object, String property, Set<String> vocabulary) {
    if (object.has(property) || !(object.get("labels") instanceof ArrayNode labels)) {
      return;
    }
    ArrayNode types = object.arrayNode();
    ArrayNode left = object.arrayNode();
    labels.forEach(label -> (vocabulary.contains(label.asString("")) ? types : left).add(label));
    if (!types.isEmpty()) {
      object.set(property, types);
    }
    if (left.isEmpty()) {
      object.remove("labels");
    } else {
      object.set("labels", left);
    }
  }

  private List<Carried> upgradeObserved(ObjectNode observed) throws Fault {
    JsonNode dictionary = observed.get("objects");
    if (dictionary == null) {
      throw Fault.missing("/objects", "STIX 2.0 asks for this property.");
    }
    if (!(dictionary instanceof ObjectNode objects) || objects.isEmpty()) {
      throw Fault.bad("/objects", "The objects observed are a dictionary that holds some.");
    }
    String id = observed.path("id").asString("");
    List<Carried> carried = new FormerObservables(objects, id, namespace).read();
    observed.remove("objects");
    ArrayNode refs = observed.putArray("object_refs");
    carried.forEach(one -> refs.add(one.object().id()));
    return carried;
  }

  @Override
  public void settle(ObjectNode object) {
    if (markings.isEmpty()) {
      return;
    }
    if (object.get("object_marking_refs") instanceof ArrayNode refs) {
      for (int i = 0; i < refs.size(); i++) {
        String known = markings.get(refs.get(i).asString(""));
        if (known != null) {
          refs.set(i, known);
        }
      }
    }
    for (JsonNode granular : object.path("granular_markings")) {
      String known = markings.get(granular.path("marking_ref").asString(""));
      if (known != null && granular instanceof ObjectNode marking) {
        marking.put("marking_ref", known);
      }
    }
  }
}
