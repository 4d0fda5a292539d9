package org.tocsin.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.delivery.DeliveryItem;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.NotVisibleException;
import org.tocsin.web.warning.Board;
import org.tocsin.web.warning.DeliveryDesk;
import org.tocsin.web.warning.DeliveryLine;
import org.tocsin.web.warning.FoundWarnings;
import org.tocsin.web.warning.Recipient;
import org.tocsin.web.warning.SeenWarning;
import org.tocsin.web.warning.WarningDesk;

/** Who has not seen a warning yet, and what was delivered to whom? */
@Controller
final class WarningBoard {
  private final FoundWarnings warnings;
  private final DeliveryDesk desk;

  WarningBoard(FoundWarnings warnings, DeliveryDesk desk) {
    this.warnings = warnings;
    this.desk = desk;
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

  /**
   * What was delivered to somebody.
   *
   * @param what which version, or that it was taken back
   * @param words where it stands, in words
   * @param tone how it looks: {@code has} it, {@code under-way}, {@code waits} or {@code over}
   * @param next when the next try is, null where there is none
   */
  record Line(
      UUID id,
      String recipient,
      @Nullable String organisation,
      String channel,
      String what,
      String words,
      String tone,
      @Nullable String reason,
      Moment at,
      @Nullable Moment next,
      boolean replayable,
      List<WarningPage.Seen> seen) {
    static Line of(DeliveryLine line) {
      Delivery delivery = line.delivery();
      DeliveryItem item = delivery.item();
      Instant due = delivery.due();
      return new Line(
          delivery.id(),
          item.recipient(),
          item.organisation(),
          item.channel().key(),
          item.recall() ? "taken back" : "version " + item.version(),
          line.state(),
          tone(line),
          delivery.reason(),
          Moment.seconds(delivery.changedAt()),
          due == null ? null : Moment.seconds(due),
          delivery.state().isDeadEnd(),
          line.acknowledgements().stream().map(WarningPage.Seen::of).toList());
    }

    private static String tone(DeliveryLine line) {
      return switch (line.delivery().state()) {
        case DELIVERED -> "has";
        case QUEUED, SENT -> "under-way";
        case FAILED, DEAD, EXPIRED -> "waits";
        case DROPPED -> "over";
      };
    }
  }

  @GetMapping("/warnings/{id}/board")
  String page(@PathVariable String id, Reader reader, Model model) {
    fill(warnings.whole(id, reader), reader, model);
    return "warning/board";
  }

  /** Has a delivery tried again that came to a dead end. */
  @PostMapping("/warnings/{id}/deliveries/{delivery}/replay")
  String replay(
      @PathVariable String id, @PathVariable String delivery, Reader reader, Model model) {
    SeenWarning seen = warnings.whole(id, reader);
    UUID given = Given.uuid(delivery).orElseThrow(() -> new NotVisibleException("delivery"));
    try {
      desk.replay(given, reader);
      return "redirect:/warnings/" + seen.warning().number() + "/board";
    } catch (RefusedException e) {
      model.addAttribute("mistake", e.getMessage());
      fill(seen, reader, model);
      return "warning/board";
    }
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
    if (fill(warnings.whole(id, reader), reader, model).equals(seen)) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return null;
    }
    return "warning/board-live :: live";
  }

  private String fill(SeenWarning warning, Reader reader, Model model) {
    Board board = desk.board(warning);
    String seen = Integer.toHexString(board.hashCode());
    model.addAttribute("warning", warning.warning());
    model.addAttribute("level", ObservationCard.Level.of(warning.warning().content().tlp()));
    model.addAttribute("board", board);
    model.addAttribute("rows", board.rows().stream().map(Row::of).toList());
    model.addAttribute("others", board.others().stream().map(WarningPage.Seen::of).toList());
    model.addAttribute("lines", board.deliveries().stream().map(Line::of).toList());
    model.addAttribute("mayReplay", WarningDesk.mayWrite(reader));
    model.addAttribute("seen", seen);
    return seen;
  }
}
