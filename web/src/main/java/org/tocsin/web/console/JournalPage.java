package org.tocsin.web.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tocsin.model.sharing.Reader;
import org.tocsin.stream.JournalProof;
import org.tocsin.web.journal.FoundDecisions;
import org.tocsin.web.journal.JournalParameters;
import org.tocsin.web.problem.BadParameterException;

/** What people and rules decided, and the proof that nobody rewrote it. */
@Controller
final class JournalPage {
  private static final int USUAL_LIMIT = 50;

  private final FoundDecisions decisions;

  JournalPage(FoundDecisions decisions) {
    this.decisions = decisions;
  }

  /**
   * A verification in words.
   *
   * @param holds whether nothing was changed
   * @param entries how many entries were read
   * @param seals how many seals hold
   * @param head the chain's last link, in hex
   * @param fault where and what is wrong first, empty where nothing is
   */
  record Proof(boolean holds, String entries, String seals, String head, String fault) {
    static Proof of(JournalProof proof) {
      JournalProof.Fault fault = proof.fault();
      return new Proof(
          proof.holds(),
          Figure.count(proof.entries()),
          Figure.count(proof.seals()),
          proof.head(),
          fault == null ? "" : "Entry " + fault.offset() + ": " + fault.what() + ".");
    }
  }

  @GetMapping("/journal")
  String page(@ModelAttribute("given") JournalParameters given, Reader reader, Model model) {
    fill(given, reader, model);
    return "journal/page";
  }

  /** The rows after those a page holds. */
  @GetMapping("/journal/more")
  String more(@ModelAttribute("given") JournalParameters given, Reader reader, Model model) {
    fill(given, reader, model);
    return "journal/rows :: rows";
  }

  /** Reads the whole journal and says whether its chain and seals hold. */
  @GetMapping("/journal/proof")
  String proof(Reader reader, Model model) {
    model.addAttribute("proof", Proof.of(decisions.verify(reader)));
    return "journal/proof";
  }

  private void fill(JournalParameters given, Reader reader, Model model) {
    model.addAttribute("found", null);
    model.addAttribute("mistake", null);
    Map<String, String> values = new LinkedHashMap<>();
    Condition.put(values, "entity", given.entity());
    Condition.put(values, "actor", given.actor());
    Condition.put(values, "from", given.from());
    Condition.put(values, "to", given.to());
    try {
      model.addAttribute(
          "found",
          FoundRows.of(
              decisions.page(given, USUAL_LIMIT, reader),
              Condition.query(values),
              DecisionCard::of));
    } catch (BadParameterException e) {
      model.addAttribute("mistake", SearchPage.Mistake.of(e));
    }
  }
}
