package org.tocsin.ingest.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;

class RegistrationTest {
  private final Registration registration = new Registration(providers(), Tlp.GREEN, Tlp.AMBER);

  @Test
  void shouldTakeTheFirstWhereNothingIsAskedFor() {
    assertThat(registration.terms(null, null, null))
        .isEqualTo(new Terms(new Origin("shadowserver", "scans"), Tlp.AMBER, Tlp.GREEN));
    assertThat(registration.terms("other", null, null).origin())
        .isEqualTo(new Origin("other", "reports"));
  }

  @Test
  void shouldGiveWhatIsAskedForAndRegistered() {
    assertThat(registration.terms("shadowserver", "events", null).origin())
        .isEqualTo(new Origin("shadowserver", "events"));
    assertThat(registration.terms(null, "events", null).origin())
        .isEqualTo(new Origin("shadowserver", "events"));
    assertThat(registration.terms("open", "anything", null).origin())
        .isEqualTo(new Origin("open", "anything"));
    assertThat(registration.terms("open", null, null).origin())
        .isEqualTo(new Origin("open", "reports"));
  }

  @Test
  void shouldRefuseWhatIsNotRegistered() {
    assertRefused(registration, "nobody", null, null, Refusal.NOT_REGISTERED);
    assertRefused(registration, "shadowserver", "reports", null, Refusal.NOT_REGISTERED);
    assertThatThrownBy(() -> registration.terms("nobody", null, null))
        .hasMessageContaining("shadowserver, other, open");
  }

  @Test
  void shouldTakeTheStricterOfFeedAndRequest() {
    assertThat(registration.terms(null, null, Tlp.RED).tlp()).isEqualTo(Tlp.RED);
    assertThat(registration.terms(null, null, Tlp.GREEN).tlp()).isEqualTo(Tlp.AMBER);
    assertThat(new Registration(providers(), Tlp.CLEAR, null).terms(null, null, null).tlp())
        .isNull();
    assertThat(new Registration(providers(), Tlp.CLEAR, null).terms(null, null, Tlp.CLEAR).tlp())
        .isEqualTo(Tlp.CLEAR);
  }

  @Test
  void shouldRefuseALooserLevelThanRegistered() {
    assertRefused(registration, null, null, Tlp.CLEAR, Refusal.TLP_TOO_LOOSE);
  }

  @Test
  void shouldTakeAnyNameWhereAllAreRegistered() {
    Registration any = new Registration(Map.of("*", List.of("*")), Tlp.CLEAR, null);

    assertThat(any.terms("who", "ever", null).origin()).isEqualTo(new Origin("who", "ever"));
    assertRefused(any, "Not A Name", null, null, Refusal.BAD_PARAMETER);
    assertRefused(any, null, null, null, Refusal.BAD_PARAMETER);
    assertRefused(any, "*", null, null, Refusal.BAD_PARAMETER);
  }

  @Test
  void shouldNotBeMadeOfNamesThatAreNone() {
    assertThatThrownBy(() -> new Registration(Map.of(), Tlp.CLEAR, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Registration(Map.of("No Name", List.of()), Tlp.CLEAR, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Registration(Map.of("a", List.of("No Feed")), Tlp.CLEAR, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<String, List<String>> providers() {
    Map<String, List<String>> providers = new LinkedHashMap<>();
    providers.put("shadowserver", List.of("scans", "events"));
    providers.put("other", List.of());
    providers.put("open", List.of("*"));
    return providers;
  }

  private static void assertRefused(
      Registration registration, String provider, String feed, Tlp tlp, Refusal refusal) {
    assertThatThrownBy(() -> registration.terms(provider, feed, tlp))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
  }
}
