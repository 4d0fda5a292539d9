package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.Hunts.Hunted;
import org.tocsin.store.StoredObservation;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.search.HuntDesk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Patterns held against what was observed. */
@RestController
@Tag(name = "Observations", description = "What was seen, as STIX 2.1")
final class HuntsApi {
  private static final int USUAL_DAYS = 30;
  private static final int MOST_IDS = 1_000;

  private final HuntDesk desk;

  HuntsApi(HuntDesk desk) {
    this.desk = desk;
  }

  /**
   * What was found.
   *
   * @param observations ids of observations that take part in a match, at most 1,000
   * @param found how many take part
   * @param times how often the pattern was found
   * @param complete false where there was too much to look at; then there may be more
   */
  record HuntBody(List<UUID> observations, int found, long times, boolean complete) {
    static HuntBody of(Hunted hunted) {
      return new HuntBody(
          hunted.observations().stream().limit(MOST_IDS).map(StoredObservation::id).toList(),
          hunted.observations().size(),
          hunted.times(),
          hunted.complete());
    }
  }

  @PostMapping("/api/hunts")
  @Operation(
      summary = "Hold a STIX pattern against what was observed",
      description =
          "{pattern, days}, 30 days where none are given. Every observation expression has to"
              + " compare an indexed value (address, block, domain, URL, hash, mail address, ASN)"
              + " with =, IN or ISSUBSET. Keeps nothing. For the team.")
  HuntBody hunt(@RequestBody ObjectNode body, Reader reader) {
    JsonNode days = body.path("days");
    if (!days.isMissingNode() && !days.isInt()) {
      throw new BadParameterException("days", "'days' is a whole number.");
    }
    return HuntBody.of(
        desk.hunt(body.path("pattern").asString(""), days.asInt(USUAL_DAYS), reader));
  }
}
