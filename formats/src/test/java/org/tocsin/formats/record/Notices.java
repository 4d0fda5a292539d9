package org.tocsin.formats.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningContent;
import org.tocsin.model.warning.WarningNotice;
import org.tocsin.model.warning.WarningNotice.Earlier;
import org.tocsin.model.warning.WarningVersion;
import org.tocsin.model.warning.Withdrawal;
import tools.jackson.databind.node.ObjectNode;

/** Warnings as readers get them: published, released as STIX, and read back from that. */
public final class Notices {
  /** The warning's id. */
  public static final UUID ID = UUID.fromString("7c3bd3c1-5e0c-4d8a-a0f4-000000000001");

  /** One that says everything a warning can. */
  public static final String FULL =
      """
      {"title": "Phishing for <tax> & \\"refunds\\"", "summary": "Mail that asks for passwords.\\nA lot of it.",
       "severity": "high", "type": "phishing", "tlp": "GREEN",
       "advice": {"citizens": "Do not answer.", "businesses": "Block the domain.",
                  "governments": "Tell your staff.", "internationalOrganisations": "Pass it on."},
       "products": ["cpe:2.3:a:example:mail:1.0:*:*:*:*:*:*:*", "pkg:maven/org.example/mail@1.0",
                    "Example Mail, all versions before 2"],
       "cves": ["CVE-2026-12345", "CVE-2026-12346"],
       "observables": [{"type": "domain", "value": "login.attacker.net"},
                       {"type": "ip", "value": "45.83.64.0/24"},
                       {"type": "ip", "value": "2a01:4f8::1"},
                       {"type": "url", "value": "https://login.attacker.net/o'neil?a=b"},
                       {"type": "md5", "value": "0123456789abcdef0123456789abcdef"}],
       "references": ["https://cert.example/advisory"], "languages": ["fr"],
       "validFrom": "2026-11-01T00:00:00Z", "validUntil": "2026-12-31T00:00:00Z"}
      """;

  /** One that says as little as it can. */
  public static final String SHORT =
      """
      {"title": "Power cut", "summary": "The network is down.", "severity": "low",
       "tlp": "CLEAR"}
      """;

  private static final Instant BEGIN = Instant.parse("2026-11-27T08:00:00.000001Z");

  private Notices() {}

  /** What readers have of a warning once all those were published. */
  public static WarningNotice published(String... contents) {
    return notice(List.of(contents), false);
  }

  /** What readers have of it once it was withdrawn after that. */
  public static WarningNotice withdrawn(String... contents) {
    return notice(List.of(contents), true);
  }

  /** The versions that went before that one, all of them shown. */
  public static List<Earlier> before(WarningNotice notice) {
    List<Earlier> earlier = new ArrayList<>();
    for (int number = 1; number < notice.version(); number++) {
      earlier.add(new Earlier(number, BEGIN.plusSeconds(number), number == 1 ? null : "note"));
    }
    return earlier;
  }

  private static WarningNotice notice(List<String> contents, boolean withdrawn) {
    List<WarningVersion> versions = new ArrayList<>();
    for (String json : contents) {
      WarningContent content =
          EntityJson.read((ObjectNode) EntityJson.MAPPER.readTree(json), WarningContent.class);
      int number = versions.size() + 1;
      versions.add(
          new WarningVersion(
              number,
              content,
              BEGIN.plusSeconds(number),
              number,
              "lead",
              "lead",
              content.hash(),
              number == 1 ? null : "note"));
    }
    int last = versions.size() + (withdrawn ? 1 : 0);
    Instant at = BEGIN.plusSeconds(last);
    Warning warning =
        new Warning(
            ID,
            "W-2026-000041",
            "analyst",
            BEGIN,
            at,
            versions,
            null,
            withdrawn ? new Withdrawal("lead", at, last, "a drill") : null,
            List.of(),
            null,
            null);
    Command command =
        new Command(
            new UUID(1, last),
            new Actor("lead", Set.of(Role.LEAD), null),
            Warning.ref(ID),
            null,
            "publish",
            EntityJson.MAPPER.createObjectNode());
    return WarningNotice.of(
            warning.release(new Journaled(last, at, at, command)).orElseThrow().objects(), last)
        .orElseThrow();
  }
}
