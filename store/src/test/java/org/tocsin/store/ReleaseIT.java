package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.store.TestStore.ALL;
import static org.tocsin.store.TestStore.LATER;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.directory.Asn;
import org.tocsin.model.directory.Concerned;
import org.tocsin.model.directory.Constituency;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.incident.IncidentStix;
import org.tocsin.model.incident.Network;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.Decision.Verdict;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.release.Release;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.VersionQuery.Extent;
import org.tocsin.store.VersionQuery.Of;
import org.tocsin.store.cluster.Bulk;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.index.Generations;
import org.tocsin.store.write.ElasticsearchDecisionWriter;
import org.tocsin.store.write.Released;
import tools.jackson.databind.node.ObjectNode;

/** What is decided goes out in versions, each to those who may see it and still may. */
@UseEngines(EngineKind.ELASTICSEARCH)
class ReleaseIT {
  private static final Instant BEGIN = Instant.parse("2026-11-25T08:00:00Z");
  private static final UUID ID = new UUID(1, 4);
  private static final SharingFilter FRANCE = focal("cert-fr", Set.of("west"), 64496);
  private static final SharingFilter GERMANY = focal("cert-de", Set.of(), 64497);

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
  void shouldCutAVersionWhereSomethingOfItChanged() {
    List<Decision> all =
        List.of(
            decided(1, incident(IncidentState.NEW, null, Tlp.AMBER)),
            decided(2, incident(IncidentState.NEW, "analyst", Tlp.AMBER)),
            decided(3, incident(IncidentState.CLOSED, "analyst", Tlp.AMBER)));
    write(all);

    List<StoredVersion> versions = versions(Of.INCIDENTS, Extent.ALL, ALL);
    assertThat(versions).extracting(StoredVersion::number).containsExactly(1, 2);
    assertThat(versions)
        .extracting(version -> version.object().modified().orElseThrow())
        .containsExactly(added(1), added(3));
    assertThat(versions)
        .extracting(version -> version.object().text("created").orElseThrow())
        .containsOnly(StixTime.micros(added(1)));
    assertThat(versions(Of.INCIDENTS, Extent.LAST, ALL))
        .extracting(StoredVersion::object)
        .containsExactly(versions.getLast().object());
    assertThat(versions(Of.RELEASES, Extent.ALL, ALL)).isEqualTo(versions);
    assertThat(versions(Of.WARNINGS, Extent.ALL, ALL)).isEmpty();
    assertThat(versions(Of.INCIDENTS, Extent.ALL, FRANCE)).isEqualTo(versions);
    assertThat(versions(Of.INCIDENTS, Extent.ALL, GERMANY)).isEmpty();
    assertThat(at(StixVersions.End.FIRST, versions)).containsExactly(versions.getFirst());
    assertThat(at(StixVersions.End.LAST, versions)).containsExactly(versions.getLast());

    write(all); // after a crash
    write(all.subList(1, 3));
    assertThat(versions(Of.INCIDENTS, Extent.ALL, ALL)).isEqualTo(versions);
    NextGeneration next = test.store().rebuild().begin();
    all.forEach(decision -> next.decisions().write(List.of(decision)));
    next.holdWrites();
    next.swap();
    assertThat(versions(Of.INCIDENTS, Extent.ALL, ALL)).isEqualTo(versions);
  }

  @Test
  void shouldShowNothingBehindTheHorizonAndNothingTwice() {
    write(
        List.of(
            decided(1, incident(IncidentState.NEW, null, Tlp.GREEN)),
            decided(2, incident(IncidentState.CLOSED, null, Tlp.GREEN))));
    VersionQuery query = query(Of.INCIDENTS, Extent.ALL, null);

    Page<StoredVersion> first = test.store().versions().page(query, ALL, added(1));
    assertThat(first.items()).hasSize(1);
    assertThat(test.store().versions().page(query.goingOn(first.cursor()), ALL, LATER).items())
        .singleElement()
        .satisfies(second -> assertThat(second.added()).isEqualTo(added(2)));
  }

  @Test
  void shouldTakeBackWhatWasWithdrawn() {
    ElasticsearchDecisionWriter writer = writing(ReleaseIT::report);
    writer.write(List.of(notice(1, "One", Tlp.GREEN), notice(2, "Two", Tlp.GREEN)));
    writer.makeVisible();
    assertThat(shown(versions(Of.RELEASES, Extent.ALL, GERMANY))).containsExactly("One", "Two");

    writer.write(List.of(notice(3, "revoked", Tlp.GREEN)));
    assertThat(shown(versions(Of.RELEASES, Extent.ALL, GERMANY)))
        .as("at once, before searches see the withdrawal")
        .isEmpty();
    writer.makeVisible();
    for (Extent extent : Extent.values()) {
      assertThat(shown(versions(Of.RELEASES, extent, GERMANY))).containsExactly("revoked");
    }
    assertThat(shown(versions(Of.RELEASES, Extent.ALL, ALL)))
        .containsExactly("One", "Two", "revoked");
  }

  @Test
  void shouldShowOldVersionsOnlyToThoseWhoMaySeeTheLast() {
    ElasticsearchDecisionWriter writer = writing(ReleaseIT::report);
    writer.write(List.of(notice(1, "One", Tlp.GREEN), notice(2, "Two", Tlp.AMBER, "west")));
    writer.makeVisible();

    assertThat(versions(Of.RELEASES, Extent.ALL, GERMANY)).allMatch(one -> one.shown().isEmpty());
    List<StoredVersion> france = versions(Of.RELEASES, Extent.ALL, FRANCE);
    assertThat(shown(france)).containsExactly("One", "Two");
    assertThat(france)
        .as("marked as it is by now")
        .allSatisfy(one ->
            assertThat(one.shown().getFirst().markingRefs())
                .containsExactly(Tlp.AMBER.markingId()));
    assertThat(shown(page(query(Of.RELEASES, Extent.LAST, "west"), FRANCE))).containsExactly("Two");
    assertThat(shown(page(query(Of.RELEASES, Extent.LAST, "east"), FRANCE))).isEmpty();
  }

  @Test
  void shouldMarkAnIncidentNoLooserThanWhatIsObservedOfIt() {
    Incident observed = incident(IncidentState.NEW, null, Tlp.AMBER);
    Incident floor = incident(IncidentState.NEW, null, Tlp.GREEN);
    ElasticsearchDecisionWriter writer =
        writing((revision, made) -> Optional.of(IncidentStix.release(floor, made)));
    writer.write(List.of(decided(1, observed)));
    writer.makeVisible();

    for (Extent extent : Extent.values()) {
      assertThat(shown(versions(Of.INCIDENTS, extent, GERMANY))).isEmpty();
      assertThat(versions(Of.INCIDENTS, extent, FRANCE))
          .singleElement()
          .satisfies(one ->
              assertThat(one.shown().getFirst().markingRefs())
                  .containsExactly(Tlp.AMBER.markingId()));
    }
  }

  private void write(List<Decision> decisions) {
    test.store().decisionWriter().write(decisions);
    test.store().decisionWriter().makeVisible();
  }

  private ElasticsearchDecisionWriter writing(Released released) {
    Cluster cluster = new Cluster(test.settings());
    Generations generations = new Generations(cluster, test.clock());
    return ElasticsearchDecisionWriter.live(
        cluster,
        new Bulk(cluster, new SimpleMeterRegistry()),
        test.clock(),
        generations.names(),
        generations.live(),
        released);
  }

  private List<StoredVersion> versions(Of of, Extent extent, SharingFilter filter) {
    return page(query(of, extent, null), filter);
  }

  private List<StoredVersion> page(VersionQuery query, SharingFilter filter) {
    List<StoredVersion> all = new ArrayList<>();
    VersionQuery next = query;
    Page<StoredVersion> page;
    do {
      page = test.store().versions().page(next, filter, LATER);
      all.addAll(page.items());
      next = next.goingOn(page.cursor());
    } while (page.more());
    return all;
  }

  private List<StoredVersion> at(StixVersions.End end, List<StoredVersion> some) {
    return test.store().versions().at(end, some, query(Of.INCIDENTS, Extent.ALL, null), ALL, LATER);
  }

  private static VersionQuery query(Of of, Extent extent, @Nullable String group) {
    return new VersionQuery(of, extent, Set.of(), Set.of(), null, group, null, null, 1);
  }

  private static List<String> shown(List<StoredVersion> versions) {
    return versions.stream()
        .flatMap(version -> version.shown().stream())
        .map(object -> object.text("name").orElse(""))
        .toList();
  }

  private static Instant added(int offset) {
    return BEGIN.plusSeconds(offset).plus(3, ChronoUnit.MICROS);
  }

  private static Decision decided(int offset, Incident incident) {
    return decided(offset, incident.ref(), EntityJson.tree(incident));
  }

  /** Of a kind of which nothing goes out otherwise. */
  private static Decision notice(int offset, String name, Tlp tlp, String... groups) {
    return decided(
        offset,
        new EntityRef(EntityKind.SHARING_GROUP, ID.toString()),
        EntityJson.MAPPER
            .createObjectNode()
            .put("name", name)
            .put("tlp", tlp.name())
            .put("group", String.join("", groups)));
  }

  private static Decision decided(int offset, EntityRef entity, ObjectNode state) {
    Command command =
        new Command(
            new UUID(0, offset),
            new Actor("lead", Set.of(Role.LEAD), null),
            entity,
            null,
            "put",
            EntityJson.MAPPER.createObjectNode());
    return new Decision(
        new Journaled(offset, BEGIN.plusSeconds(offset), added(offset), command),
        Verdict.APPLIED,
        null,
        null,
        List.of(new Revision(entity, offset, state)));
  }

  private static Optional<Release> report(Revision revision, Journaled made) {
    String name = revision.state().path("name").asString();
    Tlp tlp = Tlp.valueOf(revision.state().path("tlp").asString());
    String group = revision.state().path("group").asString();
    var json =
        StixJson.MAPPER
            .createObjectNode()
            .put("type", "report")
            .put("id", "report--" + revision.entity().id())
            .put("created", StixTime.micros(made.added()))
            .put("modified", StixTime.micros(made.added()))
            .put("name", name)
            .put("revoked", name.equals("revoked"));
    json.putArray("object_marking_refs").add(tlp.markingId());
    Audience audience =
        new Audience(Set.of(), group.isEmpty() ? Set.of() : Set.of(group), Set.of());
    return Optional.of(
        new Release(
            List.of(new StixObject(json)), new Marked(tlp, "lead", audience, Concerned.NOTHING)));
  }

  private static Incident incident(IncidentState state, @Nullable String assignee, Tlp tlp) {
    return new Incident(
        ID,
        "2026-000001",
        null,
        Incident.REPORTS,
        "Phishing",
        null,
        Rsit.PHISHING,
        new Network(64496L, null, null, "FR"),
        Severity.MEDIUM,
        state,
        false,
        assignee,
        tlp,
        "lead",
        Audience.NOBODY,
        List.of(),
        Set.of(),
        List.of(),
        null,
        Set.of(),
        Set.of());
  }

  private static SharingFilter focal(String organisation, Set<String> groups, long asn) {
    Constituency constituency = new Constituency(Arrays.asList(new Asn(asn)));
    return SharingPolicy.knowledge(
        new Reader(
            "focal", Set.of(Role.FOCAL_POINT), organisation, new Membership(groups, constituency)));
  }
}
