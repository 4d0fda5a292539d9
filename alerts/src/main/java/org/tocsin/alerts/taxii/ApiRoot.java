package org.tocsin.alerts.taxii;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What an API root is and does (TAXII 2.1 section 4.2.1).
 *
 * @param maxContentLength the largest body it takes, in bytes
 */
record ApiRoot(
    String title,
    String description,
    List<String> versions,
    @JsonProperty("max_content_length") int maxContentLength) {}
