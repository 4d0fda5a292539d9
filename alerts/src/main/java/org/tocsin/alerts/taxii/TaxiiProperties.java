package org.tocsin.alerts.taxii;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The TAXII server.
 *
 * @param maxContentLength the largest envelope it takes, at most 32MB; default 10MB
 */
@ConfigurationProperties("tocsin.taxii")
public record TaxiiProperties(@DefaultValue("10MB") DataSize maxContentLength) {
  private static final long MOST = DataSize.ofMegabytes(32).toBytes();

  /** Throws IllegalArgumentException for more than a raw record can hold. */
  public TaxiiProperties {
    if (maxContentLength.toBytes() < 1 || maxContentLength.toBytes() > MOST) {
      throw new IllegalArgumentException("tocsin.taxii.max-content-length is 1B to 32MB");
    }
  }
}
