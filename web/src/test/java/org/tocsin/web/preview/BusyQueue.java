package org.tocsin.web.preview;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tocsin.model.incident.Episode;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.Network;
import org.tocsin.model.incident.Opening;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Followed;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Made;
import tools.jackson.databind.node.ObjectNode;

/** Incidents as a watch finds them in the morning. */
final class BusyQueue {
  private static final Actor ANALYST = new Actor("alma", Set.of(Role.ANALYST), null);
  private static final Actor FOCAL =
      new Actor("focal-fr", Set.of(Role.FOCAL_POINT), As.ORGANISATION);
  private static final List<Rsit> TYPES =
      List.of(
          Rsit.C2_SERVER,
          Rsit.BRUTE_FORCE,
          Rsit.POTENTIALLY_UNWANTED_ACCESSIBLE,
          Rsit.INFECTED_SYSTEM,
          Rsit.PHISHING,
          Rsit.DDOS_AMPLIFIER);
  private static final List<Network> PLACES =
      List.of(
          new Network(64496L, null, null, "SE"),
          new Network(null, "mill.example", null, "FR"),
          new Network(null, null, "192.0.2.17", "FR"),
          new Network(64511L, null, null, "DE"),
          new Network(null, null, "2001:db8::17", null));

  private final Judged judged;

  private BusyQueue(Judged judged) {
    this.judged = judged;
  }

  static void fill(Judged judged, Followed followed) {
    BusyQueue queue = new BusyQueue(judged);
    UUID last = Made.id(0);
    for (int n = 0; n < 24; n++) {
      UUID id = queue.opened(n);
      followed.episodes.put(
          id, IntStream.range(n * 5, n * 5 + 2 + n).mapToObj(Made::id).collect(Collectors.toSet()));
      queue.worked(n, id);
      last = id;
    }
    UUID mails = UUID.fromString("0b9d6a54-1c1e-4a56-9a3b-0d2f6c1f7a10");
    queue.give(
        FOCAL,
        mails,
        "create",
        """
        {"title": "Mails in the name of the tax office ask for bank details", "type": "phishing",
         "severity": "critical", "tlp": "AMBER", "country": "FR", "domain": "tax-refund.example",
         "description": "Since 07:30 our hotline has had forty calls.\\nThe page behind the link is a copy of ours.",
         "observables": [{"type": "url", "value": "https://tax-refund.example/login"},
                         {"type": "ip", "value": "198.51.100.23"},
                         {"type": "email", "value": "refund@tax-refund.example"}]}
        """);
    queue.give(ANALYST, mails, "acknowledge", "{}");
    queue.give(ANALYST, mails, "escalate", "{}");
    queue.give(
        ANALYST,
        mails,
        "comment",
        "{\"text\": \"Same kit as in January.\\nAsked the registrar.\"}");
    queue.give(ANALYST, mails, "notify", "{\"persons\": [\"focal-fr\"]}");
    queue.give(
        ANALYST,
        mails,
        "message",
        "{\"to\": \"focal-fr\", \"text\": \"Thank you. We are on it; do you have a full header?\"}");
    queue.give(FOCAL, mails, "message", "{\"text\": \"Yes, attached to the ticket 4711.\"}");
    queue.give(ANALYST, mails, "link", "{\"incident\": \"%s\"}".formatted(last));
  }

  private UUID opened(int n) {
    Instant from = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(24L - n / 2, ChronoUnit.DAYS);
    Episode episode =
        new Episode(
            Made.id(600_000 + n),
            TYPES.get(n % 6),
            n % 3 == 0 ? "scan_http" : null,
            PLACES.get(n % 5),
            from,
            from.plus(1, ChronoUnit.DAYS),
            Made.id(n == 13 ? 600_012 : 700_000 + n));
    judged.journal().append(new Opening(episode, Tlp.values()[n % 5]).command());
    return episode.id();
  }

  private void worked(int n, UUID id) {
    switch (n % 7) {
      case 1 -> give(ANALYST, id, "acknowledge", "{}");
      case 2 -> give(ANALYST, id, "assign", "{\"assignee\": \"bert\"}");
      case 3 -> give(ANALYST, id, "investigate", "{}");
      case 4 -> give(ANALYST, id, "wait", "{\"text\": \"for the provider\"}");
      default -> {}
    }
    if (n % 5 == 0) {
      give(ANALYST, id, "set-severity", "{\"severity\": \"critical\"}");
      give(ANALYST, id, "escalate", "{}");
    }
  }

  private void give(Actor by, UUID id, String action, String json) {
    ObjectNode details = (ObjectNode) EntityJson.MAPPER.readTree(json);
    judged
        .journal()
        .append(new Command(UUID.randomUUID(), by, Incident.ref(id), null, action, details));
  }
}
