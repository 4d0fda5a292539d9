package org.tocsin.web.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.tocsin.web.problem.IdentityUnavailableException;

/**
 * Reads access tokens of the realm. Its keys are fetched when the first token comes, kept, and used
 * on while Keycloak is away; thread-safe.
 */
final class RealmTokens implements JwtDecoder {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 3_000;
  private static final int MAX_KEYS_BYTES = 512 * 1024;

  /** Forged key ids must not make us hammer Keycloak; at most two fetches in this time. */
  private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(2);

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration MOST_WAIT = Duration.ofSeconds(15);
  private static final Duration OUTAGE = Duration.ofHours(4);

  private final NimbusJwtDecoder decoder;

  RealmTokens(JWKSource<SecurityContext> keys, String issuer) {
    decoder = decoder(keys);
    decoder.setJwtValidator(
        JwtValidators.createDefaultWithValidators(
            List.of(new JwtIssuerValidator(issuer), new AccessTokensOnly())));
  }

  /** The realm's keys, behind a cache. */
  static JWKSource<SecurityContext> keys(URI address) {
    try {
      return JWKSourceBuilder.create(
              address.toURL(),
              new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MAX_KEYS_BYTES))
          .refreshAheadCache(false)
          .cache(KEPT.toMillis(), MOST_WAIT.toMillis())
          .rateLimited(BETWEEN_FETCHES.toMillis())
          .outageTolerant(OUTAGE.toMillis())
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("no address of keys: " + address, e);
    }
  }

  /** A decoder for every signature that needs the realm's private key. */
  static NimbusJwtDecoder decoder(JWKSource<SecurityContext> keys) {
    return NimbusJwtDecoder.withJwkSource(keys)
        .jwsAlgorithms(algorithms -> algorithms.addAll(List.of(SignatureAlgorithm.values())))
        .build();
  }

  /**
   * Reads one.
   *
   * @throws BadJwtException when it is not a valid access token of the realm
   * @throws IdentityUnavailableException when its key is not known and Keycloak does not answer
   */
  @Override
  public Jwt decode(String token) {
    try {
      return decoder.decode(token);
    } catch (BadJwtException e) {
      throw e;
    } catch (JwtException e) {
      throw new IdentityUnavailableException("the realm's keys cannot be fetched", e);
    }
  }

  /** Keycloak says in the claim typ what a token is for; an ID token opens no interface. */
  private static final class AccessTokensOnly implements OAuth2TokenValidator<Jwt> {
    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
      String kind = token.getClaimAsString("typ");
      return kind == null || kind.equalsIgnoreCase("Bearer")
          ? OAuth2TokenValidatorResult.success()
          : OAuth2TokenValidatorResult.failure(
              new OAuth2Error("invalid_token", "this is not an access token", null));
    }
  }
}
