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

  /** None of the pages has a fault, in either theme, with everything unfolded. */
  static void requireNoFaults(Page page, String address, List<String> paths) {
    for (String theme : List.of("light", "dark")) {
      page.evaluate("theme => localStorage.setItem('theme', theme)", theme);
      for (String path : paths) {
        page.navigate(address + path);
        unfold(page);
        requireNoFaults(page, path + " in the " + theme + " theme");
      }
    }
  }

  /** Axe finds no fault in the page as it is shown. */
  static void requireNoFaults(Page page, String what) {
    List<String> faults =
        new AxeBuilder(page)
            .withTags(RULES).analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getNodes())
                .toList();
    assertThat(faults).as(what).isEmpty();
  }

  /** No page is wider than a narrow window, with everything unfolded. */
  static void requireFit(Page page, String address, List<String> paths) {
    page.setViewportSize(NARROW, 800);
    for (String path : paths) {
      page.navigate(address + path);
      unfold(page);
      requireFit(page, path);
    }
  }

  /** The page is no wider than its window; says what makes it wider. */
  static void requireFit(Page page, String what) {
    List<?> wide =
        (List<?>)
            page.evaluate(
                """
                document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
                  [...document.querySelectorAll('main *')]
                    .filter(one => one.getBoundingClientRect().right > window.innerWidth)
                    .map(one => one.outerHTML.substring(0, 80)).concat('the page')
                """);
    assertThat(wide).as(what).isEmpty();
  }

  private static void unfold(Page page) {
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })");
  }
}
