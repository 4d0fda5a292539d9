package org.tocsin.ingest.refusal;

import java.util.Locale;

/** The reasons for which a submission is not taken. The name of each is part of the API. */
public enum Refusal {
  /** Nobody is logged in. */
  NOT_AUTHENTICATED("Who you are is not known"),
  /** The identity has none of the roles that submit. */
  MAY_NOT_SUBMIT("This identity may not submit reports"),
  /** The client is not registered for that provider or feed. */
  NOT_REGISTERED("Not registered for this provider or feed"),
  /** The level is looser than the client may use. */
  TLP_TOO_LOOSE("This TLP level is looser than the client may use"),
  /** A parameter or header can't be read. */
  BAD_PARAMETER("A parameter can not be read"),
  /** There is no byte in it. */
  EMPTY("The submission is empty"),
  /** It broke off before its end. */
  INCOMPLETE("The submission broke off before its end"),
  /** The bytes are not what the content encoding or the multipart boundary says. */
  UNREADABLE_BODY("The body is not encoded as its headers say"),
  /** A limit on size, ratio or number was passed. */
  TOO_LARGE("The submission is too large"),
  /** No format has that name. */
  UNKNOWN_FORMAT("There is no format of this name"),
  /** The content encoding is not one that is understood. */
  UNSUPPORTED_ENCODING("This content encoding is not supported"),
  /** The key of an earlier submission with other bytes, or for another feed. */
  KEY_REUSED("The Idempotency-Key belongs to another submission"),
  /** Triage lags too far behind to take more bulk. */
  LANE_FULL("Triage is busy with what came before"),
  /** All places for submissions are taken. */
  BUSY("Too many submissions at once"),
  /** Somebody paused this way in. */
  PAUSED("Reports are not taken this way for now"),
  /** Kafka does not take it. */
  LOG_UNAVAILABLE("Reports can not be stored just now");

  private final String title;

  Refusal(String title) {
    this.title = title;
  }

  /** The reason as the API and the metrics write it, such as {@code lane-full}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One line for people, the same for every refusal of this kind. */
  public String title() {
    return title;
  }
}
