package org.tocsin.alerts.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.store.StoredVersion;
import tools.jackson.databind.node.ObjectNode;

class PackingTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private Packing packing = new Packing(4, Place.behind(null));

  @Test
  void shouldStopAtItsLimitAndSayWhereToGoOn() {
    assertThat(add("a", 1, 2)).isTrue();
    assertThat(add("b", 2, 2)).isTrue();
    assertThat(add("c", 3, 1)).isFalse();

    Slice slice = packing.slice(true);
    assertThat(slice.items()).hasSize(4);
    assertThat(slice.next()).isEqualTo("b");
  }

  @Test
  void shouldNotPartWhatBecameVisibleTogether() {
    assertThat(add("a", 1, 2)).isTrue();
    assertThat(add("b", 2, 1)).isTrue();
    assertThat(add("c", 2, 2)).isFalse();

    Slice slice = packing.slice(true);
    assertThat(slice.items()).hasSize(2);
    assertThat(slice.next()).isEqualTo("a");
  }

  @Test
  void shouldPartOneMomentThatAloneIsMore() {
    assertThat(add("a", 1, 3)).isTrue();
    assertThat(add("b", 1, 6)).isFalse();
    assertThat(goneOn().items()).hasSize(4);

    assertThat(add("b", 1, 6)).isFalse();
    assertThat(goneOn().items()).hasSize(4);

    assertThat(add("b", 1, 6)).isTrue();
    assertThat(add("c", 2, 3)).isTrue();
    assertThat(packing.slice(false).items()).hasSize(4);
  }

  @Test
  void shouldEndBetweenTwoVersionsOfOneMoment() {
    assertThat(add("a", 1, 4)).isTrue();
    assertThat(add("b", 1, 1)).isFalse();

    assertThat(packing.slice(true).next()).isEqualTo("a");
  }

  @Test
  void shouldSkipNothingOfAnotherVersionThanTheOneItEndedIn() {
    assertThat(add("a", 1, 6)).isFalse();
    goneOn();

    assertThat(add("b", 1, 2)).isTrue();
    assertThat(packing.slice(false).items()).hasSize(2);
  }

  @Test
  void shouldGoOnBehindWhatShowsNothing() {
    assertThat(add("a", 1, 1)).isTrue();
    assertThat(add("b", 2, 0)).isTrue();

    assertThat(packing.slice(true).next()).isEqualTo("b");
  }

  @Test
  void shouldEndWhereThereIsNoMore() {
    assertThat(packing.isEmpty()).isTrue();
    assertThat(add("a", 1, 1)).isTrue();
    assertThat(packing.isEmpty()).isFalse();

    Slice slice = packing.slice(false);
    assertThat(slice.more()).isFalse();
    assertThat(slice.items().getFirst().added()).isEqualTo(NOON.plusSeconds(1));
  }

  /** The slice; the next one begins where it ended. */
  private Slice goneOn() {
    Slice slice = packing.slice(true);
    packing = new Packing(4, Place.of(slice.next()));
    return slice;
  }

  private boolean add(String cursor, int second, int objects) {
    ObjectNode json = StixJson.MAPPER.createObjectNode().put("type", "indicator");
    StixObject object = new StixObject(json.put("id", "indicator--" + cursor));
    List<StixObject> shown = IntStream.range(0, objects).mapToObj(any -> object).toList();
    return packing.add(
        new StoredVersion(NOON.plusSeconds(second), cursor, object, shown, 0), shown);
  }
}
