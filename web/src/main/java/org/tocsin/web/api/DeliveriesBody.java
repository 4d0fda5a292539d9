package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.stix.StixTime;
import org.tocsin.web.warning.Board;
import org.tocsin.web.warning.DeliveryLine;

/**
 * Who has acknowledged a warning, who has not yet, and what was delivered to whom.
 *
 * @param version the number of the version that is published
 * @param reached how many organisations of the directory it reaches
 * @param acknowledged how many of those have acknowledged it
 * @param items those it reaches, who have not acknowledged it first
 * @param others acknowledgements by people of none of those
 * @param deliveries what was delivered, or is to be, the newest release first
 */
record DeliveriesBody(
    int version,
    int reached,
    long acknowledged,
    List<Item> items,
    List<WarningBody.Seen> others,
    List<Delivered> deliveries) {
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

  /**
   * One version of it for one subscription.
   *
   * @param recipient whose subscription it is
   * @param organisation the one they speak for, null where none is known
   * @param channel such as {@code webhook}
   * @param recall whether it takes the warning back
   * @param state {@code queued}, {@code sent}, {@code failed}, {@code delivered}, {@code
   *     acknowledged}, {@code expired}, {@code dead} or {@code dropped}
   * @param reason why the last try failed, or why it ended
   * @param next when the next try is
   * @param replayable whether it came to a dead end and can be tried again
   */
  @JsonInclude(Include.NON_NULL)
  record Delivered(
      String id,
      String subscription,
      String recipient,
      @Nullable String organisation,
      String channel,
      int version,
      boolean recall,
      String state,
      int attempts,
      @Nullable String reason,
      @Nullable String next,
      String queuedAt,
      String changedAt,
      @Nullable String deliveredAt,
      boolean replayable,
      List<WarningBody.Seen> acknowledgements) {
    static Delivered of(DeliveryLine line) {
      Delivery delivery = line.delivery();
      return new Delivered(
          delivery.id().toString(),
          delivery.item().subscription().toString(),
          delivery.item().recipient(),
          delivery.item().organisation(),
          delivery.item().channel().key(),
          delivery.item().version(),
          delivery.item().recall(),
          line.state(),
          delivery.attempts(),
          delivery.reason(),
          time(delivery.due()),
          StixTime.micros(delivery.queuedAt()),
          StixTime.micros(delivery.changedAt()),
          time(delivery.deliveredAt()),
          delivery.state().isDeadEnd(),
          line.acknowledgements().stream().map(WarningBody.Seen::of).toList());
    }

    private static @Nullable String time(@Nullable Instant instant) {
      return instant == null ? null : StixTime.micros(instant);
    }
  }

  /** Only who has not acknowledged it yet. */
  DeliveriesBody waiting() {
    return new DeliveriesBody(
        version,
        reached,
        acknowledged,
        items.stream().filter(item -> item.state().equals("waiting")).toList(),
        List.of(),
        deliveries.stream()
            .filter(one -> !one.state().equals("acknowledged") && !one.state().equals("dropped"))
            .toList());
  }

  static DeliveriesBody of(Board board) {
    return new DeliveriesBody(
        board.version(),
        board.rows().size(),
        board.acknowledged(),
        board.rows().stream().map(Item::of).toList(),
        board.others().stream().map(WarningBody.Seen::of).toList(),
        board.deliveries().stream().map(Delivered::of).toList());
  }
}
