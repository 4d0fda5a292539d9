package org.tocsin.web.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;

/** The console as a client of the realm, with all it needs to sign people in. */
final class ConsoleClient {
  private static final String ID = "keycloak";

  /** Where signing in begins. */
  static final String SIGN_IN = "/oauth2/authorization/" + ID;

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private ConsoleClient() {}

  /** The registration; made of what is configured, nothing is asked for. */
  static ClientRegistration of(IdentityProperties properties, RealmAddresses addresses) {
    return ClientRegistration.withRegistrationId(ID)
        .clientId(properties.consoleClientId())
        .clientSecret(properties.hasConsoleSecret() ? properties.consoleSecret() : null)
        .clientAuthenticationMethod(
            properties.hasConsoleSecret()
                ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC
                : ClientAuthenticationMethod.NONE)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
        .scope("openid", "profile")
        .clientName("Tocsin")
        .issuerUri(addresses.issuer())
        .authorizationUri(addresses.authorization())
        .tokenUri(addresses.token().toString())
        .jwkSetUri(addresses.keys().toString())
        .userNameAttributeName("preferred_username")
        .providerConfigurationMetadata(Map.of("end_session_endpoint", addresses.endSession()))
        .build();
  }

  /** Exchanges codes for tokens, with an end to waiting. */
  static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes() {
    var requests =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(CONNECT).build());
    requests.setReadTimeout(ANSWER);
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(requests)
            .configureMessageConverters(converters ->
                converters
                    .registerDefaults()
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return client;
  }

  /** Reads ID tokens (OpenID Connect Core 1.0 section 3.1.3.7) with the keys all tokens share. */
  static JwtDecoder idTokens(ClientRegistration client, JWKSource<SecurityContext> keys) {
    NimbusJwtDecoder decoder = RealmTokens.decoder(keys);
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(), new OidcIdTokenValidator(client)));
    return decoder;
  }
}
