package org.tocsin.formats.stix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.incident.IncidentStix;
import org.tocsin.model.incident.Network;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.release.Release;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.sharing.Redaction;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What goes out of an incident is STIX that we and everybody else can read. */
class IncidentReleaseTest {
  private static final Instant ADDED = Instant.parse("2026-11-20T08:00:00.000123Z");

  @Test
  void shouldBeReadAsValidStixInEveryState() {
    for (IncidentState state : IncidentState.values()) {
      Release release = release(state, Tlp.AMBER);
      StixSubmission read = StixSubmission.of(bundle(release).toString().getBytes(UTF_8));
      assertThat(read.rejects()).as(state.key()).isEmpty();
      assertThat(read.versions()).as(state.key()).hasSize(release.objects().size());
    }
  }

  @Test
  void shouldKeepToTheSchemaOfTheIncidentCoreExtension() {
    String schema =
        new String(
            Corpus.bytes(
                Corpus.folder("schemas").resolve("stix-incident-extension-ef765651.schema.json")),
            UTF_8);
    Schema core = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
    for (IncidentState state : IncidentState.values()) {
      JsonNode extension =
          release(state, Tlp.AMBER)
              .objects()
              .getFirst()
              .json()
              .path("extensions")
              .path(IncidentStix.CORE);
      assertThat(extension.isObject()).isTrue();
      assertThat(core.validate(extension)).as(state.key()).isEmpty();
    }
    assertThat(core.validate(StixJson.MAPPER.createObjectNode().put("determination", "x")))
        .as("what finds nothing wrong must be able to")
        .isNotEmpty();
  }

  @Test
  void shouldSayWhatIsKnownAndNotWhoWorksOnIt() {
    StixObject incident = release(IncidentState.NEW, Tlp.AMBER).objects().getFirst();
    assertThat(incident.id())
        .isEqualTo("incident--" + UUID.fromString("2d273911-0000-4ae6-a278-35b8f88d1043"));
    assertThat(incident.modified()).contains(ADDED);
    assertThat(incident.text("name")).contains("Phishing of a bank");
    assertThat(incident.texts("labels")).containsExactly("rsit:fraud=\"phishing\"");
    assertThat(incident.markingRefs()).containsExactly(Tlp.AMBER.markingId());
    assertThat(incident.json().toString()).contains("2026-000007").doesNotContain("somebody");
    assertThat(release(IncidentState.NEW, Tlp.AMBER))
        .isEqualTo(release(IncidentState.NEW, Tlp.AMBER));
  }

  @Test
  void shouldBeNoLooserThanWhatWasAddedToIt() {
    Release release = release(IncidentState.NEW, Tlp.CLEAR);
    assertThat(release.marked().tlp()).isEqualTo(Tlp.GREEN);
    assertThat(release.objects().getFirst().markingRefs()).containsExactly(Tlp.GREEN.markingId());
  }

  @Test
  void shouldLoseWhatIsPersonalWithItsRelationship() {
    List<StixObject> left = Redaction.of(release(IncidentState.NEW, Tlp.GREEN).objects());
    assertThat(left.stream().map(StixObject::type))
        .containsExactly("incident", "ipv4-addr", "relationship");
  }

  private static ObjectNode bundle(Release release) {
    ObjectNode bundle =
        StixJson.MAPPER
            .createObjectNode()
            .put("type", "bundle")
            .put("id", "bundle--" + release.versionId());
    ArrayNode objects = bundle.putArray("objects");
    release.objects().forEach(object -> objects.add(object.json()));
    return bundle;
  }

  private static Release release(IncidentState state, Tlp tlp) {
    Incident incident =
        new Incident(
            UUID.fromString("2d273911-0000-4ae6-a278-35b8f88d1043"),
            "2026-000007",
            null,
            Incident.REPORTS,
            "Phishing of a bank",
            "Mails that look like the bank's.",
            Rsit.PHISHING,
            new Network(64496L, null, null, "FR"),
            Severity.MEDIUM,
            state,
            true,
            "somebody",
            tlp,
            "somebody-else",
            Audience.NOBODY,
            List.of(
                object(
                    """
                    {"type": "ipv4-addr", "spec_version": "2.1", "value": "198.51.100.3",
                     "id": "ipv4-addr--ff26c055-6336-5bc5-b98d-13d6226742dd",
                     "object_marking_refs": ["%s"]}
                    """
                        .formatted(Tlp.GREEN.markingId())),
                object(
                    """
                    {"type": "email-addr", "spec_version": "2.1", "value": "john@example.com",
                     "id": "email-addr--2d77a846-6264-5d51-b586-e43822ea1ea3"}
                    """)),
            Set.of(new UUID(0, 9)),
            List.of(),
            null,
            Set.of(),
            Set.of());
    Command command =
        new Command(
            new UUID(0, 1),
            new Actor("somebody", Set.of(Role.LEAD), null),
            incident.ref(),
            null,
            "create",
            EntityJson.MAPPER.createObjectNode());
    return IncidentStix.release(incident, new Journaled(7, ADDED, ADDED, command));
  }

  private static StixObject object(String json) {
    return new StixObject((ObjectNode) StixJson.MAPPER.readTree(json));
  }
}
