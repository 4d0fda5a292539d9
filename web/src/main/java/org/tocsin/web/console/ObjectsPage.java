package org.tocsin.web.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.StoredObject;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.search.FoundObjects;
import org.tocsin.web.search.ObjectParameters;

/** What arrived as STIX. */
@Controller
final class ObjectsPage {
  private static final int USUAL_LIMIT = 50;

  private final FoundObjects objects;

  ObjectsPage(FoundObjects objects) {
    this.objects = objects;
  }

  /** An object in the list. */
  record Row(
      StixCard stix,
      boolean revoked,
      Moment added,
      String provider,
      String feed,
      ObservationCard.Level tlp) {
    static Row of(StoredObject stored) {
      return new Row(
          StixCard.of(stored.object()),
          stored.object().revoked(),
          Moment.seconds(stored.added()),
          stored.origin().provider(),
          stored.origin().feed(),
          ObservationCard.Level.of(stored.tlp()));
    }
  }

  @GetMapping("/objects")
  String page(@ModelAttribute("given") ObjectParameters given, Reader reader, Model model) {
    fill(given, reader, model);
    return "objects/page";
  }

  /** The rows after those a page holds. */
  @GetMapping("/objects/more")
  String more(@ModelAttribute("given") ObjectParameters given, Reader reader, Model model) {
    fill(given, reader, model);
    return "objects/rows :: rows";
  }

  private void fill(ObjectParameters given, Reader reader, Model model) {
    model.addAttribute("found", null);
    model.addAttribute("mistake", null);
    Map<String, String> values = new LinkedHashMap<>();
    Condition.put(values, "q", given.q());
    Condition.put(values, "type", given.type());
    Condition.put(values, "id", given.id());
    Condition.put(values, "provider", given.provider());
    Condition.put(values, "versions", given.versions());
    try {
      model.addAttribute(
          "found",
          FoundRows.of(
              objects.page(given.query(USUAL_LIMIT), reader), Condition.query(values), Row::of));
    } catch (BadParameterException e) {
      model.addAttribute("mistake", SearchPage.Mistake.of(e));
    }
  }
}
