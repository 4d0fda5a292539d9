package org.tocsin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Subscriptions in a real browser, over ports in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscriptionsE2ET {
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

  @AfterEach
  void tidy() {
    console.tidy();
    console.judged().clear();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  @Test
  void shouldBringASubscriptionFromItsFirstWordToItsEnd() {
    Page page = console.as("focal-fr", "/subscriptions");
    page.getByRole(AriaRole.LINK, named("New subscription")).click();
    page.getByLabel("Name").fill("Night shift");
    page.getByText("To a machine (webhook)").click();
    page.locator("[name=webhook]").fill("ftp://hooks.example.org/");
    page.getByRole(AriaRole.BUTTON, named("Save")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("another look");
    assertThat(page.locator("#webhook-fault")).containsText("http or https");

    page.locator("[name=webhook]").fill("https://hooks.example.org/tocsin");
    page.getByRole(AriaRole.BUTTON, named("See what it would have sent")).click();
    assertThat(page.locator("#tried")).isVisible();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("within the last 30 days");
    assertThat(page.locator("[name=name]")).hasValue("Night shift");

    page.getByRole(AriaRole.BUTTON, named("Save")).click();
    assertThat(page.getByRole(AriaRole.HEADING, named("Night shift"))).isVisible();
    page.getByText("Secret the messages are signed with").click();
    assertThat(page.locator("#secret")).containsText("whsec_");
    String secret = page.locator("#secret").textContent();
    page.getByRole(AriaRole.BUTTON, named("Change the secret")).click();
    page.getByText("Secret the messages are signed with").click();
    assertThat(page.locator("#secret")).not().hasText(secret);

    page.getByRole(AriaRole.BUTTON, named("Pause")).press("Enter");
    assertThat(page.locator(".subscription-paused")).isVisible();
    page.getByRole(AriaRole.BUTTON, named("Go on")).click();
    page.getByRole(AriaRole.BUTTON, named("See what it would have sent")).click();
    assertThat(page.locator("#tried")).isVisible();
    page.getByRole(AriaRole.BUTTON, named("Remove")).click();
    assertThat(page.locator("body")).containsText("You have none yet");
    assertThat(console.complaints).isEmpty();
  }

  @Test
  void shouldSayThatAMailAddressWaits() {
    Page page = console.as("focal-fr", "/subscription-form");
    page.getByLabel("Name").fill("By mail");
    page.getByText("By mail", new Page.GetByTextOptions().setExact(true)).click();
    page.locator("[name=mail]").fill("soc@elsewhere.example");
    page.getByRole(AriaRole.BUTTON, named("Save")).click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("soc@elsewhere.example");
    page.navigate(console.address() + "/subscriptions");
    assertThat(page.locator(".subscription-unconfirmed")).isVisible();
    assertThat(console.complaints).isEmpty();
  }

  @Test
  void shouldBeUsableByEverybody() {
    Page page = console.as("focal-fr", "/help");
    Usable.requireNoFaults(page, console.address(), paths(page));
  }

  @Test
  void shouldFitANarrowWindow() {
    Page page = console.as("focal-fr", "/help");
    Usable.requireFit(page, console.address(), paths(page));
    page.navigate(console.address() + "/subscription-form");
    page.getByRole(AriaRole.BUTTON, named("See what it would have sent")).click();
    Usable.requireFit(page, "what it would have sent");
    assertThat(console.complaints).isEmpty();
  }

  /** With one subscription there is, whose every word is long. */
  private List<String> paths(Page page) {
    page.navigate(console.address() + "/subscription-form");
    page.getByLabel("Name").fill("Everything that ever happens in the networks of the ministry");
    page.getByText("Observations, as they come in").click();
    page.getByText("To a machine (webhook)").click();
    page.locator("[name=webhook]")
        .fill("https://hooks.a-very-long-name-of-a-host.example.org/tocsin/" + "x".repeat(60));
    page.getByRole(AriaRole.BUTTON, named("Save")).click();
    page.waitForURL("**/subscriptions/*");
    String one = page.url().substring(console.address().length());
    String id = one.substring("/subscriptions/".length());
    return List.of("/subscriptions", one, "/subscription-form", "/subscription-form?id=" + id);
  }
}
