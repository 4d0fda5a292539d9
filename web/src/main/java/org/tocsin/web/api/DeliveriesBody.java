package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.web.warning.Board;

/**
 * Who has acknowledged a warning, and who has not yet.
 *
 * @param version the number of the version that is published
 * @param reached how many organisations of the directory it reaches
 * @param acknowledged how many of those have acknowledged it
 * @param items those it reaches, who have not acknowledged it first
 * @param others acknowledgements by people of none of those
 */
record DeliveriesBody(
    int version, int reached, long acknowledged, List<Item> items, List<WarningBody.Seen> others) {
  /**
   * An organisation it reaches.
   *
   * @param organisation its id, null for persons no organisation knows
   * @param via how it is addressed; empty where the level alone lets it see
   * @param persons who speaks for it
   * @param state {@code acknowledged} or {@code waiting}
   * @param acknowledgements of the published version
   * @param earlier of versions before it
   */
  @JsonInclude(Include.NON_NULL)
  record Item(
      @Nullable String organisation,
      String name,
      List<String> via,
      List<String> persons,
      String state,
      List<WarningBody.Seen> acknowledgements,
      List<WarningBody.Seen> earlier) {
    static Item of(Board.Row row) {
      return new Item(
          row.recipient().organisation(),
          row.recipient().name(),
          row.recipient().via(),
          row.recipient().people(),
          row.acknowledged() ? "acknowledged" : "waiting",
          row.current().stream().map(WarningBody.Seen::of).toList(),
          row.earlier().stream().map(WarningBody.Seen::of).toList());
    }
  }

  static DeliveriesBody of(Board board) {
    return new DeliveriesBody(
        board.version(),
        board.rows().size(),
        board.acknowledged(),
        board.rows().stream().map(Item::of).toList(),
        board.others().stream().map(WarningBody.Seen::of).toList());
  }
}
