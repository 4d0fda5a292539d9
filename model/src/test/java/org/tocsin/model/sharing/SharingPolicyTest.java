package org.tocsin.model.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.model.directory.Concerned;
import org.tocsin.model.directory.Constituency;
import org.tocsin.model.directory.NetworkAsset;
import org.tocsin.model.tlp.Tlp;

class SharingPolicyTest {
  private static final String OWN = "me";
  private static final String FOREIGN = "somebody else";
  private static final String HOME = "CERT-FR";

  private static final Concerned AT_HOME =
      new Concerned(Set.of("192.0.2.9"), Set.of(), Set.of(), Set.of());
  private static final Membership MEMBER =
      new Membership(
          Set.of("energy"), new Constituency(List.of(NetworkAsset.parse("192.0.2.0/24"))));

  @ParameterizedTest
  @EnumSource(names = {"ANALYST", "LEAD", "ADMIN", "AUDITOR"})
  void shouldShowEverythingToTheNodesOwnTeam(Role role) {
    assertThat(knowledge(role, unaddressed())).isEqualTo(EnumSet.allOf(Tlp.class));
    assertThat(visible(SharingPolicy.submissions(reader(role)), unaddressed()))
        .isEqualTo(EnumSet.allOf(Tlp.class));
    assertThat(SharingPolicy.knowledge(reader(role)).admitsWhole(personal())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"FOCAL_POINT", "SUBSCRIBER", "PEER"})
  void shouldShowTheNetworkWhatIsGreenOrLooser(Role role) {
    assertThat(knowledge(role, unaddressed())).isEqualTo(EnumSet.of(Tlp.CLEAR, Tlp.GREEN));
  }

  @Test
  void shouldShowOnlyClearToEverybodyElse() {
    Function<Tlp, Marked> everything = addressed(new Audience(Set.of(HOME), Set.of(), Set.of(OWN)));
    assertThat(knowledge(Role.FEED, everything)).isEqualTo(EnumSet.of(Tlp.CLEAR));
    assertThat(visible(SharingPolicy.knowledge(Reader.ANONYMOUS), everything))
        .isEqualTo(EnumSet.of(Tlp.CLEAR));
  }

  @ParameterizedTest
  @EnumSource(names = {"FOCAL_POINT", "PEER"})
  void shouldShowNamedOrganisationsWhatIsAmber(Role role) {
    assertThat(knowledge(role, addressed(new Audience(Set.of(HOME), Set.of(), Set.of()))))
        .isEqualTo(EnumSet.complementOf(EnumSet.of(Tlp.RED)));
    assertThat(knowledge(role, addressed(new Audience(Set.of("CERT-DE"), Set.of(), Set.of()))))
        .isEqualTo(EnumSet.of(Tlp.CLEAR, Tlp.GREEN));
  }

  @Test
  void shouldTakeTheNameOfAGroupForThatOfEachMember() {
    assertThat(
            knowledge(
                Role.FOCAL_POINT, addressed(new Audience(Set.of(), Set.of("energy"), Set.of()))))
        .isEqualTo(EnumSet.complementOf(EnumSet.of(Tlp.RED)));
    assertThat(
            knowledge(
                Role.FOCAL_POINT, addressed(new Audience(Set.of(), Set.of("banks"), Set.of()))))
        .isEqualTo(EnumSet.of(Tlp.CLEAR, Tlp.GREEN));
  }

  @Test
  void shouldShowConstituentsWhatConcernsThemUpToAmber() {
    assertThat(
            knowledge(Role.FOCAL_POINT, tlp -> new Marked(tlp, FOREIGN, Audience.NOBODY, AT_HOME)))
        .isEqualTo(EnumSet.of(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER));
  }

  @Test
  void shouldShowRedOnlyToThePersonsItNames() {
    Function<Tlp, Marked> inPerson = addressed(new Audience(Set.of(), Set.of(), Set.of(OWN)));
    assertThat(knowledge(Role.FOCAL_POINT, inPerson))
        .isEqualTo(EnumSet.of(Tlp.CLEAR, Tlp.GREEN, Tlp.RED));
    assertThat(knowledge(Role.PEER, inPerson)).isEqualTo(EnumSet.of(Tlp.CLEAR, Tlp.GREEN));
  }

  @Test
  void shouldKeepSubscribersToGreen() {
    assertThat(
            knowledge(
                Role.SUBSCRIBER,
                tlp ->
                    new Marked(
                        tlp,
                        FOREIGN,
                        new Audience(Set.of(HOME), Set.of("energy"), Set.of(OWN)),
                        AT_HOME)))
        .isEqualTo(EnumSet.of(Tlp.CLEAR, Tlp.GREEN));
  }

  @Test
  void shouldGiveNobodyWhatIsStricterThanTheDirectorySaysOfTheirOrganisation() {
    Audience named = new Audience(Set.of(HOME), Set.of(), Set.of(OWN));
    for (Tlp ceiling : Tlp.values()) {
      Membership membership = new Membership(Set.of(), Constituency.NONE, ceiling);
      Reader reader = new Reader(OWN, Set.of(Role.FOCAL_POINT), HOME, membership);
      assertThat(visible(SharingPolicy.knowledge(reader), addressed(named)))
          .isEqualTo(EnumSet.range(Tlp.CLEAR, ceiling));
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldShowEverySubmitterTheirOwn(Role role) {
    Function<Tlp, Marked> own = tlp -> Marked.of(tlp, OWN);
    assertThat(knowledge(role, own)).isEqualTo(EnumSet.allOf(Tlp.class));
    assertThat(visible(SharingPolicy.submissions(reader(role)), own))
        .isEqualTo(EnumSet.allOf(Tlp.class));
  }

  @ParameterizedTest
  @EnumSource(names = {"FOCAL_POINT", "SUBSCRIBER", "PEER", "FEED"})
  void shouldKeepForeignReceiptsFromOutsiders(Role role) {
    assertThat(visible(SharingPolicy.submissions(reader(role)), unaddressed())).isEmpty();
  }

  @Test
  void shouldNotTakeTheAnonymousForOnePerson() {
    Function<Tlp, Marked> theirs = tlp -> Marked.of(tlp, Reader.ANONYMOUS.name());
    assertThat(visible(SharingPolicy.submissions(Reader.ANONYMOUS), theirs)).isEmpty();
    assertThat(visible(SharingPolicy.knowledge(Reader.ANONYMOUS), theirs))
        .isEqualTo(EnumSet.of(Tlp.CLEAR));
  }

  @Test
  void shouldShowOutsidersNothingThatIsPersonalAltogether() {
    SharingFilter filter = SharingPolicy.knowledge(reader(Role.FOCAL_POINT));
    assertThat(filter.admits(personal())).isFalse();
    assertThat(filter.admitsWhole(Marked.of(Tlp.CLEAR, FOREIGN))).isFalse();
    assertThat(filter.admitsWhole(Marked.of(Tlp.RED, OWN))).isTrue();
  }

  @Test
  void shouldLetNothingLeaveByAnExitThatIsNotForIt() {
    assertThat(leaving(Exit.PUBLIC)).isEqualTo(EnumSet.of(Tlp.CLEAR));
    assertThat(leaving(Exit.PEER)).isEqualTo(EnumSet.of(Tlp.CLEAR, Tlp.GREEN));
    for (Exit machine : List.of(Exit.FEED, Exit.PLAIN_MAIL, Exit.WEBHOOK, Exit.TAXII)) {
      assertThat(leaving(machine)).isEqualTo(EnumSet.complementOf(EnumSet.of(Tlp.RED)));
    }
    assertThat(leaving(Exit.PERSON)).isEqualTo(EnumSet.allOf(Tlp.class));
  }

  @ParameterizedTest
  @EnumSource
  void shouldShowNobodyMoreAtAnExitThanMayLeaveByIt(Exit exit) {
    for (Role role : Role.values()) {
      assertThat(visible(SharingPolicy.knowledge(reader(role), exit), tlp -> Marked.of(tlp, OWN)))
          .isEqualTo(leaving(exit));
    }
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
    return new Reader(OWN, Set.of(role), HOME, MEMBER);
  }

  private static Function<Tlp, Marked> unaddressed() {
    return tlp -> Marked.of(tlp, FOREIGN);
  }

  private static Function<Tlp, Marked> addressed(Audience audience) {
    return tlp -> new Marked(tlp, FOREIGN, audience, Concerned.NOTHING);
  }

  private static Marked personal() {
    return new Marked(Tlp.CLEAR, FOREIGN, Audience.NOBODY, Concerned.NOTHING, true);
  }

  private static Set<Tlp> leaving(Exit exit) {
    Set<Tlp> leaving = EnumSet.noneOf(Tlp.class);
    for (Tlp tlp : Tlp.values()) {
      if (SharingPolicy.mayPassOn(tlp, exit)) {
        leaving.add(tlp);
      }
    }
    return leaving;
  }

  private static Set<Tlp> knowledge(Role role, Function<Tlp, Marked> thing) {
    return visible(SharingPolicy.knowledge(reader(role)), thing);
  }

  private static Set<Tlp> visible(SharingFilter filter, Function<Tlp, Marked> thing) {
    Set<Tlp> visible = EnumSet.noneOf(Tlp.class);
    for (Tlp tlp : Tlp.values()) {
      if (filter.admits(thing.apply(tlp))) {
        visible.add(tlp);
      }
    }
    return visible;
  }
}
