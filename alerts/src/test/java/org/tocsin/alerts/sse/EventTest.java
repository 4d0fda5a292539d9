package org.tocsin.alerts.sse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.store.StoredVersion;
import org.tocsin.store.VersionQuery.Of;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventTest {
  @Test
  void shouldSayWhatHappened() {
    assertThat(Event.of(Of.WARNINGS, version(1, false)).type()).isEqualTo("published");
    assertThat(Event.of(Of.WARNINGS, version(2, false)).type()).isEqualTo("updated");
    assertThat(Event.of(Of.WARNINGS, version(3, true)).type()).isEqualTo("withdrawn");
    assertThat(Event.of(Of.INCIDENTS, version(1, false)).type()).isEqualTo("changed");
  }

  @Test
  void shouldHoldOnlyWhatIsShownInABundleOnOneLine() throws IOException {
    Event event = Event.of(Of.WARNINGS, version(1, false));
    JsonNode bundle = StixJson.MAPPER.readTree(event.data());
    assertThat(bundle.path("type").asString()).isEqualTo("bundle");
    assertThat(bundle.path("objects").valueStream().map(each -> each.path("name").asString()))
        .containsExactly("two\nlines");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new EventOutput(out).event(event);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("event: published", "id: cursor", "data: " + event.data(), "");
  }

  @Test
  void shouldTellVersionsApartByTheIdOfTheBundle() {
    assertThat(bundleId(version(1, false)))
        .isEqualTo(bundleId(version(1, false)))
        .isNotEqualTo(bundleId(version(2, false)));
  }

  private static String bundleId(StoredVersion version) {
    return StixJson.MAPPER.readTree(Event.of(Of.WARNINGS, version).data()).path("id").asString();
  }

  private static StoredVersion version(int number, boolean revoked) {
    String json =
        """
        {"type": "report", "id": "report--2d273911-0000-4ae6-a278-35b8f88d1043", "name": "%s",
         "modified": "2026-11-20T08:00:0%d.000000Z", "revoked": %s}
        """;
    StixObject kept = object(json.formatted("secret", number, revoked));
    StixObject shown = object(json.formatted("two\\nlines", number, revoked));
    return new StoredVersion(
        Instant.parse("2026-11-20T08:00:00Z"), "cursor", kept, List.of(shown), number);
  }

  private static StixObject object(String json) {
    return new StixObject((ObjectNode) StixJson.MAPPER.readTree(json));
  }
}
