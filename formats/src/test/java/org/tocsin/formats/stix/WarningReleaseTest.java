package org.tocsin.formats.stix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tocsin.model.directory.OrganisationRules;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.directory.SharingGroupRules;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Court;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.release.Release;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningRules;
import tools.jackson.databind.node.ObjectNode;

/** What leaves of a warning is STIX that any reader of the standard takes. */
class WarningReleaseTest {
  private static final Actor ANALYST = new Actor("analyst", Set.of(Role.ANALYST), null);
  private static final Actor LEAD = new Actor("lead", Set.of(Role.LEAD, Role.ADMIN), null);
  private static final UUID ID = UUID.fromString("7c3bd3c1-5e0c-4d8a-a0f4-000000000001");
  private static final UUID INTO = UUID.fromString("7c3bd3c1-5e0c-4d8a-a0f4-000000000002");
  private static final String FULL =
      """
      {"title": "Phishing for tax refunds", "summary": "Mail that asks for passwords.",
       "severity": "high", "type": "phishing", "tlp": "GREEN",
       "advice": {"citizens": "Do not answer.", "businesses": "Block the domain.",
                  "governments": "Tell your staff.", "internationalOrganisations": "Pass it on."},
       "products": ["cpe:2.3:a:example:mail:1.0:*:*:*:*:*:*:*"], "cves": ["CVE-2026-12345"],
       "observables": [{"type": "domain", "value": "login.example"},
                       {"type": "ip", "value": "192.0.2.0/24"},
                       {"type": "ip", "value": "2001:db8::1"},
                       {"type": "email", "value": "o'neil@login.example"},
                       {"type": "md5", "value": "0123456789abcdef0123456789abcdef"}],
       "references": ["https://cert.example/advisory"], "languages": ["fr"],
       "validUntil": "2026-12-31T00:00:00Z"}
      """;
  private static final String SHORT =
      """
      {"title": "Power cut", "summary": "The network is down.", "severity": "low",
       "tlp": "CLEAR"}
      """;

  private final Court court =
      new Court(List.of(new OrganisationRules(), new SharingGroupRules(), new WarningRules()));
  private final Map<EntityRef, Revision> now = new HashMap<>();
  private final List<Release> released = new ArrayList<>();
  private long offset = 40;

  @Test
  void shouldReleaseAPublishedWarningAsAReportWithItsObjects() {
    publish(FULL);

    Release release = only();
    assertThat(faults(release)).isEmpty();
    assertThat(types(release))
        .isEqualTo(Map.of("report", 1L, "indicator", 5L, "vulnerability", 1L, "note", 4L));
    StixObject report = release.objects().getFirst();
    assertThat(report.id()).isEqualTo("report--" + ID);
    assertThat(report.markingRefs()).containsExactly(Tlp.GREEN.markingId());
    assertThat(report.text("modified")).contains("2026-11-27T08:00:44.000001Z");
    assertThat(report.text("created")).isEqualTo(report.text("modified"));
    assertThat(report.text("published")).isEqualTo(report.text("modified"));
    assertThat(report.texts("report_types"))
        .containsExactly("threat-report", "vulnerability", "indicator");
    assertThat(report.texts("object_refs"))
        .containsExactlyElementsOf(release.objects().stream().skip(1).map(StixObject::id).toList());
    assertThat(release.marked().tlp()).isEqualTo(Tlp.GREEN);
    assertThat(patterns(release))
        .containsExactly(
            "[domain-name:value = 'login.example']",
            "[ipv4-addr:value ISSUBSET '192.0.2.0/24']",
            "[ipv6-addr:value = '2001:db8::1']",
            "[email-addr:value = 'o\\'neil@login.example']",
            "[file:hashes.MD5 = '0123456789abcdef0123456789abcdef']");
  }

  @Test
  void shouldReleaseAWarningThatHasNothingButWords() {
    publish(SHORT);

    assertThat(faults(only())).isEmpty();
    assertThat(types(only())).isEqualTo(Map.of("report", 1L, "note", 1L));
  }

  @Test
  void shouldReleaseNothingOfDraftsReviewsAndAcknowledgements() {
    decide(ANALYST, "create", FULL);
    decide(ANALYST, "submit", "{}");
    decide(ANALYST, "edit", SHORT);
    approve();
    assertThat(released).isEmpty();
    decide(LEAD, "publish", "{}");
    decide(LEAD, "acknowledge", "{\"version\": 1}");
    decide(ANALYST, "update", FULL);
    assertThat(released).hasSize(1);
  }

  @Test
  void shouldRevokeWhatANewVersionNoLongerTells() {
    publish(FULL);
    decide(ANALYST, "update", FULL.replace("login.example\"}", "other.example\"}"));
    decide(ANALYST, "submit", "{}");
    approve();
    decide(LEAD, "publish", "{}");

    Release second = released.get(1);
    assertThat(faults(second)).isEmpty();
    StixObject report = second.objects().getFirst();
    assertThat(report.text("created")).isEqualTo(only().objects().getFirst().text("created"));
    assertThat(report.text("modified")).contains("2026-11-27T08:00:48.000001Z");
    assertThat(revoked(second)).containsExactlyInAnyOrder("login.example", "o'neil@login.example");
    assertThat(report.texts("object_refs")).hasSize(10);
  }

  @Test
  void shouldRevokeAllOfAWithdrawnWarningUnderItsOldMarking() {
    publish(FULL);
    decide(LEAD, "withdraw", "{\"reason\": \"a drill\"}");

    Release taken = released.get(1);
    assertThat(faults(taken)).isEmpty();
    assertThat(taken.objects()).allMatch(StixObject::revoked).hasSize(11);
    assertThat(taken.objects().getFirst().id()).isEqualTo("report--" + ID);
    assertThat(taken.marked()).isEqualTo(only().marked());
  }

  @Test
  void shouldReleaseANarrowedWarningAnewWithALinkToTheOldOne() {
    organisationsAndGroup();
    publish(FULL);
    decide(
        LEAD,
        "narrow",
        "{\"into\": \"%s\", \"tlp\": \"AMBER\", \"audience\": {\"groups\": [\"west\"]}}"
            .formatted(INTO));

    Release taken = released.get(1);
    Release narrowed = released.get(2);
    assertThat(faults(taken)).isEmpty();
    assertThat(faults(narrowed)).isEmpty();
    assertThat(taken.objects().getFirst().revoked()).isTrue();
    assertThat(taken.marked().tlp()).isEqualTo(Tlp.GREEN);
    assertThat(taken.objects().toString()).doesNotContain(INTO.toString());
    assertThat(narrowed.objects()).noneMatch(StixObject::revoked);
    assertThat(narrowed.marked().audience().groups()).containsExactly("west");
    assertThat(narrowed.objects())
        .allMatch(object -> object.markingRefs().equals(List.of(Tlp.AMBER.markingId())));
    StixObject link =
        narrowed.objects().stream()
            .filter(object -> object.type().equals("relationship"))
            .findFirst()
            .orElseThrow();
    assertThat(link.text("relationship_type")).contains("derived-from");
    assertThat(link.text("source_ref")).contains("report--" + INTO);
    assertThat(link.text("target_ref")).contains("report--" + ID);
    assertThat(ids(narrowed)).doesNotContainAnyElementsOf(ids(taken));
  }

  private static List<String> ids(Release release) {
    return release.objects().stream().map(StixObject::id).toList();
  }

  private static List<String> patterns(Release release) {
    return release.objects().stream().flatMap(object -> object.text("pattern").stream()).toList();
  }

  private static List<String> revoked(Release release) {
    return release.objects().stream()
        .filter(StixObject::revoked)
        .map(object -> object.text("name").orElse(""))
        .toList();
  }

  private static Map<String, Long> types(Release release) {
    return release.objects().stream()
        .collect(Collectors.groupingBy(StixObject::type, Collectors.counting()));
  }

  /** What a reader that holds everything against the schemas of OASIS would refuse. */
  private static List<String> faults(Release release) {
    String objects =
        release.objects().stream()
            .map(object -> object.json().toString())
            .collect(Collectors.joining(","));
    String bundle =
        "{\"type\":\"bundle\",\"id\":\"bundle--%s\",\"objects\":[%s]}"
            .formatted(new UUID(0x4000, 0x8000_0000_0000_0000L), objects);
    StixSubmission read = StixSubmission.of(bundle.getBytes(UTF_8));
    assertThat(read.accepted().size() + read.rejects().size()).isEqualTo(release.objects().size());
    return read.rejects().stream().map(Object::toString).toList();
  }

  private Release only() {
    return released.getFirst();
  }

  private void publish(String content) {
    decide(ANALYST, "create", content);
    decide(ANALYST, "submit", "{}");
    approve();
    decide(LEAD, "publish", "{}");
  }

  private void approve() {
    String hash = now.get(Warning.ref(ID)).as(Warning.class).working().content().hash();
    decide(LEAD, "approve", "{\"hash\": \"" + hash + "\"}");
  }

  private void organisationsAndGroup() {
    decide(
        LEAD,
        EntityRef.of("organisation/cert-fr"),
        "put",
        "{\"name\": \"CERT-FR\", \"kind\": \"focal-point\"}");
    decide(
        LEAD,
        SharingGroup.ref("west"),
        "put",
        "{\"name\": \"West\", \"owner\": \"cert-fr\", \"members\": [\"cert-fr\"]}");
  }

  private void decide(Actor by, String action, String json) {
    decide(by, Warning.ref(ID), action, json);
  }

  private void decide(Actor by, EntityRef ref, String action, String json) {
    Command command =
        new Command(
            new UUID(2, ++offset),
            by,
            ref,
            null,
            action,
            (ObjectNode) EntityJson.MAPPER.readTree(json));
    Instant at = Instant.parse("2026-11-27T08:00:00Z").plusSeconds(offset);
    Journaled made = new Journaled(offset, at, at.plusNanos(1_000), command);
    Decision decision = court.decide(made, seen -> Optional.ofNullable(now.get(seen)));
    assertThat(decision.reason()).isNull();
    for (Revision revision : decision.revisions()) {
      now.put(revision.entity(), revision);
      if (revision.entity().kind() == EntityKind.WARNING) {
        revision.as(Warning.class).release(made).ifPresent(released::add);
      }
    }
  }
}
