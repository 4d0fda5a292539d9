package org.tocsin.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.directory.KnownDirectory;
import org.tocsin.web.warning.Board;
import org.tocsin.web.warning.FoundWarnings;
import org.tocsin.web.warning.Recipient;
import org.tocsin.web.warning.SeenWarning;

/** Who has not seen a warning yet? */
@Controller
final class WarningBoard {
  private final FoundWarnings warnings;
  private final KnownDirectory directory;

  WarningBoard(FoundWarnings warnings, KnownDirectory directory) {
    this.warnings = warnings;
    this.directory = directory;
  }

  /** An organisation it reaches, and what its people acknowledged. */
  record Row(
      Recipient recipient,
      boolean acknowledged,
      List<WarningPage.Seen> current,
      List<WarningPage.Seen> earlier) {
    static Row of(Board.Row row) {
      return new Row(
          row.recipient(),
          row.acknowledged(),
          row.current().stream().map(WarningPage.Seen::of).toList(),
          row.earlier().stream().map(WarningPage.Seen::of).toList());
    }
  }

  @GetMapping("/warnings/{id}/board")
  String page(@PathVariable String id, Reader reader, Model model) {
    fill(warnings.whole(id, reader), model);
    return "warning/board";
  }

  /**
   * The live part of the page; nothing (204) where the page shows the same already.
   *
   * @param seen what the page shows
   */
  @GetMapping("/warnings/{id}/board/live")
  @Nullable String live(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String seen,
      Reader reader,
      Model model,
      HttpServletResponse response) {
    if (fill(warnings.whole(id, reader), model).equals(seen)) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return null;
    }
    return "warning/board-live :: live";
  }

  private String fill(SeenWarning warning, Model model) {
    Board board = Board.of(warning, directory.now());
    String seen = Integer.toHexString(board.hashCode());
    model.addAttribute("warning", warning.warning());
    model.addAttribute("level", ObservationCard.Level.of(warning.warning().content().tlp()));
    model.addAttribute("board", board);
    model.addAttribute("rows", board.rows().stream().map(Row::of).toList());
    model.addAttribute("others", board.others().stream().map(WarningPage.Seen::of).toList());
    model.addAttribute("seen", seen);
    return seen;
  }
}
