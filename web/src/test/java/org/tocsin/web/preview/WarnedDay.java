package org.tocsin.web.preview;

import java.util.Set;
import java.util.UUID;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.warning.Warning;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Made;
import tools.jackson.databind.node.ObjectNode;

/** Warnings in every state, with a directory of those they are for. */
public final class WarnedDay {
  private static final Actor ANALYST = new Actor("analyst", Set.of(Role.ANALYST), null);
  private static final Actor LEAD = new Actor("lead", Set.of(Role.LEAD), null);
  private static final Actor FRENCH = new Actor("focal-fr", Set.of(Role.FOCAL_POINT), "cert-fr");

  private static final String OUTBREAK =
      """
      {"title": "Ransomware spreads through an unpatched mail gateway",
       "summary": "Since 06:10 UTC attackers use CVE-2026-20417 in ExampleMail Gateway 4.x to run programs without signing in. Three hospitals and a port authority report encrypted file servers within hours of the first connection.\\n\\nThe vendor has published a corrected version. Where it cannot be installed today, take the gateway off the net.",
       "severity": "critical", "type": "system-compromise", "tlp": "TLP:AMBER",
       "audience": {"groups": ["west"], "organisations": ["bank", "cert-fr"]},
       "advice": {"businesses": "Install version 4.2.9. Look for connections to the addresses below since Monday. Keep offline copies of your backups.", "governments": "Ask the operators you supervise whether they run the gateway; report every hit to us by telephone.", "citizens": "Hospitals may ask you to bring your papers. Nothing else to do."},
       "products": ["cpe:2.3:a:example:mail_gateway:4.*:*:*:*:*:*:*:*"], "cves": ["CVE-2026-20417"],
       "observables": [{"type": "ip", "value": "198.51.100.23"}, {"type": "ip", "value": "203.0.113.0/28"}, {"type": "domain", "value": "update.mail-gateway.example"}, {"type": "url", "value": "https://update.mail-gateway.example/stage/2"}, {"type": "sha-256", "value": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}],
       "references": ["https://vendor.example/advisories/2026-20417"], "validUntil": "2026-12-31T00:00:00Z"}
      """;
  private static final String REFUND =
      """
      {"title": "Phishing for tax refunds", "summary": "Mail in the name of the tax office asks for card numbers.",
       "severity": "medium", "type": "phishing", "tlp": "CLEAR",
       "advice": {"citizens": "The tax office never asks for your card by mail. Do not answer, delete it."},
       "observables": [{"type": "domain", "value": "refund.example"}]}
      """;
  private static final String ROUTERS =
      """
      {"title": "Home routers with open administration pages", "summary": "About 12,000 devices answer on port 8080.",
       "severity": "low", "type": "potentially-unwanted-accessible", "tlp": "GREEN"}
      """;

  private final Judged judged;
  private int last = 2_000;

  private WarnedDay(Judged judged) {
    this.judged = judged;
  }

  /** Puts them there. */
  public static void fill(Judged judged) {
    WarnedDay day = new WarnedDay(judged);
    day.organisation("cert-fr", "CERT-FR", "focal-fr");
    day.organisation("cert-es", "CERT-ES", "focal-es");
    day.organisation("cert-de", "CERT-DE", "focal-de");
    day.organisation("bank", "First Bank of the Coast", "bank-soc");
    judged
        .journal()
        .append(
            Made.put(
                SharingGroup.ref("west"),
                "{\"name\": \"West\", \"owner\": \"cert-fr\", \"members\": [\"cert-fr\", \"cert-es\"]}"));
    day.warnings();
  }

  private void warnings() {
    int routers = create(ROUTERS);
    publish(routers);
    decide(
        routers, LEAD, "withdraw", "{\"reason\": \"The scan was wrong; there are 40 of them.\"}");
    int outbreak = create(OUTBREAK.replace("since Monday", "since Sunday"));
    publish(outbreak);
    decide(outbreak, FRENCH, "acknowledge", "{\"version\": 1}");
    decide(
        outbreak,
        ANALYST,
        "update",
        "{\"note\": \"Two more addresses, and what to look for.\", \"content\": " + OUTBREAK + "}");
    publish(outbreak);
    decide(outbreak, FRENCH, "acknowledge", "{\"version\": 2}");
    decide(
        outbreak,
        ANALYST,
        "update",
        "{\"content\": "
            + OUTBREAK.replace("Three hospitals", "Five hospitals").replace("4.2.9", "4.2.10")
            + "}");
    decide(outbreak, ANALYST, "submit", "{}");
    create(REFUND);
    int review = create(REFUND.replace("tax refunds", "parcel fees"));
    decide(review, ANALYST, "submit", "{}");
    publish(create(ROUTERS.replace("Home routers", "Cameras")));
  }

  private void organisation(String id, String name, String person) {
    judged
        .journal()
        .append(
            Made.put(
                Organisation.ref(id),
                "{\"name\": \"%s\", \"kind\": \"focal-point\", \"identities\": [\"%s\"]}"
                    .formatted(name, person)));
  }

  private int create(String json) {
    int number = ++last;
    decide(number, ANALYST, "create", json);
    return number;
  }

  private void publish(int number) {
    decide(number, ANALYST, "submit", "{}");
    String hash =
        judged.now.get(Warning.ref(Made.id(number))).as(Warning.class).working().content().hash();
    decide(number, LEAD, "approve", "{\"hash\": \"" + hash + "\"}");
    decide(number, LEAD, "publish", "{}");
  }

  private void decide(int number, Actor by, String action, String json) {
    judged
        .journal()
        .append(
            new Command(
                UUID.randomUUID(),
                by,
                Warning.ref(Made.id(number)),
                null,
                action,
                (ObjectNode) EntityJson.MAPPER.readTree(json)));
  }
}
