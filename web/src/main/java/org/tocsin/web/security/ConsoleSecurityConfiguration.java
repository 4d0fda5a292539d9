package org.tocsin.web.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.boot.web.server.servlet.Session.SessionTrackingMode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatchers;

/**
 * Lets people into the console: OpenID Connect code flow with PKCE (RFC 7636) at Keycloak, then a
 * session cookie. Needs {@link SecurityConfiguration}.
 */
@Configuration(proxyBeanMethods = false)
@Import(SignInPages.class)
public class ConsoleSecurityConfiguration {
  private static final String[] OPEN = {
    "/assets/**",
    "/webjars/**",
    "/favicon.ico",
    "/problems",
    "/v3/api-docs",
    "/v3/api-docs/**",
    "/v3/api-docs.yaml",
    SignInPages.SIGNED_OUT,
    SignInPages.FAILED
  };

  @Bean
  ClientRegistrationRepository realmClients(
      IdentityProperties properties, RealmAddresses addresses) {
    return new InMemoryClientRegistrationRepository(ConsoleClient.of(properties, addresses));
  }

  /** With the session ends whatever it holds; nothing is kept beyond it. */
  @Bean
  OAuth2AuthorizedClientRepository authorizedClients() {
    return new HttpSessionOAuth2AuthorizedClientRepository();
  }

  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens(JWKSource<SecurityContext> realmKeys) {
    return client -> ConsoleClient.idTokens(client, realmKeys);
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionCookie() {
    return factory -> {
      Session session = factory.getSettings().getSession();
      // Never as a part of an address, where logs and neighbours would see it.
      session.setTrackingModes(Set.of(SessionTrackingMode.COOKIE));
      Cookie cookie = session.getCookie();
      // Cookies do not know ports (RFC 6265 section 8.5): a name of our own keeps neighbours apart.
      cookie.setName("TOCSIN_SESSION");
      cookie.setHttpOnly(true);
      cookie.setSameSite(SameSite.LAX);
    };
  }

  @Bean
  @Order(SecurityConfiguration.PEOPLE)
  SecurityFilterChain people(
      HttpSecurity http,
      IdentityProperties properties,
      RealmAddresses addresses,
      ClientRegistrationRepository clients,
      JwtDecoder tokens)
      throws Exception {
    return http.securityMatcher(request -> true)
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll()
                .anyRequest()
                .authenticated())
        .oauth2Login(login ->
            login
                .loginPage(ConsoleClient.SIGN_IN)
                .failureUrl(SignInPages.FAILED)
                .tokenEndpoint(token -> token.accessTokenResponseClient(ConsoleClient.codes()))
                .userInfoEndpoint(user -> user.oidcUserService(new ConsoleUsers(tokens))))
        .exceptionHandling(
            errors -> errors.authenticationEntryPoint(new SignInEntry(ConsoleClient.SIGN_IN)))
        .requestCache(cache -> cache.requestCache(pagesOnly()))
        .logout(logout -> logout.logoutSuccessHandler(endSession(clients)))
        .addFilterBefore(
            new SessionLife(properties.sessionLife(), InstantSource.system()),
            SecurityContextHolderFilter.class)
        .headers(headers -> ResponseHeaders.forPages(headers, addresses.origin()))
        .build();
  }

  /** After signing in a person goes on to the page asked for, never to a part of one. */
  @SuppressWarnings("NullAway") // null keeps addresses free of "?continue"; it is not annotated
  private static RequestCache pagesOnly() {
    HttpSessionRequestCache cache = new HttpSessionRequestCache();
    cache.setMatchingRequestParameterName(null);
    cache.setRequestMatcher(
        RequestMatchers.allOf(
            request -> "GET".equals(request.getMethod()),
            request -> String.valueOf(request.getHeader("Accept")).contains("text/html"),
            RequestMatchers.not(SignInEntry::isPart)));
    return cache;
  }

  private static OidcClientInitiatedLogoutSuccessHandler endSession(
      ClientRegistrationRepository clients) {
    var endSession = new OidcClientInitiatedLogoutSuccessHandler(clients);
    endSession.setPostLogoutRedirectUri("{baseUrl}" + SignInPages.SIGNED_OUT);
    return endSession;
  }
}
