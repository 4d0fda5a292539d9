package org.tocsin.web.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the words on the other pages mean. */
@Controller
final class HelpPage {
  @GetMapping("/help")
  String help() {
    return "help";
  }
}
