package org.tocsin.model.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a warning for one subscription, and what became of it: what its events come to.
 * Events that make no sense where it stands, such as a second queueing, change nothing.
 *
 * @param id follows from what is delivered to whom, so whoever queues it again queues the same one
 * @param item what, to whom, by which channel
 * @param state where it stands
 * @param queuedAt when it was queued first
 * @param openSince since when it is tried: when it was queued, or replayed
 * @param attempts tries begun
 * @param due when the next try may be, null where there is none
 * @param reason why the last try failed, or why it ended; null where there is nothing to tell
 * @param changedAt when its last event was
 * @param deliveredAt when the recipient took it, null where they did not
 * @param events the last ones of them, {@value #MOST_EVENTS} at most
 */
public record Delivery(
    UUID id,
    DeliveryItem item,
    DeliveryState state,
    Instant queuedAt,
    Instant openSince,
    int attempts,
    @Nullable Instant due,
    @Nullable String reason,
    Instant changedAt,
    @Nullable Instant deliveredAt,
    List<DeliveryEvent> events) {
  /** As many events as are kept beside what they come to. */
  public static final int MOST_EVENTS = 50;

  public Delivery {
    events = List.copyOf(events);
  }

  /**
   * What an event makes of a delivery.
   *
   * @param before null where nothing is known of it yet
   * @return empty where nothing is known of it after the event either
   */
  public static Optional<Delivery> after(@Nullable Delivery before, DeliveryEvent event) {
    if (before != null) {
      return Optional.of(before.after(event));
    }
    return event instanceof DeliveryEvent.Queued queued
        ? Optional.of(queued(queued))
        : Optional.empty();
  }

  private static Delivery queued(DeliveryEvent.Queued event) {
    return new Delivery(
        event.delivery(),
        event.item(),
        DeliveryState.QUEUED,
        event.at(),
        event.notBefore(),
        0,
        event.notBefore(),
        null,
        event.at(),
        null,
        List.of(event));
  }

  /** Whether it may have reached the recipient. */
  public boolean mayHaveGone() {
    return attempts > 0;
  }

  /** What an event makes of it. */
  public Delivery after(DeliveryEvent event) {
    return switch (event) {
      case DeliveryEvent.Queued _ -> this;
      case DeliveryEvent.Started started when state.isOpen() ->
          with(
              event,
              new Turn(DeliveryState.SENT, Math.max(attempts, started.attempt()), null, null));
      case DeliveryEvent.Failed failed when state == DeliveryState.SENT ->
          with(event, new Turn(DeliveryState.FAILED, attempts, failed.next(), failed.reason()));
      case DeliveryEvent.Delivered _ when state != DeliveryState.DELIVERED ->
          with(event, new Turn(DeliveryState.DELIVERED, Math.max(attempts, 1), null, null));
      case DeliveryEvent.Expired expired when state.isOpen() ->
          with(event, new Turn(DeliveryState.EXPIRED, attempts, null, expired.reason()));
      case DeliveryEvent.Died died when state.isOpen() ->
          with(event, new Turn(DeliveryState.DEAD, attempts, null, died.reason()));
      case DeliveryEvent.Dropped dropped when state.isOpen() ->
          with(event, new Turn(DeliveryState.DROPPED, attempts, null, dropped.reason()));
      case DeliveryEvent.Replayed _ when state.isDeadEnd() ->
          with(event, new Turn(DeliveryState.QUEUED, attempts, event.at(), null));
      case DeliveryEvent.Started _,
          DeliveryEvent.Failed _,
          DeliveryEvent.Delivered _,
          DeliveryEvent.Expired _,
          DeliveryEvent.Died _,
          DeliveryEvent.Dropped _,
          DeliveryEvent.Replayed _ ->
          this;
    };
  }

  /** Where it goes on from. */
  private record Turn(
      DeliveryState state, int attempts, @Nullable Instant due, @Nullable String reason) {}

  private Delivery with(DeliveryEvent event, Turn turn) {
    List<DeliveryEvent> all = new ArrayList<>(events);
    all.add(event);
    return new Delivery(
        id,
        item,
        turn.state(),
        queuedAt,
        event instanceof DeliveryEvent.Replayed ? event.at() : openSince,
        turn.attempts(),
        turn.due(),
        turn.reason(),
        event.at(),
        event instanceof DeliveryEvent.Delivered ? event.at() : deliveredAt,
        all.subList(Math.max(0, all.size() - MOST_EVENTS), all.size()));
  }
}
