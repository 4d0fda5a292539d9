package org.tocsin.web.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.tocsin.web.problem.ProblemConfiguration;

/**
 * Guards what programs use, in every process that answers HTTP: {@code /api}, {@code /taxii2} and
 * the operations below {@code /actuator}. Whatever nobody else opens stays shut.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(IdentityProperties.class)
@Import({ProblemConfiguration.class, ReaderArgument.class})
public class SecurityConfiguration {
  /** The programs' chain comes first. */
  static final int PROGRAMS = 1;

  /**
   * What everybody may fetch, and who signs in sees more of: published warnings. The console's
   * pages of feeds that are collected lie between them.
   */
  private static final String[] FEEDS = {
    "/.well-known/csaf/provider-metadata.json",
    "/feeds/warnings.atom",
    "/feeds/cap/",
    "/feeds/cap/*.xml",
    "/feeds/csaf/openpgp.asc",
    "/feeds/csaf/*/feed.json",
    "/feeds/csaf/*/*/*.json",
    "/feeds/csaf/*/*/*.json.*",
    "/feeds/rolie/",
    "/feeds/rolie/*.atom",
    "/feeds/rolie/*.atomcat",
    "/feeds/blocklist/*.txt",
    "/feeds/rpz.zone",
    "/feeds/indicators.csv",
    "/feeds/misp/*.json",
    "/feeds/misp/*.csv"
  };

  /** Then the people's, where there is one. */
  static final int PEOPLE = 2;

  @Bean
  RealmAddresses realmAddresses(IdentityProperties properties) {
    return new RealmAddresses(properties);
  }

  @Bean
  JWKSource<SecurityContext> realmKeys(RealmAddresses addresses) {
    return RealmTokens.keys(addresses.keys());
  }

  @Bean
  JwtDecoder realmTokens(JWKSource<SecurityContext> realmKeys, RealmAddresses addresses) {
    return new RealmTokens(realmKeys, addresses.issuer());
  }

  @Bean
  MachineCredentials machineCredentials(RealmAddresses addresses, JwtDecoder tokens) {
    return new MachineCredentials(
        new TokenExchange(addresses.token()), tokens, InstantSource.system());
  }

  /** Shows as {@code identity} among the parts of health. */
  @Bean
  IdentityHealth identityHealthIndicator(RealmAddresses addresses) {
    return new IdentityHealth(addresses.keys(), InstantSource.system());
  }

  @Bean
  @Order(PROGRAMS)
  SecurityFilterChain programs(
      HttpSecurity http,
      JwtDecoder tokens,
      MachineCredentials machines,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
      throws Exception {
    AuthenticationEntryPoint unauthenticated =
        (request, response, e) -> problems.resolveException(request, response, null, e);
    AccessDeniedHandler forbidden =
        (request, response, e) -> problems.resolveException(request, response, null, e);
    return http.securityMatcher(programAddresses())
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers("/actuator/health/**")
                .permitAll()
                .requestMatchers(FEEDS)
                .permitAll()
                .requestMatchers("/actuator/**")
                .access(new OperationsAccess())
                .anyRequest()
                .authenticated())
        .oauth2ResourceServer(server ->
            server
                .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(new RealmIdentity()))
                .authenticationEntryPoint(unauthenticated)
                .accessDeniedHandler(forbidden))
        .authenticationProvider(machines)
        .httpBasic(basic -> basic.authenticationEntryPoint(unauthenticated))
        .exceptionHandling(errors ->
            errors.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(ResponseHeaders::forPrograms)
        .build();
  }

  private static String[] programAddresses() {
    return Stream.concat(Stream.of("/api/**", "/taxii2/**", "/actuator/**"), Stream.of(FEEDS))
        .toArray(String[]::new);
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  SecurityFilterChain shut(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/problems", "/assets/**", "/webjars/**")
                .permitAll()
                .anyRequest()
                .denyAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(ResponseHeaders::forPrograms)
        .build();
  }
}
