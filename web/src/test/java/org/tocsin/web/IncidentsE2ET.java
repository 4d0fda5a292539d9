package org.tocsin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Made;
import org.tocsin.web.preview.ConsolePreview;

/** The queue and an incident in a real browser, over ports in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentsE2ET {

  private ConfigurableApplicationContext console;
  private String address;
  private Chromium chromium;
  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> posts = new CopyOnWriteArrayList<>();
  private int days = 2_000;

  @BeforeAll
  void start() {
    chromium = Chromium.start();
    console =
        ConsolePreview.start(
            "--server.port=0", "--tocsin.identity.backchannel=http://127.0.0.1:1/realms/tocsin");
    address = "http://127.0.0.1:" + console.getEnvironment().getProperty("local.server.port");
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
    context = chromium.browser().newContext();
    page = context.newPage();
    complaints.clear();
    posts.clear();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onRequest(request -> {
      if (request.method().equals("POST")) {
        posts.add(request.url());
      }
    });
  }

  @AfterEach
  void close() {
    if (context != null) {
      context.close();
    }
  }

  @Test
  void shouldShowWhatComesInWithoutReloadingAndKeepWhatIsSelected() {
    page.navigate(address + "/incidents?as=analyst");
    page.keyboard().press("j");
    page.keyboard().press("x");
    String picked = marked().getAttribute("data-incident");
    assertThat(page.locator("[data-picked]")).hasText("1 selected");
    int before = rows().count();

    opened();

    assertThat(rows()).hasCount(before + 1);
    assertThat(box(picked)).isChecked();
    assertThat(page.locator("[data-picked]")).hasText("1 selected");
    assertThat(marked()).hasAttribute("data-incident", picked);
    assertThat(posts).isEmpty();
    assertThat(complaints).isEmpty();
  }

  @Test
  void shouldTakeAndEscalateByKeyWithOneRequestForAll() {
    opened();
    opened();
    page.navigate(address + "/incidents?as=analyst");
    List<String> two = rows().all().stream().limit(2).map(IncidentsE2ET::number).toList();
    page.keyboard().press("j");
    page.keyboard().press("x");
    page.keyboard().press("j");
    page.keyboard().press("x");
    page.keyboard().press("a");

    assertThat(page.locator("#queue-answer")).containsText("Done with 2 incidents.");
    for (String number : two) {
      assertThat(row(number).locator(".state")).hasText("acknowledged");
      assertThat(row(number)).containsText("you");
    }
    assertThat(posts).hasSize(1);
    page.keyboard().press("e");
    assertThat(row(two.getLast())).containsText("escalated");
    assertThat(posts).hasSize(2);
    assertThat(complaints).isEmpty();
  }

  @Test
  void shouldMoveOpenAndExplainByKey() {
    page.navigate(address + "/incidents?as=analyst");
    page.keyboard().press("?");
    assertThat(page.locator("#keys")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("#keys")).isHidden();
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("k");
    String first = number(rows().first());
    assertThat(marked()).hasAttribute("data-incident", first);
    page.keyboard().press("Enter");

    assertThat(page).hasURL(address + "/incidents/" + first);
    assertThat(complaints).isEmpty();
  }

  @Test
  void shouldNotTakeWordsForKeys() {
    page.navigate(address + "/incidents?as=analyst");
    page.keyboard().press("/");
    page.keyboard().type("ajax");

    assertThat(page.locator("#q")).hasValue("ajax");
    assertThat(posts).isEmpty();
  }

  @Test
  void shouldWorkOnAnIncidentAndSeeWhatOthersDo() {
    String number = opened();
    page.navigate(address + "/incidents/" + number + "?as=analyst");
    page.getByText("Acknowledge", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".incident-head")).containsText("yours");
    page.getByText("Add an observable").click();
    page.locator(".acts input[name=value]").fill("192.0.2.200");
    page.locator(".acts button[value=add-observable]").click();
    assertThat(page.locator("[aria-labelledby=observables]")).containsText("192.0.2.200");
    page.locator("#say").fill("a first look");
    page.locator("button[value=comment]").click();
    assertThat(page.locator("#life")).containsText("a first look");

    BrowserContext other = chromium.browser().newContext();
    Page others = other.newPage();
    others.navigate(address + "/incidents/" + number + "?as=lead");
    others.locator("button[value=investigate]").click();
    assertThat(others.locator(".incident-head")).containsText("investigating");
    other.close();

    assertThat(page.locator("#life")).containsText("under investigation");
    assertThat(page.locator("#life")).containsText("It was changed meanwhile");
    assertThat(complaints).isEmpty();
  }

  @Test
  void shouldAddAFileAndGetItBackByteForByte() throws Exception {
    byte[] bytes = {0, -1, '<', 'b', '>', '\r', '\n', 0};
    page.navigate(address + "/incidents/" + opened() + "?as=analyst");

    add("rapport d'été.html", bytes);

    Locator files = page.locator(".files li");
    assertThat(files).hasCount(1);
    assertThat(files).containsText("rapport d'été.html");
    assertThat(page.locator("#life")).containsText("file rapport d'été.html, 8 bytes");
    Download download = page.waitForDownload(() -> files.locator("a").click());
    assertThat(download.suggestedFilename()).isEqualTo("rapport d'été.html");
    assertThat(Files.readAllBytes(download.path())).isEqualTo(bytes);
    assertThat(complaints).isEmpty();
  }

  @Test
  void shouldSayThatAFileIsTooLargeAndAddNothing() {
    page.navigate(address + "/incidents/" + opened() + "?as=analyst");

    add("large.bin", new byte[16 * 1024 * 1024 + 1]);

    assertThat(page.locator("[role=alert]")).containsText("up to 16777216 bytes");
    assertThat(page.locator(".files li")).hasCount(0);
  }

  private void add(String name, byte[] bytes) {
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
    page.locator("[aria-labelledby=attachments] button").click();
  }

  @Test
  void shouldBeUsableByEverybodyInEveryWindow() {
    page.navigate(address + "/incidents?as=analyst");
    String number = number(rows().filter(new Locator.FilterOptions().setHasText("tax office")));
    page.navigate(address + "/incidents/" + number);
    add("a-name-that-is-rather-long-for-a-narrow-window-of-a-telephone.eml", new byte[5_000]);
    assertThat(page.locator(".files li")).hasCount(1);
    List<String> paths = List.of("/incidents", "/incidents/" + number, "/incidents/new");
    Usable.requireNoFaults(page, address, paths);
    Usable.requireFit(page, address, paths);
  }

  /** Something happens; answers its number. */
  private String opened() {
    Judged judged = console.getBean(Judged.class);
    Made.opened(judged, days += 2, "192.0.2.1", Tlp.GREEN);
    return "2026-%06d".formatted(judged.decided.size() - 1);
  }

  private Locator rows() {
    return page.locator("#queue tr[data-incident]");
  }

  private Locator row(String number) {
    return page.locator("#queue tr[data-incident='" + number + "']");
  }

  private Locator box(String number) {
    return row(number).locator("input[name=incident]");
  }

  private Locator marked() {
    return page.locator("#queue tr.marked");
  }

  private static String number(Locator row) {
    return row.getAttribute("data-incident");
  }
}
