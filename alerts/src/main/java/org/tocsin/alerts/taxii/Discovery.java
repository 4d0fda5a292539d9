package org.tocsin.alerts.taxii;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is on this server (TAXII 2.1 section 4.1.1).
 *
 * @param contact whom to write to, null where the node names nobody
 * @param standard the API root to use
 */
@JsonInclude(Include.NON_NULL)
record Discovery(
    String title,
    String description,
    @Nullable String contact,
    @JsonProperty("default") String standard,
    @JsonProperty("api_roots") List<String> apiRoots) {}
