package org.tocsin.web.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.model.directory.Concerned;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.OrganisationKind;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.Addressees;
import org.tocsin.store.directory.DirectoryEntries;

/** Whom a warning reaches is the sharing policy, read the other way round. */
class RecipientsTest {
  private static final Reader TEAM = new Reader("analyst", Set.of(Role.ANALYST), null);
  private static final DirectoryEntries DIRECTORY =
      new DirectoryEntries(
          List.of(
              organisation("cert-fr", null, false),
              organisation("cert-es", null, false),
              organisation("cert-de", null, false),
              organisation("bank", Tlp.GREEN, false),
              organisation("gone", null, true)),
          List.of(
              group("west", false, "cert-fr", "cert-es", "bank", "gone"),
              group("ended", true, "cert-de")));

  private static Organisation organisation(String id, Tlp ceiling, boolean retired) {
    return new Organisation(
        id,
        id,
        OrganisationKind.FOCAL_POINT,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of("p-" + id),
        ceiling,
        retired);
  }

  private static SharingGroup group(String id, boolean retired, String... members) {
    return new SharingGroup(id, id, null, members[0], List.of(members), retired);
  }

  /** For every level and audience, what the policy lets the people of each organisation see. */
  @Test
  void shouldNameExactlyThoseThePolicyLetsSee() {
    List<List<String>> some = List.of(List.of(), List.of("cert-de"), List.of("bank", "gone"));
    int compared = 0;
    for (Tlp tlp : Tlp.values()) {
      for (List<String> organisations : some) {
        for (List<String> groups :
            List.of(List.<String>of(), List.of("west"), List.of("ended", "west"))) {
          for (List<String> persons : List.of(List.<String>of(), List.of("p-cert-es", "p-bank"))) {
            Addressees audience = new Addressees(organisations, groups, persons);
            List<String> reached =
                Recipients.of(tlp, audience, DIRECTORY, TEAM).stream()
                    .flatMap(one -> one.people().stream())
                    .filter(person -> !(tlp == Tlp.RED && person.equals("p-bank")))
                    .sorted()
                    .toList();
            assertThat(reached).as("%s to %s", tlp, audience).isEqualTo(seeing(tlp, audience));
            compared++;
          }
        }
      }
    }
    assertThat(compared).isEqualTo(90);
  }

  private static List<String> seeing(Tlp tlp, Addressees audience) {
    return DIRECTORY.organisations().stream()
        .filter(organisation -> !organisation.retired())
        .filter(organisation -> sees(organisation.id(), tlp, audience))
        .map(organisation -> "p-" + organisation.id())
        .sorted()
        .toList();
  }

  private static boolean sees(String organisation, Tlp tlp, Addressees audience) {
    Reader reader =
        new Reader(
            "p-" + organisation,
            Set.of(Role.FOCAL_POINT),
            organisation,
            DIRECTORY.membership(organisation));
    SharingFilter filter = SharingPolicy.knowledge(reader);
    return filter.admits(new Marked(tlp, "analyst", audience.audience(), Concerned.NOTHING));
  }

  @Test
  void shouldSayHowItReachesThem() {
    Addressees audience = new Addressees(List.of("cert-fr"), List.of("west"), List.of());

    assertThat(Recipients.of(Tlp.AMBER, audience, DIRECTORY, TEAM))
        .contains(
            new Recipient("cert-fr", "cert-fr", List.of("named", "west"), List.of("p-cert-fr")));
  }

  @Test
  void shouldNotTellStrangersWhoSpeaksForAnOrganisation() {
    Reader stranger = new Reader("x", Set.of(Role.FOCAL_POINT), "cert-de");

    assertThat(Recipients.of(Tlp.GREEN, Addressees.NOBODY, DIRECTORY, stranger))
        .filteredOn(one -> !one.people().isEmpty())
        .extracting(Recipient::organisation)
        .containsExactly("cert-de");
  }

  @Test
  void shouldShowPersonsNobodyKnows() {
    Addressees audience = new Addressees(List.of(), List.of(), List.of("p-cert-fr", "stranger"));

    assertThat(Recipients.of(Tlp.RED, audience, DIRECTORY, TEAM))
        .extracting(Recipient::organisation)
        .containsExactly("cert-fr", null);
  }
}
