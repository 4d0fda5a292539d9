package org.tocsin.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.stream.StreamUnavailableException;
import org.tocsin.web.account.HourlyAccounts;
import org.tocsin.web.account.Span;

/** What came in, live: whether anything is missing is the first thing a watch wants to know. */
@Controller
final class IncomingPage {
  private static final int LATEST = 12;
  private static final String STORE_AWAY =
      "Elasticsearch does not answer. What was accepted is safe in Kafka and will be counted when"
          + " it is back.";

  private final HourlyAccounts accounts;

  IncomingPage(HourlyAccounts accounts) {
    this.accounts = accounts;
  }

  /** The spans a person can choose from. */
  enum Choice {
    HOUR("This hour and the last", 2),
    DAY("24 hours", 24),
    WEEK("7 days", 7 * 24);

    private final String label;
    private final int hours;

    Choice(String label, int hours) {
      this.label = label;
      this.hours = hours;
    }

    public String label() {
      return label;
    }

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Choice of(@Nullable String key) {
      for (Choice choice : values()) {
        if (choice.key().equals(key)) {
          return choice;
        }
      }
      return DAY;
    }
  }

  @GetMapping("/")
  String page(
      @RequestParam(required = false) @Nullable String span,
      @RequestParam(required = false) @Nullable String provider,
      Reader reader,
      Model model) {
    fill(model, Choice.of(span), provider, reader);
    return "incoming/page";
  }

  /**
   * The live part of the page; nothing (204) where it shows the same already, so that it does not
   * flicker and the focus stays where it is.
   *
   * @param seen what the page shows
   */
  @GetMapping("/incoming")
  @Nullable String live(
      @RequestParam(required = false) @Nullable String span,
      @RequestParam(required = false) @Nullable String provider,
      @RequestParam(required = false) @Nullable String seen,
      Reader reader,
      Model model,
      HttpServletResponse response) {
    if (fill(model, Choice.of(span), provider, reader).equals(seen)) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return null;
    }
    return "incoming/live :: live";
  }

  private String fill(Model model, Choice choice, @Nullable String provider, Reader reader) {
    Incoming incoming = incoming(choice, provider, reader);
    String seen = Integer.toHexString(incoming.hashCode());
    model.addAttribute("incoming", incoming);
    model.addAttribute("choice", choice);
    model.addAttribute("choices", Choice.values());
    model.addAttribute("provider", provider == null ? "" : provider);
    model.addAttribute("seen", seen);
    return seen;
  }

  private Incoming incoming(Choice choice, @Nullable String provider, Reader reader) {
    Span span = accounts.lastHours(choice.hours);
    try {
      return Incoming.of(span, accounts.watch(span, provider, LATEST, reader));
    } catch (StoreUnavailableException e) {
      return Incoming.unknown(span, STORE_AWAY);
    } catch (StreamUnavailableException e) {
      return Incoming.unknown(span, "Kafka does not answer, so nothing can be counted just now.");
    }
  }
}
