package org.tocsin.web.security;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The realm that says who is who.
 *
 * @param issuer the realm's address as browsers and tokens have it ({@code
 *     TOCSIN_IDENTITY_ISSUER}), without a slash at the end
 * @param backchannel the realm's address as this process reaches it ({@code
 *     TOCSIN_IDENTITY_BACKCHANNEL}), null where it is the issuer's
 * @param consoleClientId the client the console signs people in with ({@code
 *     TOCSIN_IDENTITY_CONSOLE_CLIENT_ID})
 * @param consoleSecret that client's secret ({@code TOCSIN_IDENTITY_CONSOLE_SECRET}), null where
 *     the client is a public one
 * @param sessionLife how long a person stays signed in before the realm is asked again ({@code
 *     TOCSIN_IDENTITY_SESSION_LIFE}): a role taken away lasts no longer than this
 */
@ConfigurationProperties("tocsin.identity")
public record IdentityProperties(
    @DefaultValue("http://127.0.0.1:8180/realms/tocsin") URI issuer,
    @Nullable URI backchannel,
    @DefaultValue("tocsin-console") String consoleClientId,
    @Nullable String consoleSecret,
    @DefaultValue("8h") Duration sessionLife) {

  /** Throws IllegalArgumentException for an address that is not absolute or ends in a slash. */
  public IdentityProperties {
    requireAddress("tocsin.identity.issuer", issuer);
    if (backchannel != null) {
      requireAddress("tocsin.identity.backchannel", backchannel);
    }
  }

  private static void requireAddress(String key, URI address) {
    if (!address.isAbsolute() || address.getHost() == null || address.toString().endsWith("/")) {
      throw new IllegalArgumentException(
          key + " must be an absolute address without a slash at the end, but is " + address);
    }
  }

  /** Whether the console's client has a secret. */
  boolean hasConsoleSecret() {
    return consoleSecret != null && !consoleSecret.isEmpty();
  }
}
