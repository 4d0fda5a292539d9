package org.tocsin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tocsin.web.preview.WarnedDay;

/** Warnings in a real browser, over ports in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarningsE2ET {
  private static final String OUTBREAK = "/warnings/W-2026-000010";
  private static final List<String> PATHS =
      List.of(
          "/warnings",
          "/warnings/new",
          OUTBREAK,
          OUTBREAK + "?version=2",
          OUTBREAK + "/edit",
          OUTBREAK + "/review",
          OUTBREAK + "/end",
          OUTBREAK + "/board",
          "/warnings/W-2026-000005");

  private PreviewedConsole console;

  @BeforeAll
  void start() {
    console = PreviewedConsole.start();
  }

  @AfterAll
  void stop() {
    if (console != null) {
      console.close();
    }
  }

  @BeforeEach
  void fill() {
    console.judged().clear();
    WarnedDay.fill(console.judged());
  }

  @AfterEach
  void tidy() {
    console.tidy();
  }

  @Test
  void shouldBringAWarningFromTheFirstWordToTheReaderWhoAcknowledgesIt() {
    Page reader = console.as("focal-fr", "/warnings");
    Page analyst = console.as("analyst", "/warnings/new");
    analyst.getByLabel("Title").fill("Forged invoices");
    analyst.getByLabel("Summary").fill("Mail with invoices nobody ordered.");
    analyst.getByLabel("Addresses, domains").fill("invoice.example\n192.0.2.9");
    analyst.getByLabel("Level").selectOption("AMBER");
    analyst.locator("#organisations").fill("cert-fr");
    assertThat(analyst.locator("#reach")).containsText("CERT-FR");
    assertThat(analyst.locator("#reach")).containsText("1 organisation");
    analyst.getByRole(AriaRole.BUTTON, button("Save")).click();
    analyst.getByRole(AriaRole.BUTTON, button("Submit for review")).click();

    Page lead = console.as("lead", "/warnings");
    lead.getByText("Forged invoices").click();
    lead.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Review")).click();
    lead.getByRole(AriaRole.BUTTON, button("Approve exactly this")).click();
    lead.getByRole(AriaRole.BUTTON, button("Publish to 1 organisation")).click();
    lead.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Who has seen it?")).click();
    assertThat(lead.locator("#board")).containsText("not yet");

    assertThat(reader.locator("#warnings")).containsText("Forged invoices");
    reader.getByText("Forged invoices").focus();
    reader.locator(".warning a").first().press("Enter");
    reader.getByRole(AriaRole.BUTTON, button("Acknowledge")).press("Enter");
    assertThat(reader.getByText("You have acknowledged it.")).isVisible();

    assertThat(lead.locator("#board")).containsText("1 of 1 organisation has acknowledged");
    assertThat(console.complaints).isEmpty();
  }

  private static Page.GetByRoleOptions button(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  @Test
  void shouldBeUsableByEverybody() {
    Page page = console.as("lead", "/help");
    Usable.requireNoFaults(page, console.address(), PATHS);
    assertThat(console.complaints).isEmpty();
  }

  @Test
  void shouldFitNarrowWindows() {
    Page page = console.as("lead", "/help");
    Usable.requireFit(page, console.address(), PATHS);
  }
}
