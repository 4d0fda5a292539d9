package org.tocsin.web.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.ObservationQuery.Order;
import org.tocsin.store.Page;
import org.tocsin.store.StoredObservation;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.search.FoundObservations;
import org.tocsin.web.search.ObservationParameters;

/** Search over observations: every value shown leads to whatever else has it. */
@Controller
final class SearchPage {
  private static final int USUAL_LIMIT = 50;

  private final FoundObservations observations;

  SearchPage(FoundObservations observations) {
    this.observations = observations;
  }

  @GetMapping("/search")
  String page(@ModelAttribute("given") ObservationParameters given, Reader reader, Model model) {
    model.addAttribute("types", RsitWords.choices());
    model.addAttribute("conditions", Condition.of(given));
    fill(given, reader, model);
    return "search/page";
  }

  /** The rows after those a page holds. */
  @GetMapping("/search/more")
  String more(@ModelAttribute("given") ObservationParameters given, Reader reader, Model model) {
    fill(given, reader, model);
    return "search/rows :: rows";
  }

  private void fill(ObservationParameters given, Reader reader, Model model) {
    model.addAttribute("found", null);
    model.addAttribute("mistake", null);
    try {
      Page<StoredObservation> page =
          observations.page(given.query(USUAL_LIMIT, Order.NEWEST), reader);
      model.addAttribute("found", FoundRows.of(page, Condition.query(given), ObservationCard::of));
    } catch (BadParameterException e) {
      model.addAttribute("mistake", Mistake.of(e));
    }
  }

  /**
   * A parameter a person has to correct.
   *
   * @param parameter its name, null where the explanation says which
   * @param explanation what it should be
   */
  record Mistake(@Nullable String parameter, String explanation) {
    static Mistake of(BadParameterException e) {
      return new Mistake(e.parameter(), e.explanation());
    }
  }
}
