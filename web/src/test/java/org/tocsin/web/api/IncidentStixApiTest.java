package org.tocsin.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.incident.Episode;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.Network;
import org.tocsin.model.incident.Opening;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Followed;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.WebTest;
import tools.jackson.databind.JsonNode;

@WebTest
class IncidentStixApiTest {
  private static final RequestPostProcessor ANALYST = As.program("alma", Role.ANALYST);
  private static final RequestPostProcessor FOCAL =
      As.programOf(As.ORGANISATION, "focal-fr", Role.FOCAL_POINT);
  private static final RequestPostProcessor GERMANY =
      As.programOf("CERT-DE demo", "focal-de", Role.FOCAL_POINT);
  private static final RawLocation RAW = new RawLocation(Lane.BULK, 0, 5);
  private static final UUID ID = Made.id(900);
  private static final int GREEN = 1;
  private static final int AMBER = 2;
  private static final int AMBER_ABROAD = 105;

  @Autowired private MockMvc web;
  @Autowired private Kept kept;
  @Autowired private Judged judged;
  @Autowired private Followed followed;

  @BeforeEach
  void keep() {
    observe(GREEN, Tlp.GREEN);
    observe(AMBER, Tlp.AMBER);
    observe(AMBER_ABROAD, Tlp.AMBER);
    followed.episodes.put(ID, Set.of(Made.id(GREEN), Made.id(AMBER), Made.id(AMBER_ABROAD)));
    Network network = new Network(null, null, "192.0.2.2", null);
    Episode episode =
        new Episode(
            ID,
            Rsit.C2_SERVER,
            null,
            network,
            Made.NOON,
            Made.NOON.plusSeconds(3_600),
            Made.id(901));
    judged.journal().append(new Opening(episode, Tlp.GREEN).command());
  }

  private void observe(int number, Tlp tlp) {
    kept.observations.add(Made.observation(number, tlp, "feed-1", Rsit.C2_SERVER, Made.NOON, RAW));
  }

  @AfterEach
  void clear() {
    followed.clear();
    judged.clear();
    kept.clear();
  }

  @Test
  void shouldHoldTheIncidentAndWhatWasObservedOfIt() throws Exception {
    JsonNode bundle = stix(ID.toString(), ANALYST);
    assertThat(bundle.path("type").asString()).isEqualTo("bundle");
    assertThat(bundle.path("objects").get(0).path("id").asString()).isEqualTo("incident--" + ID);
    assertThat(ids(bundle))
        .doesNotHaveDuplicates()
        .contains(observed(GREEN), observed(AMBER), observed(AMBER_ABROAD));
    String number = judged.now.get(Incident.ref(ID)).as(Incident.class).number();
    assertThat(stix(number, ANALYST)).isEqualTo(bundle);
  }

  @Test
  void shouldHoldOfItWhatTheReaderMaySeeAndMarkItAsStrictAsWhatIsObserved() throws Exception {
    JsonNode bundle = stix(ID.toString(), FOCAL);
    assertThat(bundle.path("objects").get(0).path("object_marking_refs").get(0).asString())
        .isEqualTo(Tlp.AMBER.markingId());
    assertThat(ids(bundle))
        .contains(observed(GREEN), observed(AMBER))
        .doesNotContain(observed(AMBER_ABROAD));
  }

  @Test
  void shouldNotExistForWhoeverMayNotSeeIt() throws Exception {
    for (String id : List.of(ID.toString(), Made.id(999).toString(), "nonsense")) {
      web.perform(get("/api/incidents/{id}/stix", id).with(GERMANY))
          .andExpect(status().isNotFound());
    }
  }

  @Test
  void shouldStopAtAThousandObservationsAndSaySo() throws Exception {
    Set<UUID> members = new HashSet<>();
    for (int number = 10_000; number < 11_100; number++) {
      observe(number, Tlp.GREEN);
      members.add(Made.id(number));
    }
    followed.episodes.put(ID, members);
    web.perform(get("/api/incidents/{id}/stix", ID).with(ANALYST))
        .andExpect(status().isOk())
        .andExpect(header().string("X-Tocsin-Complete", "false"));
  }

  private JsonNode stix(String id, RequestPostProcessor who) throws Exception {
    String body =
        web.perform(get("/api/incidents/{id}/stix", id).with(who))
            .andExpect(status().isOk())
            .andExpect(header().string("Content-Type", "application/stix+json;version=2.1"))
            .andExpect(header().string("X-Tocsin-Complete", "true"))
            .andReturn()
            .getResponse()
            .getContentAsString();
    return StixJson.MAPPER.readTree(body);
  }

  private static List<String> ids(JsonNode bundle) {
    return bundle.path("objects").valueStream().map(each -> each.path("id").asString()).toList();
  }

  private static String observed(int number) {
    return "observed-data--" + Made.id(number);
  }
}
