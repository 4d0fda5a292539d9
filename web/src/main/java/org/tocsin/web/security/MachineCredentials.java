package org.tocsin.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.tocsin.web.problem.IdentityUnavailableException;

/**
 * Lets a machine sign in by HTTP Basic (RFC 7617) with its client id and secret, which many clients
 * know only: they become an access token of the realm, which is read like every other. Thread-safe.
 */
final class MachineCredentials implements AuthenticationProvider {
  /** A secret that was taken back works no longer than this, however long tokens live. */
  static final Duration MOST = Duration.ofMinutes(5);

  /** Long enough to spare Keycloak a client that keeps trying, short enough to mend a mistake. */
  static final Duration REFUSED = Duration.ofSeconds(3);

  private static final Duration BEFORE_END = Duration.ofSeconds(10);
  private static final int MAX_KNOWN = 10_000;
  private static final int MAX_LENGTH = 512;

  private final TokenExchange exchange;
  private final JwtDecoder tokens;
  private final InstantSource clock;
  private final RealmIdentity identity = new RealmIdentity();
  private final Cache<ByteBuffer, Optional<Jwt>> known;
  private final SecretKeySpec salt;

  MachineCredentials(TokenExchange exchange, JwtDecoder tokens, InstantSource clock) {
    this.exchange = exchange;
    this.tokens = tokens;
    this.clock = clock;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    salt = new SecretKeySpec(random, "HmacSHA256");
    known =
        Caffeine.newBuilder()
            .maximumSize(MAX_KNOWN)
            .expireAfter(Expiry.<ByteBuffer, Optional<Jwt>>creating((key, token) -> life(token)))
            .build();
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  /**
   * Signs a machine in.
   *
   * @throws BadCredentialsException when the realm refuses id or secret
   * @throws IdentityUnavailableException when Keycloak does not answer
   */
  @Override
  public Authentication authenticate(Authentication given) {
    String id = given.getName();
    String secret = String.valueOf(given.getCredentials());
    if (id.isEmpty() || id.length() > MAX_LENGTH || secret.length() > MAX_LENGTH) {
      throw refused();
    }
    return identity.convert(token(id, secret).orElseThrow(MachineCredentials::refused));
  }

  private Optional<Jwt> token(String id, String secret) {
    ByteBuffer key = key(id, secret);
    Optional<Jwt> token = known.getIfPresent(key);
    if (token == null) {
      token = exchange.token(id, secret).flatMap(this::read);
      known.put(key, token);
    }
    return token;
  }

  private Optional<Jwt> read(String token) {
    try {
      return Optional.of(tokens.decode(token));
    } catch (BadJwtException e) {
      return Optional.empty();
    }
  }

  private Duration life(Optional<Jwt> token) {
    Instant end = token.map(Jwt::getExpiresAt).orElse(null);
    if (end == null) {
      return REFUSED;
    }
    Duration left = Duration.between(clock.instant(), end).minus(BEFORE_END);
    return left.isNegative() ? Duration.ZERO : left.compareTo(MOST) < 0 ? left : MOST;
  }

  /** Secrets are never kept, only what a salt that dies with the process made of them. */
  private ByteBuffer key(String id, String secret) {
    try {
      Mac mac = Mac.getInstance(salt.getAlgorithm());
      mac.init(salt);
      byte[] name = id.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).flip());
      mac.update(name);
      return ByteBuffer.wrap(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static BadCredentialsException refused() {
    return new BadCredentialsException("the realm refuses this client id or secret");
  }
}
