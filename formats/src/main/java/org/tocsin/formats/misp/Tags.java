package org.tocsin.formats.misp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;

/**
 * What the tags of an event or an attribute say.
 *
 * @param names all of them, as they are written
 * @param tlp the strictest level among them, null where there is none; one of an unknown name is
 *     RED
 * @param rsit the type of incident, null where none says it
 * @param confidence from 0 to 100, null where none says it
 */
record Tags(
    List<String> names, @Nullable Tlp tlp, @Nullable Rsit rsit, @Nullable Integer confidence) {
  private static final Pattern RSIT = Pattern.compile("rsit:([a-z-]+)=\"([a-z0-9-]+)\"");

  /** The levels of MISP's own taxonomy. */
  private static final Map<String, Integer> CONFIDENCE =
      Map.of(
          "misp:confidence-level=\"completely-confident\"", 100,
          "misp:confidence-level=\"usually-confident\"", 75,
          "misp:confidence-level=\"fairly-confident\"", 50,
          "misp:confidence-level=\"rarely-confident\"", 25,
          "misp:confidence-level=\"unconfident\"", 0);

  static Tags of(JsonNode list) {
    List<String> names = new ArrayList<>();
    Tlp tlp = null;
    Rsit rsit = null;
    Integer confidence = null;
    for (JsonNode tag : list) {
      String name = tag.path("name").asString("").strip();
      if (!name.isEmpty() && !names.contains(name)) {
        names.add(name);
        tlp = stricter(tlp, level(name));
        rsit = rsit == null ? type(name) : rsit;
        confidence = confidence == null ? CONFIDENCE.get(name) : confidence;
      }
    }
    return new Tags(names, tlp, rsit, confidence);
  }

  private static @Nullable Tlp level(String name) {
    return name.toLowerCase(Locale.ROOT).startsWith("tlp:")
        ? Tlp.parse(name).orElse(Tlp.RED)
        : null;
  }

  static @Nullable Tlp stricter(@Nullable Tlp one, @Nullable Tlp other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Tlp.stricter(one, other);
  }

  private static @Nullable Rsit type(String name) {
    Matcher tag = RSIT.matcher(name);
    return tag.matches()
        ? Rsit.ofType(tag.group(2))
            .filter(rsit -> rsit.classification().equals(tag.group(1)))
            .orElse(null)
        : null;
  }
}
