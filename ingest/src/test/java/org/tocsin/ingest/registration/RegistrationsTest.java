package org.tocsin.ingest.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.model.report.Origin;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;

class RegistrationsTest {
  private final Registrations registrations =
      new Registrations(
          Map.of(
              "feed-shadowserver",
              new Registration(Map.of("shadowserver", List.of("reports")), Tlp.CLEAR, Tlp.AMBER)),
          "national-cert");

  @Test
  void shouldUseTheRegistrationOfTheClient() {
    Terms terms = terms(reader("feed-shadowserver", Role.FEED));

    assertThat(terms)
        .isEqualTo(new Terms(new Origin("shadowserver", "reports"), Tlp.AMBER, Tlp.CLEAR));
  }

  @ParameterizedTest
  @EnumSource(names = {"ANALYST", "LEAD", "ADMIN"})
  void shouldLetTheTeamSubmitForAnybody(Role role) {
    Registration registration = registrations.of(reader("ann", role));

    assertThat(registration.terms(null, null, null))
        .isEqualTo(new Terms(new Origin("national-cert", "reports"), null, Tlp.CLEAR));
    assertThat(registration.terms("shadowserver", "x", Tlp.CLEAR).origin())
        .isEqualTo(new Origin("shadowserver", "x"));
    assertThat(registration.terms("national-cert", "x", null).origin().feed()).isEqualTo("x");
  }

  @Test
  void shouldLetAFocalPointSubmitForItsOrganisation() {
    Reader focal = new Reader("focal-fr", Set.of(Role.FOCAL_POINT), "CERT-FR / ANSSI");

    assertThat(terms(focal).origin()).isEqualTo(new Origin("cert-fr-anssi", "reports"));
    assertThat(terms(reader("focal-fr", Role.FOCAL_POINT)).origin().provider())
        .isEqualTo("focal-fr");
    assertThat(terms(new Reader("focal-bg", Set.of(Role.FOCAL_POINT), "ЦЕРТ")).origin().provider())
        .isEqualTo("focal-bg");
    assertThatThrownBy(() -> registrations.of(focal).terms("shadowserver", null, null))
        .isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"FEED", "PEER"})
  void shouldLetAMachineSubmitUnderItsOwnName(Role role) {
    Registration registration = registrations.of(new Reader("Peer North", Set.of(role), "Org"));

    assertThat(registration.terms(null, null, null).origin())
        .isEqualTo(new Origin("peer-north", "reports"));
    assertThatThrownBy(() -> registration.terms("shadowserver", null, null))
        .isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"AUDITOR", "SUBSCRIBER"})
  void shouldNotLetOthersSubmit(Role role) {
    assertNotAllowed(reader("feed-shadowserver", role));
  }

  @Test
  void shouldNotLetNobodySubmit() {
    assertNotAllowed(Reader.ANONYMOUS);
  }

  @Test
  void shouldRefuseANameThatMakesNoProvider() {
    assertNotAllowed(reader("фид", Role.FEED));
  }

  @ParameterizedTest
  @CsvSource({"A b, a-b", "--x.-, x", "é, ''", "feed_1, feed_1"})
  void shouldMakeProviderNames(String name, String slug) {
    assertThat(Registrations.slug(name)).isEqualTo(slug);
  }

  @Test
  void shouldMakeNamesThatFit() {
    String slug = Registrations.slug("a".repeat(63) + "-b".repeat(20));

    assertThat(new Origin(slug, "x").provider()).hasSize(63);
  }

  private void assertNotAllowed(Reader reader) {
    assertThatThrownBy(() -> registrations.of(reader))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.MAY_NOT_SUBMIT));
  }

  private Terms terms(Reader reader) {
    return registrations.of(reader).terms(null, null, null);
  }

  private static Reader reader(String name, Role role) {
    return new Reader(name, Set.of(role), null);
  }
}
