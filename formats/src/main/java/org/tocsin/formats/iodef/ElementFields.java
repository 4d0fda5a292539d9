package org.tocsin.formats.iodef;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tocsin.formats.markup.Element;
import org.tocsin.formats.record.ObservedDraft;

/** Keeps what an incident says under its path, such as {@code EventData.Flow.System@category}. */
final class ElementFields {
  /** People, and mail as it came. */
  private static final Set<String> LEFT_OUT =
      Set.of("Contact", "Contacts", "History", "EmailMessage", "PostalAddress", "EmailTo");

  private static final int MAX_FIELDS = 500;
  private static final int MAX_TEXT = 8_192;

  private final ObservedDraft draft;
  private int kept;

  private ElementFields(ObservedDraft draft) {
    this.draft = draft;
  }

  static void keep(Element incident, ObservedDraft draft) {
    new ElementFields(draft).walk("", incident);
  }

  private void walk(String path, Element element) {
    element.attributes().forEach((name, value) -> put(path + "@" + name, value));
    if (!path.isEmpty()) {
      put(path, element.text());
    }
    Map<String, Integer> seen = new HashMap<>();
    for (Element child : element.children()) {
      if (!LEFT_OUT.contains(child.name())) {
        int number = seen.merge(child.name(), 1, Integer::sum);
        String step = number == 1 ? child.name() : child.name() + "." + number;
        walk(path.isEmpty() ? step : path + "." + step, child);
      }
    }
  }

  private void put(String path, String text) {
    if (!text.isBlank() && text.length() <= MAX_TEXT && kept < MAX_FIELDS) {
      draft.field(path, text.strip());
      kept++;
    }
  }
}
