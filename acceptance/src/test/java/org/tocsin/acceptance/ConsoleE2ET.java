package org.tocsin.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an analyst sees of a report: the equation, the search, the STIX, the rejects. */
@ExtendWith(RunningNode.class)
class ConsoleE2ET {
  private static final String REPORT =
      """
      "timestamp","ip","protocol","port","hostname","tag","asn","geo","region","city"
      "2026-11-02 03:04:05","192.0.2.77","tcp",8080,"console.example.com","http",64501,"ZZ","REGION","CITY"
      "2026-11-02 03:04:06","192.0.2.78","tcp",8080,"console.example.com","http",64501,"ZZ","REGION","CITY"
      "some day","192.0.2.79","tcp",8080,"console.example.com","http",64501,"ZZ","REGION","CITY"
      """;

  private final Node node;

  ConsoleE2ET(Node node) {
    this.node = node;
  }

  @BeforeAll
  static void lookForChromium() {
    assumeTrue(Browser.isInstalled(), "skipped: /usr/bin/chromium is not installed");
  }

  @Test
  void shouldShowAReportFromTheEquationToItsStixAndItsReject() {
    var response =
        node.post(
            "provider=console&name=scan_http.csv",
            REPORT.getBytes(StandardCharsets.UTF_8),
            "analyst");
    node.completeAccount(Node.json(response).path("receipt").asString(), Duration.ofMinutes(1));

    try (Browser browser = Browser.of(node)) {
      Page page = browser.signIn("analyst");
      assertThat(heading(page, "What came in")).isVisible();
      assertThat(page.locator("table.account tr", row("console"))).containsText("3");
      browser.screenshot("incoming");

      page.navigate(node.url() + "/search?domain=console.example.com&provider=console");
      assertThat(page.locator("table.results tbody tr")).hasCount(2);
      browser.screenshot("search");

      page.locator("table.results tbody tr").first().getByRole(AriaRole.LINK).first().click();
      assertThat(page.locator("main")).containsText("observed-data");
      assertThat(page.locator("main")).containsText("console.example.com");
      browser.screenshot("observation");

      page.navigate(node.url() + "/rejects");
      browser.screenshot("rejects");
      page.locator("main tbody tr", row("console"))
          .first()
          .getByRole(AriaRole.LINK)
          .first()
          .click();
      assertThat(page.locator("main")).containsText("some day");
      browser.screenshot("reject");
      page.getByRole(AriaRole.BUTTON, button("Read it again")).click();
      assertThat(page.locator("#redrive")).containsText("on its way through triage again");
    }
  }

  private static com.microsoft.playwright.Locator heading(Page page, String text) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
  }

  private static Page.LocatorOptions row(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static Page.GetByRoleOptions button(String text) {
    return new Page.GetByRoleOptions().setName(text);
  }
}
