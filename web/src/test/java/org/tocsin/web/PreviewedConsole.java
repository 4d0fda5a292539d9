package org.tocsin.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ConfigurableApplicationContext;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.preview.ConsolePreview;

/** The console over ports in memory, in a real browser, for whoever signs in by an address. */
final class PreviewedConsole implements AutoCloseable {
  /** What browsers complained of since it was last tidied up. */
  final List<String> complaints = new CopyOnWriteArrayList<>();

  private final Chromium chromium;
  private final ConfigurableApplicationContext console;
  private final String address;
  private final List<BrowserContext> contexts = new ArrayList<>();

  private PreviewedConsole(Chromium chromium, ConfigurableApplicationContext console) {
    this.chromium = chromium;
    this.console = console;
    this.address = "http://127.0.0.1:" + console.getEnvironment().getProperty("local.server.port");
  }

  /** Starts one; skips the test where there is no browser. */
  static PreviewedConsole start() {
    return new PreviewedConsole(
        Chromium.start(),
        ConsolePreview.start(
            "--server.port=0", "--tocsin.identity.backchannel=http://127.0.0.1:1/realms/tocsin"));
  }

  String address() {
    return address;
  }

  Judged judged() {
    return console.getBean(Judged.class);
  }

  /** A page of somebody who is signed in. */
  Page as(String name, String path) {
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

  /** Closes all pages, and forgets what was complained of. */
  void tidy() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    complaints.clear();
  }

  @Override
  public void close() {
    chromium.close();
    console.close();
  }
}
