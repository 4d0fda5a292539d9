package org.tocsin.launcher.submit;

import tools.jackson.databind.JsonNode;

/**
 * What became of one submission: collected = observed + duplicate + suppressed + rejected +
 * pending.
 *
 * @param state {@code pending}, {@code complete} or {@code aborted}
 */
record Account(
    long collected,
    long observed,
    long duplicate,
    long suppressed,
    long rejected,
    long pending,
    String state) {

  static Account of(JsonNode json) {
    return new Account(
        json.path("collected").asLong(0),
        json.path("observed").asLong(0),
        json.path("duplicate").asLong(0),
        json.path("suppressed").asLong(0),
        json.path("rejected").asLong(0),
        json.path("pending").asLong(0),
        json.path("state").asString("pending"));
  }

  boolean isFinal() {
    return !state.equals("pending");
  }

  /** Nothing rejected, nothing broken off. */
  boolean isClean() {
    return state.equals("complete") && rejected == 0;
  }

  Account plus(Account other) {
    return new Account(
        collected + other.collected,
        observed + other.observed,
        duplicate + other.duplicate,
        suppressed + other.suppressed,
        rejected + other.rejected,
        pending + other.pending,
        "");
  }
}
