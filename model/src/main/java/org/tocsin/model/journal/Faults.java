package org.tocsin.model.journal;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Says what is wrong with a tree, in words that are fit for whoever sent it. */
final class Faults {
  private Faults() {}

  static String of(JacksonException e) {
    String path =
        e.getPath().stream()
            .map(step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getPropertyName())
            .collect(Collectors.joining());
    String field = path.startsWith(".") ? path.substring(1) : path;
    String what =
        e.getCause() instanceof IllegalArgumentException curated
            ? String.valueOf(curated.getMessage())
            : "not what belongs there";
    return field.isEmpty() ? what : field + ": " + what;
  }
}
