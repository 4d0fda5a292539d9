package org.tocsin.model.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.model.tlp.Tlp;

class SharingPolicyTest {
  private static final String OWN = "me";
  private static final String FOREIGN = "somebody else";

  @ParameterizedTest
  @EnumSource(names = {"ANALYST", "LEAD", "ADMIN", "AUDITOR"})
  void shouldShowEverythingToTheNodesOwnTeam(Role role) {
    for (Tlp tlp : Tlp.values()) {
      assertThat(SharingPolicy.knowledge(reader(role)).admits(tlp, FOREIGN)).isTrue();
      assertThat(SharingPolicy.submissions(reader(role)).admits(tlp, FOREIGN)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FOCAL_POINT", "SUBSCRIBER", "PEER"})
  void shouldShowTheNetworkWhatIsGreenOrLooser(Role role) {
    assertThat(visible(SharingPolicy.knowledge(reader(role)), FOREIGN))
        .isEqualTo(EnumSet.of(Tlp.CLEAR, Tlp.GREEN));
  }

  @Test
  void shouldShowOnlyClearToEverybodyElse() {
    assertThat(visible(SharingPolicy.knowledge(reader(Role.FEED)), FOREIGN))
        .isEqualTo(EnumSet.of(Tlp.CLEAR));
    assertThat(visible(SharingPolicy.knowledge(Reader.ANONYMOUS), FOREIGN))
        .isEqualTo(EnumSet.of(Tlp.CLEAR));
  }

  @ParameterizedTest
  @EnumSource
  void shouldShowEverySubmitterTheirOwn(Role role) {
    assertThat(visible(SharingPolicy.knowledge(reader(role)), OWN))
        .isEqualTo(EnumSet.allOf(Tlp.class));
    assertThat(visible(SharingPolicy.submissions(reader(role)), OWN))
        .isEqualTo(EnumSet.allOf(Tlp.class));
  }

  @ParameterizedTest
  @EnumSource(names = {"FOCAL_POINT", "SUBSCRIBER", "PEER", "FEED"})
  void shouldKeepForeignReceiptsFromOutsiders(Role role) {
    assertThat(visible(SharingPolicy.submissions(reader(role)), FOREIGN)).isEmpty();
  }

  @Test
  void shouldNotTakeTheAnonymousForOnePerson() {
    String name = Reader.ANONYMOUS.name();
    assertThat(visible(SharingPolicy.submissions(Reader.ANONYMOUS), name)).isEmpty();
    assertThat(visible(SharingPolicy.knowledge(Reader.ANONYMOUS), name))
        .isEqualTo(EnumSet.of(Tlp.CLEAR));
  }

  @Test
  void shouldAdmitByLevelOrBySubmitter() {
    SharingFilter filter = new SharingFilter(Set.of(Tlp.GREEN), Set.of(OWN));
    assertThat(filter.admits(Tlp.GREEN, FOREIGN)).isTrue();
    assertThat(filter.admits(Tlp.RED, OWN)).isTrue();
    assertThat(filter.admits(Tlp.CLEAR, FOREIGN)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void shouldReadBackTheRealmsNames(Role role) {
    assertThat(Role.ofRealmName(role.realmName())).contains(role);
    assertThat(role.realmName()).matches("[a-z-]+");
  }

  @Test
  void shouldPassOverRolesOfOthers() {
    assertThat(Role.ofRealmName("offline_access")).isEmpty();
    assertThat(Role.ofRealmName("focal-point")).contains(Role.FOCAL_POINT);
  }

  private static Reader reader(Role role) {
    return new Reader(OWN, Set.of(role), null);
  }

  private static Set<Tlp> visible(SharingFilter filter, String submitter) {
    Set<Tlp> visible = EnumSet.noneOf(Tlp.class);
    for (Tlp tlp : Tlp.values()) {
      if (filter.admits(tlp, submitter)) {
        visible.add(tlp);
      }
    }
    return visible;
  }
}
