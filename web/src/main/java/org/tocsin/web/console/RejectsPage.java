package org.tocsin.web.console;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.search.FoundRejects;
import org.tocsin.web.search.RejectParameters;

/** The list of what could not be read. */
@Controller
final class RejectsPage {
  private static final int USUAL_LIMIT = 50;

  private final FoundRejects rejects;

  RejectsPage(FoundRejects rejects) {
    this.rejects = rejects;
  }

  @GetMapping("/rejects")
  String page(@ModelAttribute("given") RejectParameters given, Reader reader, Model model) {
    model.addAttribute(
        "reasons",
        Arrays.stream(RejectReason.values())
            .map(reason -> new RsitWords.Choice(reason.key(), RsitWords.of(reason.key())))
            .toList());
    fill(given, reader, model);
    return "rejects/page";
  }

  /** The rows after those a page holds. */
  @GetMapping("/rejects/more")
  String more(@ModelAttribute("given") RejectParameters given, Reader reader, Model model) {
    fill(given, reader, model);
    return "rejects/rows :: rows";
  }

  private void fill(RejectParameters given, Reader reader, Model model) {
    model.addAttribute("found", null);
    model.addAttribute("mistake", null);
    Map<String, String> values = new LinkedHashMap<>();
    Condition.put(values, "receipt", given.receipt());
    Condition.put(values, "reason", given.reason());
    try {
      model.addAttribute(
          "found",
          FoundRows.of(
              rejects.page(given, USUAL_LIMIT, reader), Condition.query(values), RejectCard::of));
    } catch (BadParameterException e) {
      model.addAttribute("mistake", SearchPage.Mistake.of(e));
    }
  }
}
