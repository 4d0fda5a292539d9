package org.tocsin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.preview.ConsolePreview;
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

  private ConfigurableApplicationContext console;
  private String address;
  private Judged judged;
  private Chromium chromium;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  @BeforeAll
  void start() {
    chromium = Chromium.start();
    console =
        new SpringApplicationBuilder(ConsolePreview.class)
            .run(
                "--server.port=0",
                "--tocsin.identity.backchannel=http://127.0.0.1:1/realms/tocsin",
                "--spring.main.allow-bean-definition-overriding=true");
    address = "http://127.0.0.1:" + console.getEnvironment().getProperty("local.server.port");
    judged = console.getBean(Judged.class);
  }

  @AfterAll
  void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (console != null) {
      console.close();
    }
  }

  @BeforeEach
  void fill() {
    judged.clear();
    WarnedDay.fill(judged);
  }

  @AfterEach
  void close() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    complaints.clear();
  }

  /** A page of somebody who is signed in. */
  private Page as(String name, String path) {
    BrowserContext context = chromium.browser().newContext();
    contexts.add(context);
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.navigate(address + path + (path.contains("?") ? "&" : "?") + "as=" + name);
    return page;
  }

  @Test
  void shouldBringAWarningFromTheFirstWordToTheReaderWhoAcknowledgesIt() {
    Page reader = as("focal-fr", "/warnings");
    Page analyst = as("analyst", "/warnings/new");
    analyst.getByLabel("Title").fill("Forged invoices");
    analyst.getByLabel("Summary").fill("Mail with invoices nobody ordered.");
    analyst.getByLabel("Addresses, domains").fill("invoice.example\n192.0.2.9");
    analyst.getByLabel("Level").selectOption("AMBER");
    analyst.locator("#organisations").fill("cert-fr");
    assertThat(analyst.locator("#reach")).containsText("CERT-FR");
    assertThat(analyst.locator("#reach")).containsText("1 organisation");
    analyst.getByRole(AriaRole.BUTTON, button("Save")).click();
    analyst.getByRole(AriaRole.BUTTON, button("Submit for review")).click();

    Page lead = as("lead", "/warnings");
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
    assertThat(complaints).isEmpty();
  }

  private static Page.GetByRoleOptions button(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  @Test
  void shouldBeUsableByEverybody() {
    Page page = as("lead", "/help");
    Usable.requireNoFaults(page, address, PATHS);
    assertThat(complaints).isEmpty();
  }

  @Test
  void shouldFitNarrowWindows() {
    Page page = as("lead", "/help");
    Usable.requireFit(page, address, PATHS);
  }
}
