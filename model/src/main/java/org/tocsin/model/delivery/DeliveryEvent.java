package org.tocsin.model.delivery;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;

/** Something that happened to a delivery. The ledger is made of these, in their order, for ever. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({
  @JsonSubTypes.Type(value = DeliveryEvent.Queued.class, name = "queued"),
  @JsonSubTypes.Type(value = DeliveryEvent.Started.class, name = "started"),
  @JsonSubTypes.Type(value = DeliveryEvent.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = DeliveryEvent.Delivered.class, name = "delivered"),
  @JsonSubTypes.Type(value = DeliveryEvent.Expired.class, name = "expired"),
  @JsonSubTypes.Type(value = DeliveryEvent.Died.class, name = "died"),
  @JsonSubTypes.Type(value = DeliveryEvent.Dropped.class, name = "dropped"),
  @JsonSubTypes.Type(value = DeliveryEvent.Replayed.class, name = "replayed")
})
public sealed interface DeliveryEvent {
  /** The delivery it happened to. */
  UUID delivery();

  /** When. */
  Instant at();

  /**
   * It is to be delivered.
   *
   * @param notBefore when its first try may be
   */
  record Queued(UUID delivery, Instant at, DeliveryItem item, Instant notBefore)
      implements DeliveryEvent {}

  /**
   * A try begins. It is written before a byte leaves, so where nothing follows, it may have been
   * sent.
   *
   * @param attempt the number of the try, 1 for the first
   */
  record Started(UUID delivery, Instant at, int attempt) implements DeliveryEvent {}

  /**
   * A try failed.
   *
   * @param reason in words fit for readers
   * @param next when the next try is
   */
  record Failed(UUID delivery, Instant at, int attempt, String reason, Instant next)
      implements DeliveryEvent {}

  /** The recipient took it. */
  record Delivered(UUID delivery, Instant at, int attempt) implements DeliveryEvent {}

  /** There is no time for another try. */
  record Expired(UUID delivery, Instant at, String reason) implements DeliveryEvent {}

  /** No further try would help. */
  record Died(UUID delivery, Instant at, String reason) implements DeliveryEvent {}

  /** It must not go out any more. */
  record Dropped(UUID delivery, Instant at, String reason) implements DeliveryEvent {}

  /** A person wants it tried again. */
  record Replayed(UUID delivery, Instant at, String by) implements DeliveryEvent {}
}
