package org.tocsin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What {@code ./tocsin up --demo} leaves behind, and how it looks. */
class DemoE2ET {
  private static Node node;

  @BeforeAll
  static void playTheDay() {
    node = Node.start("demo", "--demo");
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
    }
  }

  @Test
  void shouldAccountForAllThatCameIn() {
    JsonNode accounting = node.get("/api/accounting", "analyst");

    assertThat(Node.difference(accounting.path("total"))).isZero();
    assertThat(sentIn(accounting, "collected")).isEqualTo(52 + 21 + 24 + 15 + 11 + 7 + 1);
    assertThat(sentIn(accounting, "duplicate")).isEqualTo(4);
    assertThat(sentIn(accounting, "rejected")).isEqualTo(1);
  }

  /** What others sent in: what the node found again of its own warning is told apart. */
  private static long sentIn(JsonNode accounting, String part) {
    return accounting
        .path("rows")
        .valueStream()
        .filter(row -> !row.path("feed").asString().equals("retro-hunt"))
        .mapToLong(row -> row.path(part).asLong())
        .sum();
  }

  @Test
  void shouldHaveMadeOneIncidentOfTheOutbreak() {
    JsonNode open =
        node.get("/api/incidents?type=infected-system&state=acknowledged,investigating", "analyst");

    assertThat(open.path("items").size()).isEqualTo(1);
    JsonNode incident = open.path("items").path(0);
    assertThat(incident.path("severity").asString()).isEqualTo("critical");
    assertThat(incident.path("escalated").asBoolean()).isTrue();
    assertThat(incident.path("observed").path("count").asInt()).isEqualTo(24 + 15 + 11 + 7);
    assertThat(texts(incident.path("observed").path("providers")))
        .containsExactlyInAnyOrder("cert-fr", "cert-es", "cert-de", "cert-pl");
    assertThat(
            node.get("/api/incidents?type=infected-system&state=merged", "analyst")
                .path("items")
                .size())
        .isEqualTo(3);
  }

  @Test
  void shouldHaveWarnedTheGroupAlone() {
    JsonNode published = node.get("/api/warnings", "focal-fr").path("items");

    assertThat(published.size()).isEqualTo(1);
    assertThat(published.path(0).path("state").asString()).isEqualTo("published");
    assertThat(node.get("/api/warnings", "focal-es").path("items").size()).isEqualTo(1);
    assertThat(node.get("/api/warnings", "focal-de").path("items").size()).isZero();
    JsonNode proof = node.get("/api/journal/verify", "auditor");
    assertThat(proof.path("entries").asInt()).isPositive();
    assertThat(proof.path("fault").asString("")).isEmpty();
  }

  @Test
  void shouldLookLikeThisInTheConsole() {
    assumeTrue(Browser.isInstalled(), "skipped: /usr/bin/chromium is not installed");
    try (Browser browser = Browser.of(node)) {
      Page page = browser.signIn("analyst");
      page.navigate(node.url() + "/incidents");
      assertThat(page.locator("#queue").innerText()).contains("Infected system");
      browser.screenshot("demo-queue");
      page.locator("#queue tr:has-text('Infected system') a.row-link").first().click();
      assertThat(page.locator("main").innerText()).contains("57");
      browser.screenshot("demo-incident");
      page.navigate(node.url() + "/warnings");
      page.locator("#warnings a").first().click();
      assertThat(page.locator("main").innerText()).contains("gate.examplebot.example");
      browser.screenshot("demo-warning");
      page.navigate(page.url() + "/board");
      assertThat(page.locator("main").innerText()).contains("CERT-ES demo");
      browser.screenshot("demo-board");
    }
  }

  private static Set<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asString)
        .collect(Collectors.toSet());
  }
}
