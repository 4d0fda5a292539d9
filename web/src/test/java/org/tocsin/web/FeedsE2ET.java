package org.tocsin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.preview.ConsolePreview;

/** Feeds in a real browser, over ports in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedsE2ET {
  private static final List<String> PATHS =
      List.of("/feeds", "/feeds/osint", "/feeds/urlhaus", "/feed-form", "/feed-form?name=urlhaus");

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

  @AfterEach
  void close() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    complaints.clear();
    judged.clear();
  }

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

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  @Test
  void shouldBringAFeedFromItsFirstWordToItsFirstFetch() {
    Page page = as("admin", "/feeds");
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
    assertThat(complaints).isEmpty();
  }

  @Test
  void shouldBeUsableByEverybody() {
    Page page = as("admin", "/help");
    for (String theme : List.of("light", "dark")) {
      page.evaluate("theme => localStorage.setItem('theme', theme)", theme);
      for (String path : PATHS) {
        page.navigate(address + path);
        assertThat(axe(page)).as("%s, %s", path, theme).isEmpty();
      }
      tried(page);
      assertThat(axe(page)).as("a sample that was tried, %s", theme).isEmpty();
    }
  }

  @Test
  void shouldFitANarrowWindow() {
    Page page = as("admin", "/help");
    page.setViewportSize(360, 800);
    for (String path : PATHS) {
      page.navigate(address + path);
      assertThat(wide(page)).as(path).isEmpty();
    }
    tried(page);
    assertThat(wide(page)).as("a sample that was tried").isEmpty();
    assertThat(complaints).isEmpty();
  }

  private void tried(Page page) {
    page.navigate(address + "/feed-form?name=urlhaus");
    page.locator("[name=sample]").fill("http://bad.example.com/a\nhttp://bad.example.com/b\n");
    page.getByRole(AriaRole.BUTTON, named("Try the sample")).click();
    page.locator("details.object summary").first().click();
  }

  /** What makes a page wider than its window; nothing where it fits. */
  private static List<?> wide(Page page) {
    return (List<?>)
        page.evaluate(
            """
            document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
              [...document.querySelectorAll('main *')]
                .filter(one => one.getBoundingClientRect().right > window.innerWidth)
                .map(one => one.outerHTML.substring(0, 80))
            """);
  }

  private static List<String> axe(Page page) {
    return new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations()
            .stream()
            .map(violation -> violation.getId() + " " + violation.getNodes())
            .toList();
  }
}
