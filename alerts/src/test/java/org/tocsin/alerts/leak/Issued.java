package org.tocsin.alerts.leak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.release.Release;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningContent;
import org.tocsin.model.warning.WarningVersion;
import org.tocsin.model.warning.Withdrawal;
import org.tocsin.store.VersionQuery.Of;
import tools.jackson.databind.node.ObjectNode;

/** One warning, published and withdrawn as the rules would, kept as the store does. */
final class Issued {
  private static final Instant BEGIN = Instant.parse("2026-03-02T12:00:00.000001Z");

  final UUID id;
  private final Released kept;
  private final @Nullable UUID replaces;
  private final List<WarningVersion> versions = new ArrayList<>();

  Issued(Released kept, int number, @Nullable UUID replaces) {
    this.kept = kept;
    this.id = new UUID(7, number);
    this.replaces = replaces;
  }

  /** What a warning says that names this domain; more is JSON, with a comma before it. */
  static String content(String title, Tlp tlp, String domain, String more) {
    return """
    {"title": "%s", "summary": "About %s.", "severity": "high", "type": "phishing", "tlp": "%s",
     "audience": {"organisations": ["org-a"], "persons": ["focal-point-1"]},
     "cves": ["CVE-2026-77777"], "products": ["Product of %s"],
     "observables": [{"type": "domain", "value": "%s"}]%s}
    """
        .formatted(title, title, tlp.label(), title, domain, more);
  }

  Issued publish(String json) {
    WarningContent content =
        EntityJson.read((ObjectNode) EntityJson.MAPPER.readTree(json), WarningContent.class);
    Instant at = next();
    int number = versions.size() + 1;
    versions.add(
        new WarningVersion(
            number, content, at, kept.all.size(), "lead", "lead", content.hash(), null));
    return keep(at, null);
  }

  Issued withdraw() {
    Instant at = next();
    return keep(at, new Withdrawal("lead", at, kept.all.size(), "a drill"));
  }

  private Instant next() {
    return BEGIN.plusSeconds(kept.all.size());
  }

  private Issued keep(Instant at, @Nullable Withdrawal end) {
    int offset = kept.all.size();
    Warning warning =
        new Warning(
            id,
            "W-2026-%06d".formatted(id.getLeastSignificantBits()),
            "analyst",
            at,
            at,
            versions,
            null,
            end,
            List.of(),
            replaces,
            null);
    Command command =
        new Command(
            new UUID(8, offset),
            new Actor("lead", Set.of(Role.LEAD), null),
            Warning.ref(id),
            null,
            "publish",
            EntityJson.MAPPER.createObjectNode());
    Release release = warning.release(new Journaled(offset, at, at, command)).orElseThrow();
    kept.all.add(new Released.Kept(Of.WARNINGS, at, release.marked(), release.objects()));
    return this;
  }
}
