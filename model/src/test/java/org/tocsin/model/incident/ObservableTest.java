package org.tocsin.model.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.RefusedException.Reason;
import org.tocsin.model.stix.ScoId;
import org.tocsin.model.stix.StixObject;
import tools.jackson.databind.node.JsonNodeFactory;

class ObservableTest {
  private static final UUID ID = UUID.fromString("0b9d6a54-1c1e-4a56-9a3b-0d2f6c1f7a10");

  private final Desk desk = new Desk();

  @Test
  void shouldAddObservablesOnce() {
    UUID id = desk.made();
    String sco =
        "{'observable': {'type': 'file', 'id': 'file--%s', 'name': 'x', 'any': {'deep': 1}}}"
            .formatted(ID);

    desk.done(id, "add-observable", sco);
    desk.done(id, "add-observable", "{'observable': {'type': 'ip', 'value': '192.0.2.1'}}");
    Incident incident =
        desk.done(
            id,
            "add-observable",
            "{'observable': {'type': 'hash', 'value': '" + "Ab".repeat(16) + "'}}");

    assertThat(incident.observables())
        .extracting(StixObject::id)
        .startsWith(
            "file--" + ID,
            ScoId.of("ipv4-addr", JsonNodeFactory.instance.objectNode().put("value", "192.0.2.1")));
    assertThat(incident.observables().getLast().json().at("/hashes/MD5").asString())
        .isEqualTo("ab".repeat(16));
    assertThat(desk.act(id, "add-observable", sco).refusal()).isEqualTo(Reason.WRONG_STATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "observable: must be|{}",
        "observable.type: must be a text|{'observable': {'value': 'x'}}",
        "observable.type: one of|{'observable': {'type': 'mutex', 'value': 'x'}}",
        "observable.type: must be a cyber|{'observable': {'type': 'malware', 'id': 'malware--1'}}",
        "observable.id: must be|{'observable': {'type': 'file', 'id': 'file--1'}}",
        "observable.value: must be a text|{'observable': {'type': 'ip'}}",
        "observable.value: must be one address|{'observable': {'type': 'ipv4-addr', 'value': '::1'}}",
        "observable.value: must be one address|{'observable': {'type': 'ip', 'value': '10.0.0.0/8'}}",
        "observable.value: must be a domain|{'observable': {'type': 'domain', 'value': 'a b'}}",
        "observable.value: must be a mail|{'observable': {'type': 'email', 'value': 'a'}}",
        "observable.value: must be a hash|{'observable': {'type': 'file', 'value': 'abc'}}",
        "observable.value: must be six|{'observable': {'type': 'mac-addr', 'value': '1'}}",
        "observable.value: must be AS|{'observable': {'type': 'asn', 'value': 'x'}}"
      })
  void shouldNameWhatIsWrongWithAnObservable(String expected) {
    String[] parts = expected.split("\\|", 2);

    Decision decision = desk.act(desk.made(), "add-observable", parts[1]);

    assertThat(decision.refusal()).isEqualTo(Reason.INVALID);
    assertThat(decision.reason()).startsWith(parts[0]);
  }

  @Test
  void shouldBoundWhatIsAdded() {
    UUID id = desk.made();
    for (int n = 0; n < 200; n++) {
      desk.done(
          id, "add-observable", "{'observable': {'type': 'url', 'value': 'u%d'}}".formatted(n));
    }

    assertThat(
            desk.act(id, "add-observable", "{'observable': {'type': 'url', 'value': 'one more'}}")
                .refusal())
        .isEqualTo(Reason.WRONG_STATE);
  }

  @Test
  void shouldBoundAllObservablesTogether() {
    UUID id = desk.made();
    String large =
        "{'observable': {'type': 'file', 'id': 'file--%s', 'name': '" + "x".repeat(9_000) + "'}}";
    int taken = 0;
    while (desk.act(id, "add-observable", large.formatted(UUID.randomUUID())).refusal() == null) {
      taken++;
    }

    assertThat(taken).isEqualTo(22);
    assertThat(desk.act(id, "add-observable", large.replace("xx", "xxx").formatted(ID)).reason())
        .startsWith("observable: longer");
    assertThat(desk.done(id, "comment", "{'text': 'a\\tb'}")).isNotNull();
  }
}
