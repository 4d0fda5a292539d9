package org.tocsin.formats.iodef;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.markup.Element;
import org.tocsin.model.tlp.Tlp;

/** How far an incident may travel (RFC 5070 section 3.2, RFC 7970 section 3.3.1). */
final class Restrictions {
  private static final Set<String> CONTACTS = Set.of("Contact", "Contacts");

  private Restrictions() {}

  /**
   * The strictest restriction of the incident and everything in it but contacts, which are not
   * kept; null where it says none, or one the parties have agreed on elsewhere.
   */
  static @Nullable Tlp of(Element incident) {
    Tlp level = one(incident.attribute("restriction"));
    for (Element child : incident.children()) {
      if (!CONTACTS.contains(child.name())) {
        Tlp below = of(child);
        level = stricter(level, below);
      }
    }
    return level;
  }

  private static @Nullable Tlp stricter(@Nullable Tlp one, @Nullable Tlp other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Tlp.stricter(one, other);
  }

  private static @Nullable Tlp one(@Nullable String restriction) {
    if (restriction == null) {
      return null;
    }
    return switch (restriction) {
      case "default" -> null;
      case "public", "white" -> Tlp.CLEAR;
      case "green" -> Tlp.GREEN;
      case "partner", "amber" -> Tlp.AMBER;
      case "need-to-know" -> Tlp.AMBER_STRICT;
      default -> Tlp.RED;
    };
  }
}
