package org.tocsin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Feeds in a real browser, over ports in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedsE2ET {
  private static final List<String> PATHS =
      List.of("/feeds", "/feeds/osint", "/feeds/urlhaus", "/feed-form", "/feed-form?name=urlhaus");

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
  void shouldBringAFeedFromItsFirstWordToItsFirstFetch() {
    Page page = console.as("admin", "/feeds");
    page.getByRole(AriaRole.LINK, named("New feed")).click();
    page.locator("[name=name]").fill("sensors");
    page.locator("[name=provider]").fill("cert-xy");
    page.getByRole(AriaRole.BUTTON, named("Save")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("need another look");
    assertThat(page.locator("#url-fault")).containsText("missing");

    page.locator("[name=feed]").fill("xy");
    page.locator("[name=url]").fill("https://feeds.example.org/xy");
    page.locator("[name=licence]").fill("ours");
    page.locator("[name=documentation]").fill("https://feeds.example.org/");
    page.locator("[name=sample]").fill("http://bad.example.com/a\nhttp://bad.example.com/b\n");
    page.getByRole(AriaRole.BUTTON, named("Try the sample")).click();
    assertThat(page.locator("#result")).isVisible();
    assertThat(page.getByText("2 records understood, 0 rejected")).isVisible();
    page.locator("details.object summary").first().click();
    assertThat(page.locator("pre").first()).containsText("\"observed-data\"");

    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                "urls.txt",
                "text/plain",
                "http://up.example.com/\n".getBytes(StandardCharsets.UTF_8)));
    page.getByRole(AriaRole.BUTTON, named("Try the sample")).click();
    assertThat(page.locator(".objects")).containsText("up.example.com");

    page.getByRole(AriaRole.BUTTON, named("Save")).click();
    page.getByRole(AriaRole.BUTTON, named("Switch on")).click();
    page.getByRole(AriaRole.BUTTON, named("Pause sensors")).press("Enter");
    assertThat(page.getByText("paused", new Page.GetByTextOptions().setExact(true))).isVisible();
    page.getByRole(AriaRole.BUTTON, named("Remove")).click();
    page.getByRole(AriaRole.BUTTON, named("Take it back")).click();
    page.getByRole(AriaRole.LINK, named("Who changed it, and when")).click();
    assertThat(page.locator("body")).containsText("switch-on");
    assertThat(console.complaints).isEmpty();
  }

  @Test
  void shouldPauseWhatOthersBringAndLetItGoOn() {
    Page page = console.as("lead", "/feeds");
    Locator push = page.locator("tr", new Page.LocatorOptions().setHasText("Sent in over HTTP"));
    assertThat(push.locator(".state")).hasText("open");
    page.getByRole(AriaRole.BUTTON, named("Pause: Sent in over HTTP")).press("Enter");
    assertThat(push.locator(".state")).hasText("paused");
    assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Watched folder")))
        .containsText("2 files");

    push.getByRole(AriaRole.LINK, inRow("Who, and when")).click();
    assertThat(page.locator("body")).containsText("way.push");
    page.goBack();
    page.getByRole(AriaRole.BUTTON, named("Let go on: Sent in over HTTP")).click();
    assertThat(push.locator(".state")).hasText("open");
    assertThat(console.judged().decided).hasSize(2);
    assertThat(console.complaints).isEmpty();
  }

  private static Locator.GetByRoleOptions inRow(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  @Test
  void shouldBeUsableByEverybody() {
    Page page = console.as("admin", "/help");
    Usable.requireNoFaults(page, console.address(), PATHS);
    tried(page);
    Usable.requireNoFaults(page, "a sample that was tried");
  }

  @Test
  void shouldFitANarrowWindow() {
    Page page = console.as("admin", "/help");
    Usable.requireFit(page, console.address(), PATHS);
    tried(page);
    Usable.requireFit(page, "a sample that was tried");
    assertThat(console.complaints).isEmpty();
  }

  private void tried(Page page) {
    page.navigate(console.address() + "/feed-form?name=urlhaus");
    page.locator("[name=sample]").fill("http://bad.example.com/a\nhttp://bad.example.com/b\n");
    page.getByRole(AriaRole.BUTTON, named("Try the sample")).click();
    page.locator("details.object summary").first().click();
  }
}
