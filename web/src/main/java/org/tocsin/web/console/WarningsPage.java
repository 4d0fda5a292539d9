package org.tocsin.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.warning.FoundWarnings;
import org.tocsin.web.warning.WarningDesk;
import org.tocsin.web.warning.WarningParameters;

/** The warnings a reader may see. A new one appears by itself. */
@Controller
final class WarningsPage {
  private static final int USUAL_LIMIT = 40;
  private final FoundWarnings warnings;

  WarningsPage(FoundWarnings warnings) {
    this.warnings = warnings;
  }

  /** A part of the list somebody can choose. */
  record Choice(String label, @Nullable String state, @Nullable String mine) {
    public boolean isOf(WarningParameters given) {
      return same(state, given.state()) && same(mine, given.mine());
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
      return (one == null ? "" : one).equals(other == null ? "" : other);
    }
  }

  private static final List<Choice> FOR_TEAM =
      List.of(
          new Choice("All", null, null),
          new Choice("Being written", "draft", null),
          new Choice("In review", "in-review", null),
          new Choice("Published", "published", null),
          new Choice("Over", "expired,withdrawn", null));
  private static final List<Choice> FOR_READERS =
      List.of(
          new Choice("All", null, null),
          new Choice("To acknowledge", null, "true"),
          new Choice("Over", "expired,withdrawn", null));

  /** The list; asked for by a page that shows its beginning, the rows that follow. */
  @GetMapping("/warnings")
  String page(
      @ModelAttribute("given") WarningParameters given,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
      Reader reader,
      Model model) {
    fill(given, reader, model);
    if (part) {
      return "warning/rows :: rows";
    }
    model.addAttribute("choices", reader.isStaff() ? FOR_TEAM : FOR_READERS);
    model.addAttribute("mayWrite", WarningDesk.mayWrite(reader));
    return "warning/list";
  }

  /**
   * The live part of the list; nothing (204) where the page shows the same already.
   *
   * @param seen what the page shows
   */
  @GetMapping("/warnings/live")
  @Nullable String live(
      @ModelAttribute("given") WarningParameters given,
      @RequestParam(required = false) @Nullable String seen,
      Reader reader,
      Model model,
      HttpServletResponse response) {
    if (fill(given, reader, model).equals(seen)) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return null;
    }
    return "warning/rows :: live";
  }

  /** Fills in what was found; returns a sign of what that is. */
  private String fill(WarningParameters given, Reader reader, Model model) {
    Map<String, String> values = new LinkedHashMap<>();
    Condition.put(values, "q", given.q());
    Condition.put(values, "state", given.state());
    Condition.put(values, "severity", given.severity());
    Condition.put(values, "mine", given.mine());
    Condition.put(values, "incident", given.incident());
    String query = Condition.query(values);
    model.addAttribute("found", null);
    model.addAttribute("mistake", null);
    try {
      FoundRows<WarningRow> found =
          FoundRows.of(warnings.page(given, USUAL_LIMIT, reader), query, WarningRow::of);
      String seen = Integer.toHexString(found.items().hashCode());
      model.addAttribute("found", found);
      model.addAttribute("seen", seen);
      model.addAttribute("live", query.isEmpty() ? "seen=" + seen : query + "&seen=" + seen);
      return seen;
    } catch (BadParameterException e) {
      model.addAttribute("mistake", SearchPage.Mistake.of(e));
      return "";
    }
  }
}
