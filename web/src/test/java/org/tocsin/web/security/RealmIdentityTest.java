package org.tocsin.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;

class RealmIdentityTest {
  @Test
  void shouldNamePersonByUserName() {
    Reader reader = reader(Map.of("preferred_username", "alma", "azp", "tocsin-console"));

    assertThat(reader.name()).isEqualTo("alma");
  }

  @Test
  void shouldNameMachineByClientId() {
    Reader reader =
        reader(Map.of("preferred_username", "service-account-feed-1", "client_id", "feed-1"));

    assertThat(reader.name()).isEqualTo("feed-1");
  }

  @Test
  void shouldNotLetPersonPoseAsMachine() {
    Reader reader =
        reader(Map.of("preferred_username", "service-account-feed-1", "azp", "tocsin-cli"));

    assertThat(reader.name()).isEqualTo("service-account-feed-1");
  }

  @Test
  void shouldPassOverRolesThatMeanNothingHere() {
    Reader reader =
        reader(
            Map.of(
                "preferred_username",
                "alma",
                "realm_access",
                Map.of("roles", List.of("analyst", "offline_access", "focal-point"))));

    assertThat(reader.roles()).containsExactlyInAnyOrder(Role.ANALYST, Role.FOCAL_POINT);
  }

  @Test
  void shouldSurviveRolesOfAnotherShape() {
    assertThat(reader(Map.of("preferred_username", "alma", "realm_access", "analyst")).roles())
        .isEmpty();
  }

  @Test
  void shouldCarryTheOrganisation() {
    Reader reader = reader(Map.of("preferred_username", "focal-fr", "organisation", "CERT-FR"));

    assertThat(reader.organisation()).isEqualTo("CERT-FR");
  }

  @Test
  void shouldCountNobodyAndAnonymousAsAnonymous() {
    assertThat(ReaderOf.authentication(null)).isEqualTo(Reader.ANONYMOUS);
    assertThat(
            ReaderOf.authentication(
                new AnonymousAuthenticationToken(
                    "key", "analyst", AuthorityUtils.createAuthorityList("ROLE_ANALYST"))))
        .isEqualTo(Reader.ANONYMOUS);
  }

  private static Reader reader(Map<String, Object> claims) {
    Jwt token =
        Jwt.withTokenValue("t").header("alg", "RS256").claims(c -> c.putAll(claims)).build();
    return ReaderOf.authentication(new RealmIdentity().convert(token));
  }
}
