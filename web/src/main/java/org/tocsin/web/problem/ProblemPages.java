package org.tocsin.web.problem;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Explains every type of problem; open to everybody, because programs link to it. */
@Controller
public final class ProblemPages {
  private final List<ProblemGlossary> glossaries;

  ProblemPages(ObjectProvider<ProblemGlossary> glossaries) {
    this.glossaries = glossaries.orderedStream().toList();
  }

  @GetMapping(ProblemType.PAGE)
  String problems(Model model) {
    model.addAttribute("types", ProblemType.values());
    model.addAttribute(
        "others", glossaries.stream().flatMap(one -> one.entries().stream()).toList());
    return "problem/types";
  }
}
