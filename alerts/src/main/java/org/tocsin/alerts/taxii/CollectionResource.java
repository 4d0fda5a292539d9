package org.tocsin.alerts.taxii;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;

/**
 * A collection, as it is told of (TAXII 2.1 section 5.2.1).
 *
 * @param canRead whether the one who asks may read it
 * @param canWrite whether the one who asks may add to it
 */
record CollectionResource(
    UUID id,
    String title,
    String description,
    String alias,
    @JsonProperty("can_read") boolean canRead,
    @JsonProperty("can_write") boolean canWrite,
    @JsonProperty("media_types") List<String> mediaTypes) {

  /** All of them (section 5.1.1). */
  @JsonInclude(Include.NON_EMPTY)
  record All(List<CollectionResource> collections) {}
}
