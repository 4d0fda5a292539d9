package org.tocsin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.account.Account;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.ReceiptAccount;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.Streamed;
import org.tocsin.web.fake.TestConsole;

/** The console in a real browser, signed in at a real Keycloak. */
@UseEngines(EngineKind.KEYCLOAK)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleE2ET {
  private static final RawLocation RAW = new RawLocation(Lane.BULK, 0, 5);

  private static final List<String> PATHS =
      List.of(
          "/",
          "/feeds",
          "/feeds/osint",
          "/search?country=SE",
          "/observations/" + Made.id(1),
          "/objects",
          "/rejects",
          "/rejects/" + Made.id(5) + "-0-0",
          "/receipts/" + Made.id(5),
          "/help",
          "/problems",
          "/signed-out");

  private ConfigurableApplicationContext console;
  private String address;
  private Kept kept;
  private Streamed streamed;
  private Chromium chromium;
  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  @BeforeAll
  void start(EngineAddresses engines) {
    chromium = Chromium.start();
    console =
        new SpringApplicationBuilder(TestConsole.class)
            .run(
                "--server.port=0",
                "--tocsin.identity.issuer=" + engines.issuer(),
                "--tocsin.identity.console-secret=" + engines.consoleSecret());
    address = "http://127.0.0.1:" + console.getEnvironment().getProperty("local.server.port");
    engines.allowConsoleAt(address);
    kept = console.getBean(Kept.class);
    streamed = console.getBean(Streamed.class);
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
  void open() {
    keep();
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setColorScheme(ColorScheme.LIGHT)
                    .setPermissions(List.of("clipboard-read", "clipboard-write")));
    page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  @AfterEach
  void close() {
    if (context != null) {
      context.close();
    }
    complaints.clear();
    kept.clear();
    streamed.clear();
  }

  private void keep() {
    String rows = Made.row(0, "nowhere") + Made.row(1, "192.0.2.2");
    streamed.records.put(RAW, Made.raw(5, "shadowserver", "", Made.HEADER + rows, 1));
    for (int n = 0; n < 120; n++) {
      kept.observations.add(
          Made.observation(n, Tlp.AMBER, "feed-1", Rsit.C2_SERVER, Made.NOON, RAW));
    }
    kept.objects.add(
        Made.object(
            1, Tlp.GREEN, "feed-1", "{\"type\":\"malware\",\"id\":\"m\",\"name\":\"Lurk\"}"));
    kept.rejects.add(Made.reject(5, 0, "feed-1", 2L, "ip", RejectReason.BAD_VALUE));
    kept.receipts.add(receipt(new Account(100, 60, 10, 0, 5, 25), true));
  }

  private static ReceiptAccount receipt(Account account, boolean pending) {
    return new ReceiptAccount(
        Made.submission(
            5, "feed-1", Made.ORIGIN, "scan_http.csv", Instant.now(), account.collected()),
        account,
        pending ? ReceiptAccount.State.PENDING : ReceiptAccount.State.COMPLETE);
  }

  private void signIn(String name, String path) {
    page.navigate(address + path);
    page.locator("#username").fill(name);
    page.locator("#password").fill(name);
    page.locator("#kc-login").click();
    page.waitForURL(address + path);
  }

  @Test
  void shouldSignInAtKeycloakAndOutAgain() {
    signIn("analyst", "/search");
    page.locator(".menu summary").click();
    assertThat(page.locator(".menu-body")).containsText("Analyst");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();

    assertThat(page).hasURL(address + "/signed-out");
    page.getByText("Sign in again").click();
    assertThat(page.locator("#username")).isVisible();
    assertThat(complaints).isEmpty();
  }

  @Test
  void shouldKeepTheFirstPageLive() {
    signIn("analyst", "/");
    assertThat(page.locator(".term-pending").first()).containsText("25");
    kept.receipts.set(0, receipt(new Account(100, 85, 10, 0, 5, 0), false));

    assertThat(page.locator(".term-pending").first()).containsText("0");
    assertThat(page.getByText("The equation holds: nothing is missing.")).isVisible();

    ReceiptAccount lossy = receipt(new Account(100, 82, 10, 0, 5, 0), false);
    kept.receipts.set(0, lossy);
    kept.unbalanced.add(lossy);
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("3 records are missing");
    assertThat(complaints).isEmpty();
  }

  @Test
  void shouldKeepTheFocusWhileThePageIsLive() {
    signIn("analyst", "/");
    page.locator(".submissions a").first().focus();
    kept.receipts.set(0, receipt(new Account(100, 85, 10, 0, 5, 0), false));
    assertThat(page.locator(".term-pending").first()).containsText("0");

    assertThat(page.locator(".submissions a").first()).isFocused();
  }

  @Test
  void shouldPause() {
    signIn("analyst", "/");
    page.locator("[data-does=pause]").click();
    assertThat(page.locator(".live-says")).hasText("Paused");
    kept.receipts.set(0, receipt(new Account(100, 85, 10, 0, 5, 0), false));
    page.waitForTimeout(3_000);
    assertThat(page.locator(".term-pending").first()).containsText("25");

    page.locator("[data-does=pause]").click();
    assertThat(page.locator(".term-pending").first()).containsText("0");
  }

  @Test
  void shouldFindMoreAndMoreAndPivot() {
    signIn("analyst", "/search");
    assertThat(page.locator(".results .row-link")).hasCount(50);
    page.getByText("Show more").click();
    assertThat(page.locator(".results .row-link")).hasCount(100);
    page.getByText("Show more").click();
    assertThat(page.locator(".results .row-link")).hasCount(120);
    assertThat(page.getByText("Show more")).hasCount(0);

    page.keyboard().press("/");
    page.keyboard().type("192.0.2.120");
    page.keyboard().press("Enter");
    assertThat(page.locator(".results .row-link")).hasCount(1);
    page.locator(".results .chip", hasText("Domain")).click();
    assertThat(page).hasURL(Pattern.compile("/search\\?domain=host119\\.example\\.org"));
    assertThat(complaints).isEmpty();
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  @Test
  void shouldShowAndCopyTheStixAndTheRawBytes() {
    signIn("analyst", "/observations/" + Made.id(1));
    page.locator("[data-copies=stix-0]").click();
    assertThat(page.locator("[data-copies=stix-0]")).containsText("Copied");
    String copied = (String) page.evaluate("navigator.clipboard.readText()");
    assertThat(copied).startsWith("{\n  \"type\": \"observed-data\"");

    page.getByText("Raw bytes").click();
    assertThat(page.locator(".raw-header")).containsText("timestamp,ip,asn");
    assertThat(complaints).isEmpty();
  }

  @Test
  void shouldRedriveAndSayWhatBecameOfIt() {
    signIn("analyst", "/rejects/" + Made.id(5) + "-0-0");
    assertThat(page.locator(".raw-fault")).containsText("nowhere");
    page.getByText("Read it again").click();

    assertThat(page.locator("#redrive")).containsText("on its way through triage again");
    assertThat(streamed.appended).hasSize(1);

    streamed.away = true;
    page.getByText("Read it again").click();
    assertThat(page.locator("#redrive")).containsText("That did not work (503)");
  }

  @Test
  void shouldAskToSignInAgainWhenTheSessionIsOver() {
    signIn("analyst", "/");
    context.clearCookies();

    assertThat(page.locator("#username")).isVisible();
  }

  @Test
  void shouldRememberTheColours() {
    signIn("analyst", "/help");
    assertThat(page.locator("html")).hasAttribute("data-bs-theme", "light");
    page.getByLabel("Switch between light and dark").click();
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
  }

  @Test
  void shouldShowFocalPointOnlyWhatIsShared() {
    signIn("focal-fr", "/search");
    assertThat(page.getByText("Nothing was found")).isVisible();
    page.navigate(address + "/observations/" + Made.id(1));
    assertThat(page.locator("h1")).hasText("Nothing here");
  }

  @Test
  void shouldBeUsableByEverybody() {
    signIn("analyst", "/help");
    kept.unbalanced.add(receipt(new Account(100, 82, 10, 0, 5, 0), false));
    Usable.requireNoFaults(page, address, PATHS);
    assertThat(complaints).isEmpty();
  }

  @Test
  void shouldFitNarrowWindows() {
    signIn("analyst", "/search");
    Usable.requireFit(page, address, PATHS);
  }
}
