package org.tocsin.web.problem;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Explains every type of problem; open to everybody, because programs link to it. */
@Controller
public final class ProblemPages {
  @GetMapping(ProblemType.PAGE)
  String problems(Model model) {
    model.addAttribute("types", ProblemType.values());
    return "problem/types";
  }
}
