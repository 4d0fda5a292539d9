package org.tocsin.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Headless Chromium, signed in as one of the local people. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final Playwright playwright;
  private final BrowserContext context;
  private final Page page;
  private final Node node;

  private Browser(Playwright playwright, BrowserContext context, Node node) {
    this.playwright = playwright;
    this.context = context;
    this.page = context.newPage();
    this.node = node;
  }

  static boolean isInstalled() {
    return Files.isExecutable(CHROMIUM);
  }

  static Browser of(Node node) {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    com.microsoft.playwright.Browser chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1400, 950));
    return new Browser(playwright, context, node);
  }

  /** Opens the console and signs in through Keycloak's own page. */
  Page signIn(String person) {
    page.navigate(node.url() + "/");
    page.locator("#username").fill(person);
    page.locator("#password").fill(person);
    page.locator("#kc-login").click();
    return page;
  }

  void screenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENSHOTS.resolve(name + ".png"))
            .setFullPage(false));
  }

  @Override
  public void close() {
    context.close();
    playwright.close();
  }
}
