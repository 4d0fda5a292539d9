package org.tocsin.formats.cap;

import java.time.Instant;
import java.util.Set;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.Timestamps;

/** What CAP demands of an alert (CAP 1.2 section 3.2; 1.0 asks for less). */
final class AlertRules {
  private static final Set<String> STATUS = Set.of("Actual", "Exercise", "System", "Test", "Draft");
  private static final Set<String> MESSAGE = Set.of("Alert", "Update", "Cancel", "Ack", "Error");
  private static final Set<String> SCOPE = Set.of("Public", "Restricted", "Private");
  private static final Set<String> URGENCY =
      Set.of("Immediate", "Expected", "Future", "Past", "Unknown");
  private static final Set<String> SEVERITY =
      Set.of("Extreme", "Severe", "Moderate", "Minor", "Unknown");
  private static final Set<String> CERTAINTY =
      Set.of("Observed", "Very Likely", "Likely", "Possible", "Unlikely", "Unknown");

  private AlertRules() {}

  static void check(Element alert) throws Fault {
    alert.required("identifier");
    alert.required("sender");
    sent(alert);
    one(alert, "status", STATUS);
    one(alert, "msgType", MESSAGE);
    if (!alert.isFormer() || !alert.all("scope").isEmpty()) {
      one(alert, "scope", SCOPE);
    }
    for (Element info : alert.all("info")) {
      if (!alert.isFormer()) {
        info.required("category");
      }
      info.required("event");
      one(info, "urgency", URGENCY);
      one(info, "severity", SEVERITY);
      one(info, "certainty", CERTAINTY);
      for (String time : new String[] {"effective", "onset", "expires"}) {
        if (!info.all(time).isEmpty()) {
          time(info, time);
        }
      }
      for (Element area : info.all("area")) {
        area.required("areaDesc");
      }
    }
  }

  /** When the alert was sent. */
  static Instant sent(Element alert) throws Fault {
    return time(alert, "sent");
  }

  private static Instant time(Element element, String name) throws Fault {
    return Timestamps.parse(element.required(name))
        .orElseThrow(() ->
            Fault.bad(
                element.path() + "/" + name,
                "This is no moment in time, such as 2026-01-31T12:00:00+00:00."));
  }

  private static void one(Element element, String name, Set<String> allowed) throws Fault {
    if (!allowed.contains(element.required(name))) {
      throw Fault.bad(element.path() + "/" + name, "The value is none of those CAP allows here.");
    }
  }
}
