package org.tocsin.model.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.RefusedException.Reason;

class MergingTest {
  private final Desk desk = new Desk();

  @Test
  void shouldMakeOthersPartOfTheOneThatGoesOn() {
    UUID one = desk.made();
    UUID two = desk.made();
    UUID three = desk.made();

    assertThat(merge(one, two, three).merged()).containsExactly(two, three);

    assertThat(desk.incident(two).state()).isEqualTo(IncidentState.MERGED);
    assertThat(desk.incident(two).mergedInto()).isEqualTo(one);
    assertThat(desk.incident(three).mergedInto()).isEqualTo(one);
  }

  @Test
  void shouldTakeWhatIsPartOfAPartWithIt() {
    UUID one = desk.made();
    UUID two = desk.made();
    UUID three = desk.made();
    merge(two, three);

    assertThat(merge(one, two).merged()).containsExactly(two, three);
    assertThat(desk.incident(three).mergedInto()).isEqualTo(two);
    assertThat(refused(one, "unmerge", "{'incident': '%s'}".formatted(three)))
        .isEqualTo(Reason.WRONG_STATE);

    assertThat(unmerge(one, two).merged()).isEmpty();
    assertThat(desk.incident(two).merged()).containsExactly(three);
    assertThat(desk.incident(two).mergedInto()).isNull();
    assertThat(desk.incident(two).state()).isEqualTo(IncidentState.ACKNOWLEDGED);
  }

  @Test
  void shouldHaveNoCirclesAndNothingTwice() {
    UUID one = desk.made();
    UUID two = desk.made();
    UUID three = desk.made();
    merge(one, two);

    assertThat(refused(two, "merge", "{'incidents': ['%s']}".formatted(one)))
        .isEqualTo(Reason.WRONG_STATE);
    assertThat(refused(three, "merge", "{'incidents': ['%s']}".formatted(two)))
        .isEqualTo(Reason.WRONG_STATE);
    assertThat(refused(one, "merge", "{'incidents': ['%s']}".formatted(two)))
        .isEqualTo(Reason.WRONG_STATE);
    assertThat(refused(one, "merge", "{'incidents': ['%s']}".formatted(one)))
        .isEqualTo(Reason.INVALID);
    assertThat(refused(one, "merge", "{'incidents': ['%1$s', '%1$s']}".formatted(three)))
        .isEqualTo(Reason.INVALID);
    assertThat(refused(one, "merge", "{'incidents': []}")).isEqualTo(Reason.INVALID);
    assertThat(refused(one, "merge", "{'incidents': ['%s']}".formatted(UUID.randomUUID())))
        .isEqualTo(Reason.NOT_FOUND);
    assertThat(refused(three, "unmerge", "{'incident': '%s'}".formatted(two)))
        .isEqualTo(Reason.WRONG_STATE);
  }

  @Test
  void shouldBoundItsParts() {
    UUID one = desk.made();
    for (int n = 0; n < 100; n++) {
      merge(one, desk.made());
    }

    assertThat(refused(one, "merge", "{'incidents': ['%s']}".formatted(desk.made())))
        .isEqualTo(Reason.WRONG_STATE);
  }

  @Test
  void shouldMoveObservationsIntoANewOne() {
    UUID old = desk.opened(1);
    UUID into = UUID.randomUUID();
    UUID moved = UUID.randomUUID();

    Decision decision = split(old, into, List.of(), moved);

    assertThat(decision.reason()).isNull();
    Incident fresh = desk.incident(into);
    assertThat(fresh.included()).containsExactly(moved);
    assertThat(fresh.title()).isEqualTo(desk.incident(old).title());
    assertThat(fresh.network()).isEqualTo(desk.incident(old).network());
    assertThat(fresh.queue()).isEqualTo("feeds");
    assertThat(fresh.reporter()).isEqualTo("alma");
    assertThat(fresh.episode()).isNull();
    assertThat(fresh.number()).isNotEqualTo(desk.incident(old).number());
    assertThat(fresh.links()).containsExactly(old);
    assertThat(desk.incident(old).links()).containsExactly(into);
    assertThat(desk.incident(old).excluded()).containsExactly(moved);
    assertThat(split(old, into, List.of(), moved).refusal()).isEqualTo(Reason.WRONG_STATE);
    assertThat(split(old, old, List.of(), moved).refusal()).isEqualTo(Reason.WRONG_STATE);
  }

  @Test
  void shouldMoveAnObservationOutOnlyOnceWhoeverAsksAtTheSameTime() {
    UUID old = desk.opened(1);
    UUID moved = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    split(old, UUID.randomUUID(), List.of(), moved);

    Decision again = split(old, UUID.randomUUID(), List.of(), other, moved);

    assertThat(again.refusal()).isEqualTo(Reason.WRONG_STATE);
    assertThat(again.reason()).contains(moved.toString());
    assertThat(desk.incident(old).excluded()).containsExactly(moved);
  }

  @Test
  void shouldMoveWhatWasMovedBefore() {
    UUID old = desk.opened(1);
    UUID into = UUID.randomUUID();
    UUID last = UUID.randomUUID();
    UUID moved = UUID.randomUUID();
    split(old, into, List.of(), moved);
    split(into, last, List.of(), moved);

    assertThat(desk.incident(into).included()).isEmpty();
    assertThat(desk.incident(into).excluded()).containsExactly(moved);
    assertThat(desk.incident(last).included()).containsExactly(moved);
  }

  @Test
  void shouldTakeWhatIsMovedOutOfEveryPart() {
    UUID one = desk.opened(1);
    UUID part = desk.opened(2);
    UUID moved = UUID.randomUUID();
    merge(one, part);

    assertThat(split(one, UUID.randomUUID(), List.of(), moved).refusal())
        .isEqualTo(Reason.WRONG_STATE);
    assertThat(split(one, UUID.randomUUID(), List.of(part), moved).reason()).isNull();
    assertThat(desk.incident(part).excluded()).containsExactly(moved);
    assertThat(desk.incident(part).state()).isEqualTo(IncidentState.MERGED);
    assertThat(unmerge(one, part).excluded()).containsExactly(moved);
  }

  @Test
  void shouldGiveWhatWasMovedBackByMergingAndTakeItAgain() {
    UUID old = desk.opened(1);
    UUID into = UUID.randomUUID();
    UUID moved = UUID.randomUUID();
    List<UUID> both = List.of(old, into);
    List<Set<UUID>> seen = List.of(Set.of(moved), Set.of());
    split(old, into, List.of(), moved);
    merge(old, into);
    assertThat(all(old, both, seen)).containsExactly(moved);

    UUID last = UUID.randomUUID();
    split(old, last, List.of(into), moved);

    assertThat(all(old, both, seen)).isEmpty();
    assertThat(own(last, Set.of())).containsExactly(moved);
  }

  @Test
  void shouldBoundWhatIsMoved() {
    UUID one = desk.opened(1);
    UUID[] many = IntStream.range(0, 1_001).mapToObj(n -> UUID.randomUUID()).toArray(UUID[]::new);

    assertThat(split(one, UUID.randomUUID(), List.of(), many).reason())
        .isEqualTo("observations: more than 1000");
    assertThat(split(one, UUID.randomUUID(), List.of()).reason())
        .isEqualTo("observations: missing");
  }

  /** Whatever is done in whatever order: every observation belongs to one incident that stands. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldStayConsistentWhateverIsDone(long seed) {
    Random random = new Random(seed);
    List<UUID> incidents = new ArrayList<>();
    List<Set<UUID>> observed = new ArrayList<>();
    for (int day = 0; day < 6; day++) {
      incidents.add(desk.opened(2 * day));
      observed.add(
          IntStream.range(0, 5).mapToObj(n -> UUID.randomUUID()).collect(Collectors.toSet()));
    }
    int carriedOut = 0;
    for (int step = 0; step < 400; step++) {
      UUID id = incidents.get(random.nextInt(incidents.size()));
      UUID other = incidents.get(random.nextInt(incidents.size()));
      Decision decision =
          switch (random.nextInt(4)) {
            case 0 -> desk.act(id, "merge", "{'incidents': ['%s']}".formatted(other));
            case 1 -> desk.act(id, "unmerge", "{'incident': '%s'}".formatted(other));
            case 2 -> desk.act(id, "link", "{'incident': '%s'}".formatted(other));
            default -> splitOne(id, incidents, observed, random);
          };
      carriedOut += decision.revisions().isEmpty() ? 0 : 1;
      requireConsistent(incidents, observed);
    }
    assertThat(carriedOut).isGreaterThan(40);
  }

  private Decision splitOne(
      UUID id, List<UUID> incidents, List<Set<UUID>> observed, Random random) {
    List<UUID> members = new ArrayList<>(new TreeSet<>(all(id, incidents, observed)));
    if (members.isEmpty() || incidents.size() > 40) {
      return desk.act(id, "comment", "{'text': 'nothing to move'}");
    }
    UUID into = UUID.randomUUID();
    Decision decision =
        split(id, into, desk.incident(id).merged(), members.get(random.nextInt(members.size())));
    if (!decision.revisions().isEmpty()) {
      incidents.add(into);
      observed.add(Set.of());
    }
    return decision;
  }

  private void requireConsistent(List<UUID> incidents, List<Set<UUID>> observed) {
    List<UUID> belonging = new ArrayList<>();
    for (UUID id : incidents) {
      Incident incident = desk.incident(id);
      assertThat(incident.state() == IncidentState.MERGED).isEqualTo(incident.mergedInto() != null);
      assertThat(incident.merged()).doesNotContain(id).doesNotHaveDuplicates();
      assertThat(incident.included()).noneMatch(incident.excluded()::contains);
      for (UUID part : incident.merged()) {
        assertThat(desk.incident(part).mergedInto()).isNotNull();
        assertThat(incident.merged()).containsAll(desk.incident(part).merged());
      }
      for (UUID link : incident.links()) {
        assertThat(desk.incident(link).links()).contains(id);
      }
      if (incident.state() != IncidentState.MERGED) {
        belonging.addAll(all(id, incidents, observed));
      }
    }
    assertThat(belonging).doesNotHaveDuplicates().hasSize(30);
  }

  /** What is observed of an incident and of what is part of it. */
  private Set<UUID> all(UUID id, List<UUID> incidents, List<Set<UUID>> observed) {
    Set<UUID> all = new HashSet<>(own(id, observed.get(incidents.indexOf(id))));
    for (UUID part : desk.incident(id).merged()) {
      all.addAll(own(part, observed.get(incidents.indexOf(part))));
    }
    return all;
  }

  /** What is observed of it on its own. */
  private Set<UUID> own(UUID id, Set<UUID> ofItsEpisode) {
    Set<UUID> own = new HashSet<>(ofItsEpisode);
    own.addAll(desk.incident(id).included());
    own.removeAll(desk.incident(id).excluded());
    return own;
  }

  private Incident merge(UUID id, UUID... others) {
    String ids = List.of(others).stream().map(UUID::toString).collect(Collectors.joining("', '"));
    return desk.done(id, "merge", "{'incidents': ['%s']}".formatted(ids));
  }

  private Incident unmerge(UUID id, UUID other) {
    return desk.done(id, "unmerge", "{'incident': '%s'}".formatted(other));
  }

  private Decision split(UUID id, UUID into, List<UUID> parts, UUID... observations) {
    return desk.act(
        id,
        "split",
        "{'observations': %s, 'into': '%s', 'parts': %s}"
            .formatted(quoted(List.of(observations)), into, quoted(parts)));
  }

  private static String quoted(List<UUID> ids) {
    return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(",", "[", "]"));
  }

  private Reason refused(UUID id, String action, String details) {
    return desk.act(id, action, details).refusal();
  }
}
