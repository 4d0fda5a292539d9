package org.tocsin.model.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.model.directory.Decided.ADMIN;
import static org.tocsin.model.directory.Decided.focalPointOf;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.RefusedException.Reason;
import org.tocsin.model.sharing.Role;

class SharingGroupRulesTest {
  private final Decided directory = new Decided();

  @BeforeEach
  void fill() {
    for (String id : new String[] {"cert-fr", "cert-de", "cert-es"}) {
      directory.organisation(id, "{\"name\": \"%s\", \"kind\": \"focal-point\"}".formatted(id));
    }
  }

  @Test
  void shouldBeMadeByTheAdmin() {
    SharingGroup group = group(put(ADMIN, "cert-fr", "cert-fr", "cert-de"));

    assertThat(group.id()).isEqualTo("west");
    assertThat(group.members()).containsExactly("cert-fr", "cert-de");
    assertThat(group.hasMember("cert-de")).isTrue();
    assertThat(group.hasMember("cert-es")).isFalse();
  }

  @Test
  void shouldBeChangedByAFocalPointOfItsOwner() {
    put(ADMIN, "cert-fr", "cert-fr");

    assertThat(group(put(focalPointOf("cert-fr"), "cert-fr", "cert-es")).members())
        .containsExactly("cert-es");
  }

  @Test
  void shouldNotBeChangedByAnybodyElse() {
    put(ADMIN, "cert-fr", "cert-fr", "cert-de");

    assertThat(put(focalPointOf("cert-de"), "cert-fr", "cert-de").refusal())
        .isEqualTo(Reason.FORBIDDEN);
    Actor subscriber = new Actor("siem", Set.of(Role.SUBSCRIBER), "cert-fr");
    assertThat(put(subscriber, "cert-fr", "cert-fr").refusal()).isEqualTo(Reason.FORBIDDEN);
    Actor analyst = new Actor("analyst", Set.of(Role.ANALYST, Role.LEAD), null);
    assertThat(put(analyst, "cert-fr", "cert-fr").refusal()).isEqualTo(Reason.FORBIDDEN);
  }

  @Test
  void shouldNotBeMadeNorGivenAwayByAFocalPoint() {
    assertThat(put(focalPointOf("cert-fr"), "cert-fr", "cert-fr").refusal())
        .isEqualTo(Reason.FORBIDDEN);
    put(ADMIN, "cert-fr", "cert-fr");

    assertThat(put(focalPointOf("cert-fr"), "cert-de", "cert-de").reason()).startsWith("owner:");
  }

  @Test
  void shouldTakeOnlyMembersThatAreInTheDirectory() {
    assertThat(put(ADMIN, "cert-fr", "cert-xx").reason())
        .isEqualTo("members: no organisation 'cert-xx' is in the directory");
    assertThat(put(ADMIN, "cert-xx", "cert-fr").reason()).startsWith("owner: no organisation");

    directory.decide(ADMIN, Organisation.ref("cert-de"), "retire", "{}");

    assertThat(put(ADMIN, "cert-fr", "cert-de").reason()).startsWith("members: no organisation");
  }

  @Test
  void shouldNameTheFieldThatIsWrong() {
    assertThat(decide(ADMIN, "put", "{\"owner\": \"cert-fr\"}").reason())
        .isEqualTo("name: missing");
    assertThat(decide(ADMIN, "put", "{\"name\": \"West\"}").reason()).startsWith("owner:");
    assertThat(put(ADMIN, "cert-fr", "CERT FR").reason()).startsWith("members: 'CERT FR'");
    assertThat(put(ADMIN, "cert-fr", "cert-fr", "cert-fr").reason()).startsWith("members[1]");
  }

  @Test
  void shouldBeRetiredByTheAdmin() {
    assertThat(decide(ADMIN, "retire", "{}").refusal()).isEqualTo(Reason.NOT_FOUND);
    put(ADMIN, "cert-fr", "cert-fr");

    assertThat(decide(focalPointOf("cert-fr"), "retire", "{}").refusal())
        .isEqualTo(Reason.FORBIDDEN);
    assertThat(group(decide(ADMIN, "retire", "{}")).retired()).isTrue();
    assertThat(decide(ADMIN, "retire", "{}").refusal()).isEqualTo(Reason.WRONG_STATE);
    assertThat(put(focalPointOf("cert-fr"), "cert-fr", "cert-fr").refusal())
        .isEqualTo(Reason.FORBIDDEN);
  }

  private Decision put(Actor by, String owner, String... members) {
    String all = members.length == 0 ? "" : "\"" + String.join("\",\"", members) + "\"";
    return decide(
        by,
        "put",
        "{\"name\": \"West\", \"owner\": \"%s\", \"members\": [%s]}".formatted(owner, all));
  }

  private Decision decide(Actor by, String action, String json) {
    return directory.decide(by, SharingGroup.ref("west"), action, json);
  }

  private static SharingGroup group(Decision decision) {
    assertThat(decision.reason()).isNull();
    return decision.revision().orElseThrow().as(SharingGroup.class);
  }
}
