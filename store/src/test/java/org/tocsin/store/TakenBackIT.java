package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.store.Samples.NOW;
import static org.tocsin.store.Samples.observation;
import static org.tocsin.store.Samples.placed;
import static org.tocsin.store.Samples.slot;
import static org.tocsin.store.Samples.version;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.report.Observation;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of an observed-data whose creator takes it back (STIX 2.1 section 3.6.2). */
@UseEngines(EngineKind.ELASTICSEARCH)
class TakenBackIT {
  private TestStore test;

  @BeforeEach
  void open(EngineAddresses engines) {
    test = TestStore.at(engines.elasticsearchUrl());
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void shouldLeaveTheSearchAndStillBeFoundByItsId() {
    Observation seen = observation("taken back");
    test.write(placed(version(seen.objects().getFirst(), Tlp.GREEN, seen), slot("back", 0, 0), 1));
    assertThat(test.all()).hasSize(1);

    Observation revoked = revoked(seen);
    test.write(
        placed(version(revoked.objects().getFirst(), Tlp.GREEN, revoked), slot("back", 0, 1), 2));

    assertThat(test.all()).isEmpty();
    assertThat(test.find(seen.contentId()).objects().getFirst().revoked()).isTrue();
  }

  private static Observation revoked(Observation seen) {
    ObjectNode json = seen.objects().getFirst().json().deepCopy();
    json.put("modified", StixTime.millis(NOW.plusSeconds(60))).put("revoked", true);
    List<StixObject> objects = new ArrayList<>(seen.objects());
    objects.set(0, new StixObject(json));
    return new Observation(
        seen.contentId(), seen.observedAt(), seen.rsit(), seen.reportType(), seen.tlp(), objects);
  }
}
