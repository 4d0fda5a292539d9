package org.tocsin.model.stix;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How JSON of outsiders is read and written: numbers keep their digits, a name twice in one object
 * is an error, and size and depth have limits that hold before memory is spent.
 */
public final class StixJson {
  /** The deepest nesting of arrays and objects that is read. */
  public static final int MAX_DEPTH = 100;

  /**
   * The longest string that is read, in characters: an artifact's payload may fill a whole raw
   * record.
   */
  public static final int MAX_STRING = 32 * 1024 * 1024;

  /**
   * The most tokens (names, values, brackets) that are read of one document: a tree takes far more
   * memory than its text.
   */
  public static final long MAX_TOKENS = 1_000_000;

  /** The mapper; thread-safe. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_STRING)
                          .maxTokenCount(MAX_TOKENS)
                          .maxNumberLength(400)
                          .maxNameLength(2_000)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StixJson() {}
}
