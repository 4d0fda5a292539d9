package org.tocsin.formats.stix;

import com.networknt.schema.Error;
import java.util.Comparator;
import java.util.List;
import org.tocsin.model.report.RejectReason;

/** Says in our words what a schema found: the one error that helps most, and how many more. */
final class SchemaFault {
  private static final int MAX_PATH = 300;

  private SchemaFault() {}

  static FaultyObjectException of(List<Error> errors) {
    Error error =
        errors.stream().min(Comparator.comparingInt(SchemaFault::vagueness)).orElseThrow();
    boolean missing = error.getKeyword().equals("required");
    return new FaultyObjectException(
        missing ? RejectReason.MISSING_FIELD : RejectReason.BAD_VALUE,
        path(error),
        sentence(error.getKeyword()) + rule(error));
  }

  /** An error within one of several alternatives may be no error at all in another. */
  private static int vagueness(Error error) {
    String way = error.getEvaluationPath().toString();
    if (way.contains("/oneOf/") || way.contains("/anyOf/") || way.contains("/not/")) {
      return 2;
    }
    return error.getKeyword().endsWith("Of") ? 1 : 0;
  }

  private static String path(Error error) {
    String path = error.getInstanceLocation().toString();
    if (error.getProperty() != null) {
      path += "/" + error.getProperty().replace("~", "~0").replace("/", "~1");
    }
    return path.length() <= MAX_PATH ? path : path.substring(0, MAX_PATH);
  }

  private static String sentence(String keyword) {
    return switch (keyword) {
      case "required" -> "STIX 2.1 asks for this property.";
      case "type" -> "STIX 2.1 asks for another kind of value here.";
      case "pattern", "format" -> "The value does not have the form STIX 2.1 prescribes.";
      case "enum", "const" -> "The value is none of those STIX 2.1 allows here.";
      case "minItems", "minProperties" -> "An empty list or dictionary is left out, not written.";
      case "minimum", "maximum" -> "The number is outside the range STIX 2.1 allows.";
      case "minLength", "maxLength" -> "The text is shorter or longer than STIX 2.1 allows.";
      case "additionalProperties", "propertyNames" ->
          "STIX 2.1 allows no property of this name here.";
      case "not" -> "STIX 2.1 forbids this value or property here.";
      default -> "What is here does not fit together as STIX 2.1 asks.";
    };
  }

  private static String rule(Error error) {
    String location = error.getSchemaLocation().toString();
    return " (Rule "
        + error.getKeyword()
        + " of "
        + location.replaceFirst("^.*/schemas/", "").replaceFirst("#.*", "")
        + ".)";
  }
}
