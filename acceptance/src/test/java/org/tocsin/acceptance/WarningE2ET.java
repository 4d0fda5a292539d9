package org.tocsin.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From an incident to an acknowledged warning, by four people in four browsers. */
@ExtendWith(RunningNode.class)
class WarningE2ET {
  private static final String TITLE = "Testbot calls home from mail gateways";

  private final Node node;

  WarningE2ET(Node node) {
    this.node = node;
  }

  @BeforeAll
  static void lookForChromium() {
    assumeTrue(Browser.isInstalled(), "skipped: /usr/bin/chromium is not installed");
  }

  @Test
  void shouldTakeAnIncidentToAWarningThatItsReadersAcknowledge() throws IOException {
    report();
    try (Browser french = Browser.of(node);
        Browser german = Browser.of(node);
        Browser writing = Browser.of(node);
        Browser leading = Browser.of(node);
        Browser auditing = Browser.of(node)) {
      Page reader = french.signIn("focal-fr");
      reader.navigate(node.url() + "/warnings");
      assertThat(reader.locator("#warnings")).isVisible();
      assertThat(reader.getByText(TITLE)).hasCount(0);

      Page analyst = writing.signIn("analyst");
      escalate(analyst);
      writing.screenshot("incident");
      String number = write(analyst);
      writing.screenshot("warning-review");

      Page lead = leading.signIn("lead");
      publish(lead, number);
      leading.screenshot("warning-published");

      assertThat(reader.getByText(TITLE)).isVisible();
      french.screenshot("warning-appears");
      reader.getByText(TITLE).click();
      reader.getByRole(AriaRole.BUTTON, button("Acknowledge")).click();
      assertThat(reader.locator("main")).containsText("You have acknowledged it");
      french.screenshot("warning-acknowledged");

      lead.navigate(node.url() + "/warnings/" + number + "/board");
      assertThat(lead.locator("main")).containsText("focal-fr");
      leading.screenshot("warning-board");

      findNothing(german.signIn("focal-de"), number);
      verify(auditing.signIn("auditor"));
      auditing.screenshot("journal-verified");
    }
  }

  /** What happened just now, so that the incident is the newest one. */
  private void report() {
    String now =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
            .withZone(ZoneOffset.UTC)
            .format(Instant.now());
    String csv =
        "\"timestamp\",\"protocol\",\"src_ip\",\"src_port\",\"src_asn\",\"src_geo\",\"severity\",\"dst_ip\",\"dst_port\",\"infection\",\"family\",\"http_host\",\"http_agent\"\n"
            + "\"%s\",\"tcp\",\"203.0.113.77\",\"49152\",\"64505\",\"NL\",\"critical\",\"198.51.100.80\",\"443\",\"testbot\",\"testbot\",\"gate.testbot.example\",\"Testbot/1.0\"\n"
                .formatted(now);
    var response =
        node.post(
            "provider=outbreak&name=event4_sinkhole_http.csv",
            csv.getBytes(StandardCharsets.UTF_8),
            "analyst");
    node.completeAccount(Node.json(response).path("receipt").asString(), Duration.ofMinutes(1));
  }

  private void escalate(Page analyst) {
    analyst.navigate(node.url() + "/incidents?country=NL&type=infected-system");
    analyst.locator("#queue a.row-link").first().click();
    analyst.getByRole(AriaRole.BUTTON, button("Acknowledge")).click();
    analyst.getByRole(AriaRole.BUTTON, button("Escalate")).click();
    assertThat(analyst.locator("main .flag").first()).containsText("escalated");
  }

  /** Writes a warning of the incident that is shown, and hands it in; its number. */
  private String write(Page analyst) {
    analyst.getByRole(AriaRole.LINK, link("Write a warning")).click();
    analyst.locator("input[name=title]").fill(TITLE);
    analyst
        .locator("textarea[name=summary]")
        .fill("Machines behind mail gateways call one server.");
    analyst.locator("textarea[name=businesses]").fill("Update the gateway.");
    analyst.locator("select[name=tlp]").selectOption("AMBER");
    analyst.locator("input[name=groups][value=west]").check();
    assertThat(analyst.locator("#reach")).containsText("CERT-FR demo");
    analyst.getByRole(AriaRole.BUTTON, button("Save")).click();
    String trail = analyst.locator("nav.trail a").nth(1).innerText();
    analyst.navigate(node.url() + "/warnings/" + trail + "/review");
    analyst.getByRole(AriaRole.BUTTON, button("Submit for review")).click();
    assertThat(analyst.locator("main")).containsText("In review");
    return trail;
  }

  private void publish(Page lead, String number) {
    lead.navigate(node.url() + "/warnings/" + number + "/review");
    lead.getByRole(AriaRole.BUTTON, button("Approve exactly this")).click();
    lead.locator("button:has-text('Publish to')").click();
    assertThat(lead.locator("main .stands").first()).containsText("Published");
  }

  private void findNothing(Page stranger, String number) throws IOException {
    stranger.navigate(node.url() + "/warnings");
    assertThat(stranger.locator("#warnings")).isVisible();
    assertThat(stranger.getByText(TITLE)).hasCount(0);
    Assertions.assertThat(stranger.navigate(node.url() + "/warnings/" + number).status())
        .isEqualTo(404);
    Assertions.assertThat(
            node.send(node.request("/api/warnings/" + number, "focal-de").GET()).statusCode())
        .isEqualTo(404);
    Assertions.assertThat(
            node.send(node.request("/api/warnings?q=Testbot", "focal-de").GET()).body())
        .doesNotContain("Testbot");
    Assertions.assertThat(
            node.send(
                    node.request("/taxii2/tocsin/collections/warnings/objects/", "focal-de")
                        .header("Accept", "application/taxii+json;version=2.1")
                        .GET())
                .body())
        .doesNotContain("Testbot");
  }

  private void verify(Page auditor) {
    auditor.navigate(node.url() + "/journal");
    auditor.getByRole(AriaRole.LINK, link("Verify")).click();
    assertThat(auditor.locator("#proof")).containsText("Nothing was changed");
  }

  private static Page.GetByRoleOptions button(String text) {
    return new Page.GetByRoleOptions().setName(text).setExact(true);
  }

  private static Page.GetByRoleOptions link(String text) {
    return new Page.GetByRoleOptions().setName(text);
  }
}
