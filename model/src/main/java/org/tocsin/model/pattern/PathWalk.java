package org.tocsin.model.pattern;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tocsin.model.pattern.ObjectPath.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Follows an object path from an object to the values it leads to (section 9.7). */
final class PathWalk {
  private final List<Step> steps;
  private final Map<String, ObjectNode> known;
  private final Effort effort;

  PathWalk(ObjectPath path, Map<String, ObjectNode> known, Effort effort) {
    this.steps = path.steps();
    this.known = known;
    this.effort = effort;
  }

  /** Whether any value it leads to from there is such a one. */
  boolean any(ObjectNode object, Predicate<Value> such) {
    return any(object, object, "", 0, such);
  }

  private boolean any(
      JsonNode at, JsonNode object, String property, int step, Predicate<Value> such) {
    effort.spend(1);
    if (step == steps.size()) {
      return !at.isNull() && such.test(Value.of(at, property, object.path("type").asString("")));
    }
    return switch (steps.get(step)) {
      case Step.Property next -> property(at, object, property, next.name(), step, such);
      case Step.Element element ->
          at.isArray()
              && element.index() < at.size()
              && any(at.get(element.index()), object, property, step + 1, such);
      case Step.Each _ -> each(at, object, property, step, such);
    };
  }

  private boolean property(
      JsonNode at, JsonNode object, String came, String name, int step, Predicate<Value> such) {
    boolean reference = came.endsWith("_ref") || came.endsWith("_refs");
    if (reference && at.isString()) {
      ObjectNode target = known.get(at.stringValue());
      return target != null && property(target, target, "", name, step, such);
    }
    JsonNode next = at.isObject() ? at.get(name) : null;
    return next != null && any(next, object, name, step + 1, such);
  }

  private boolean each(
      JsonNode at, JsonNode object, String property, int step, Predicate<Value> such) {
    if (at.isArray()) {
      for (JsonNode element : at) {
        if (any(element, object, property, step + 1, such)) {
          return true;
        }
      }
    }
    return false;
  }
}
