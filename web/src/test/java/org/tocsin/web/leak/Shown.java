package org.tocsin.web.leak;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tocsin.web.leak.Thing.Kind;

/**
 * What each exit shows. A new one has to be put down here, either with what it shows or with why
 * there is no gate that could be off, or the leak test fails.
 */
final class Shown {
  private static final Map<String, Set<Kind>> BY = new TreeMap<>();

  /** Exits that show nothing of anybody's, each with the reason. */
  static final Map<String, String> WITHOUT_GATE =
      Map.ofEntries(
          entry("GET /help", "explains keys"),
          entry("GET /problems", "explains what the types of problems mean"),
          entry("GET /signed-out", "says goodbye"),
          entry("GET /sign-in-failed", "says that it failed"),
          entry("GET /error", "says what was wrong with the request"),
          entry("GET /incidents/new", "a blank form"),
          entry("POST /incidents/new", "hands back what was written, or where what was made is"),
          entry("POST /api/incidents", "answers with what was made of what was sent"),
          entry(
              "POST /organisation-form", "hands back what was written, or where what was made is"),
          entry("POST /feed-form", "hands back what was written"),
          entry(
              "POST /subscription-form", "hands back what was written, or where what was made is"),
          entry("POST /api/subscriptions", "answers with what was made of what was sent"),
          entry("POST /api/feeds/test", "says what would come of what was sent"));

  static {
    show("GET /api/observations", Kind.OBSERVATION);
    show("GET /api/observations/{id}", Kind.OBSERVATION);
    show("GET /api/observations/{id}/raw", Kind.BYTES);
    show("GET /search", Kind.OBSERVATION);
    show("GET /search/more", Kind.OBSERVATION);
    show("GET /observations/{id}", Kind.OBSERVATION);
    show("GET /observations/{id}/stix", Kind.OBSERVATION);
    show("GET /observations/{id}/bytes", Kind.BYTES);
    show("GET /observations/{id}/raw", Kind.BYTES);
    show("GET /api/objects", Kind.OBJECT);
    show("GET /objects", Kind.OBJECT);
    show("GET /objects/more", Kind.OBJECT);
    show("GET /api/rejects", Kind.REJECT);
    show("GET /api/rejects/{id}", Kind.REJECT);
    show("GET /api/rejects/{id}/raw", Kind.REJECT);
    show("POST /api/rejects/{id}/redrive", Kind.REJECT);
    show("GET /rejects", Kind.REJECT);
    show("GET /rejects/more", Kind.REJECT);
    show("GET /rejects/{id}", Kind.REJECT);
    show("GET /rejects/{id}/raw", Kind.REJECT);
    show("POST /rejects/{id}/redrive", Kind.REJECT);
    show("GET /api/reports/{receipt}", Kind.RECEIPT, Kind.LED_TO);
    show("GET /", Kind.RECEIPT, Kind.ACCOUNT);
    show("GET /incoming", Kind.RECEIPT, Kind.ACCOUNT);
    show("GET /receipts/{receipt}", Kind.RECEIPT, Kind.LED_TO);
    show("GET /receipts/{receipt}/account", Kind.RECEIPT, Kind.LED_TO);
    show("GET /api/accounting", Kind.ACCOUNT);
    show("GET /api/feeds", Kind.FEED);
    show("GET /api/feeds/{name}", Kind.FEED);
    show("POST /api/feeds/{name}/actions", Kind.FEED);
    show("GET /api/feeds/{name}/definition", Kind.FEED);
    show("PUT /api/feeds/{name}", Kind.DEFINED);
    show("GET /feed-form", Kind.DEFINED);
    show("GET /feeds", Kind.FEED);
    show("GET /feeds/live", Kind.FEED);
    show("GET /feeds/{name}", Kind.FEED);
    show("POST /feeds/{name}/actions", Kind.FEED);
    show("GET /api/journal", Kind.DECISION);
    show("GET /journal", Kind.DECISION);
    show("GET /journal/more", Kind.DECISION);
    show("GET /api/commands/{id}", Kind.COMMAND);
    show("GET /api/journal/verify", Kind.PROOF);
    show("GET /journal/proof", Kind.PROOF);
    incidents();
    warnings();
    directory();
    subscriptions();
  }

  private Shown() {}

  private static void incidents() {
    show("GET /api/incidents", Kind.INCIDENT, Kind.WORKER);
    show("GET /api/incidents/{id}", Kind.INCIDENT, Kind.WORKER, Kind.LINKED);
    show("POST /api/incidents/{id}/actions", Kind.INCIDENT);
    show("POST /api/incidents/actions", Kind.INCIDENT);
    show("GET /api/incidents/{id}/timeline", Kind.INCIDENT, Kind.SAID, Kind.FILE_NAME);
    show("GET /api/incidents/{id}/observations", Kind.INCIDENT, Kind.MEMBER);
    show("GET /api/incidents/{id}/stix", Kind.INCIDENT, Kind.MEMBER);
    show("GET /api/incidents/{id}/messages", Kind.INCIDENT, Kind.SAID);
    show("POST /api/incidents/{id}/messages", Kind.INCIDENT);
    show("GET /api/incidents/{id}/attachments", Kind.INCIDENT, Kind.FILE_NAME);
    show("POST /api/incidents/{id}/attachments", Kind.INCIDENT);
    show("GET /api/incidents/{id}/attachments/{attachment}", Kind.FILE);
    show("GET /incidents", Kind.INCIDENT, Kind.WORKER);
    show("GET /incidents/live", Kind.INCIDENT, Kind.WORKER);
    show("GET /incidents/more", Kind.INCIDENT, Kind.WORKER);
    show("POST /incidents/actions", Kind.INCIDENT, Kind.WORKER);
    show("GET /incidents/{id}", Kind.INCIDENT, Kind.WORKER, Kind.LINKED, Kind.SAID, Kind.FILE_NAME);
    show("GET /incidents/{id}/observations", Kind.INCIDENT, Kind.MEMBER);
    show("GET /incidents/{id}/life", Kind.INCIDENT, Kind.SAID, Kind.FILE_NAME);
    show("GET /incidents/{id}/stix", Kind.INCIDENT, Kind.MEMBER);
    show("POST /incidents/{id}/actions", Kind.INCIDENT);
    show("POST /incidents/{id}/attachments", Kind.INCIDENT);
    show("GET /incidents/{id}/attachments/{attachment}", Kind.FILE);
  }

  private static void warnings() {
    show("GET /api/warnings", Kind.WARNING, Kind.WORKING);
    show("POST /api/warnings", Kind.STANDING);
    show(
        "GET /api/warnings/{id}",
        Kind.WARNING,
        Kind.WORKING,
        Kind.TITLE,
        Kind.SUCCESSOR,
        Kind.ACKNOWLEDGED);
    show("PUT /api/warnings/{id}", Kind.WARNING);
    show("POST /api/warnings/{id}/actions", Kind.WARNING);
    show("GET /api/warnings/{id}/versions/{version}", Kind.VERSION, Kind.EARLIER);
    show("GET /api/warnings/{id}/deliveries", Kind.PUBLISHED, Kind.DELIVERED);
    show("POST /api/deliveries/{id}/replay", Kind.DELIVERY);
    show("POST /warnings/{id}/deliveries/{delivery}/replay", Kind.ON_BOARD);
    show("POST /api/warnings/{id}/acknowledgements", Kind.WARNING);
    show("GET /warnings", Kind.WARNING);
    show("GET /warnings/live", Kind.WARNING);
    show("POST /warnings", Kind.CHOICE);
    show("GET /warnings/new", Kind.CHOICE, Kind.TAKEN_UP);
    show("POST /warnings/recipients", Kind.REACHED);
    show("GET /warnings/{id}", Kind.WARNING, Kind.VERSION, Kind.EARLIER, Kind.ACKNOWLEDGED);
    show("POST /warnings/{id}/acknowledgement", Kind.WARNING);
    show("GET /warnings/{id}/edit", Kind.WARNING);
    show("POST /warnings/{id}/text", Kind.WARNING);
    show("GET /warnings/{id}/review", Kind.WARNING);
    show("GET /warnings/{id}/end", Kind.WARNING);
    show("POST /warnings/{id}/actions", Kind.WARNING);
    show("GET /warnings/{id}/board", Kind.PUBLISHED);
    show("GET /warnings/{id}/board/live", Kind.PUBLISHED);
  }

  private static void directory() {
    show("GET /api/directory", Kind.ORGANISATION, Kind.RESPONSIBLE);
    show("GET /api/directory/{id}", Kind.ORGANISATION);
    show("PUT /api/directory/{id}", Kind.ENTRY);
    show("POST /api/directory/{id}/actions", Kind.ENTRY);
    show("GET /directory", Kind.ORGANISATION, Kind.RESPONSIBLE, Kind.GROUP);
    show("GET /directory/{id}", Kind.ORGANISATION, Kind.MEMBERSHIP);
    show("GET /organisation-form", Kind.ENTRY);
    show("GET /api/sharing-groups", Kind.GROUP);
    show("GET /api/sharing-groups/{id}", Kind.GROUP);
    show("PUT /api/sharing-groups/{id}", Kind.GROUP);
    show("POST /api/sharing-groups/{id}/actions", Kind.GROUP);
    show("GET /sharing-groups/{id}", Kind.GROUP);
    show("GET /sharing-group-form", Kind.OWNED);
    show("POST /sharing-group-form", Kind.GROUP);
  }

  private static void subscriptions() {
    show("GET /api/subscriptions", Kind.SUBSCRIPTION);
    show("GET /api/subscriptions/{id}", Kind.SUBSCRIPTION);
    show("PUT /api/subscriptions/{id}", Kind.SUBSCRIPTION);
    show("DELETE /api/subscriptions/{id}", Kind.SUBSCRIPTION);
    show("POST /api/subscriptions/{id}/actions", Kind.SUBSCRIPTION);
    show("POST /api/subscriptions/{id}/test", Kind.SUBSCRIPTION);
    show("POST /api/subscriptions/test", Kind.OBSERVATION, Kind.PUBLISHED);
    show("POST /api/subscriptions/{id}/confirmation", Kind.SUBSCRIPTION);
    show("POST /subscriptions/{id}/confirmation", Kind.SUBSCRIPTION);
    show("GET /subscriptions", Kind.SUBSCRIPTION);
    show("GET /subscriptions/{id}", Kind.SUBSCRIPTION);
    show("POST /subscriptions/{id}/actions", Kind.SUBSCRIPTION);
    show("POST /subscriptions/{id}/test", Kind.SUBSCRIPTION);
    show("GET /subscription-form", Kind.SUBSCRIPTION);
    show("POST /subscription-form/test", Kind.OBSERVATION, Kind.PUBLISHED, Kind.GROUP);
  }

  private static void show(String exit, Kind... kinds) {
    BY.put(exit, EnumSet.copyOf(Arrays.asList(kinds)));
  }

  static Set<Kind> by(Exit exit) {
    return BY.getOrDefault(exit.toString(), Set.of());
  }

  static Set<String> exits() {
    return BY.keySet();
  }
}
