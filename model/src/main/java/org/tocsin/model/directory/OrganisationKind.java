package org.tocsin.model.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an organisation is to the node. */
public enum OrganisationKind {
  /** The CERT of a whole country: the node's own one, too. */
  NATIONAL_CERT,
  /** Where another country, sector or company is reached for incident handling. */
  FOCAL_POINT,
  /** An organisation the node serves. */
  CONSTITUENT,
  /** The CERT of one sector, such as energy. */
  SECTOR,
  /** Another node of the network. */
  PEER;

  /** The kind as it is written, such as {@code national-cert}. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The kind of that key.
   *
   * @throws IllegalArgumentException where there is none; the message is fit for whoever asked
   */
  @JsonCreator
  public static OrganisationKind ofKey(String key) {
    return Arrays.stream(values())
        .filter(kind -> kind.key().equals(key))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "one of "
                    + Arrays.stream(values())
                        .map(OrganisationKind::key)
                        .collect(Collectors.joining(", "))));
  }
}
