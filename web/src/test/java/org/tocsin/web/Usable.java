package org.tocsin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What every page of the console has to be for everybody. */
final class Usable {
  /** WCAG 2.2, levels A and AA. */
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final int NARROW = 360;

  private Usable() {}

  /** Axe finds no fault in either theme, with everything unfolded. */
  static void requireNoFaults(Page page, String address, List<String> paths) {
    for (String theme : List.of("light", "dark")) {
      page.evaluate("theme => localStorage.setItem('theme', theme)", theme);
      for (String path : paths) {
        page.navigate(address + path);
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })");
        List<String> faults =
            new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                    .map(rule -> rule.getId() + ": " + rule.getNodes())
                    .toList();
        assertThat(faults).as("%s in the %s theme", path, theme).isEmpty();
      }
    }
  }

  /** No page is wider than a narrow window, with everything unfolded. */
  static void requireFit(Page page, String address, List<String> paths) {
    page.setViewportSize(NARROW, 800);
    for (String path : paths) {
      page.navigate(address + path);
      page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })");
      assertThat(
              page.evaluate(
                  "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
          .as("%s at %d pixels", path, NARROW)
          .isEqualTo(true);
    }
  }
}
