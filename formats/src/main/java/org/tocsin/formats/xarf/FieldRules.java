package org.tocsin.formats.xarf;

import java.util.List;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.Table;
import tools.jackson.databind.JsonNode;

/** Which fields a version has and what each holds; a table of the package says it. */
final class FieldRules {
  private record Rule(String path, Kind kind, boolean required) {}

  private final List<Rule> rules;

  /** The rules of that table. */
  FieldRules(String table) {
    rules = Table.beside(FieldRules.class, table).stream().map(FieldRules::rule).toList();
  }

  private static Rule rule(List<String> line) {
    String kind = line.get(1);
    boolean required = kind.endsWith("+");
    String name = required ? kind.substring(0, kind.length() - 1) : kind;
    return new Rule(line.get(0), Kind.of(name), required);
  }

  /**
   * Holds a report against the rules, in their order.
   *
   * @throws Fault for the first field that is missing or holds what it must not
   */
  void check(JsonNode report) throws Fault {
    for (Rule rule : rules) {
      JsonNode value = report.at(rule.path());
      if (value.isMissingNode()) {
        if (rule.required()) {
          throw Fault.missing(rule.path(), "a report has this field");
        }
      } else if (!rule.kind().fits(value)) {
        throw Fault.bad(rule.path(), "this is not " + rule.kind().meaning());
      }
    }
  }
}
