package org.tocsin.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this node reads besides the formats that everybody knows.
 *
 * @param mappings folder of the operator's own mappings of lists and tables; empty, the default,
 *     for none
 */
@ConfigurationProperties("tocsin.formats")
record FormatProperties(@DefaultValue("") String mappings) {

  /** The folder; null where there is none. */
  @Nullable Path folder() {
    return mappings.isBlank() ? null : Path.of(mappings.strip());
  }
}
