package org.tocsin.formats.csaf;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The mandatory tests of CSAF 2.0 (section 6.1) for a document that is valid by its schema. Left
 * out are 6.1.8 to 6.1.10, on scores by CVSS, and 6.1.11, on weaknesses by CWE: the documents
 * written here hold neither.
 */
public final class MandatoryTests {
  private MandatoryTests() {}

  /**
   * Something a document fails on.
   *
   * @param test the section, such as {@code 6.1.14}
   * @param path JSON pointer to what is wrong
   */
  public record Failure(String test, String path) {}

  /** What the document fails on; nothing where it passes. */
  public static List<Failure> failures(JsonNode root) {
    List<Failure> failures = new ArrayList<>();
    new ProductTests(root, failures).run();
    new VulnerabilityTests(root, failures).run();
    new RevisionTests(root, failures).run();
    new DocumentTests(root, failures).run();
    new ProfileTests(root, failures).run();
    return failures;
  }
}
