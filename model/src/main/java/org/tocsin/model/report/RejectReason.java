package org.tocsin.model.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a record could not be taken. */
public enum RejectReason {
  /**
   * The bytes are not what the format says: broken JSON, a row with too few columns, wrong
   * encoding.
   */
  UNREADABLE,
  /** No format was named and none recognised it. */
  UNKNOWN_FORMAT,
  /** Columns fit several report types and no name decides; the detail lists the candidates. */
  AMBIGUOUS_TYPE,
  /** Neither name nor columns say which report type this is. */
  UNKNOWN_TYPE,
  /** A field the record cannot do without is missing; the path names it. */
  MISSING_FIELD,
  /** A field holds what it must not; the path names it. */
  BAD_VALUE,
  /** A limit on size, depth or number was passed. */
  LIMIT_EXCEEDED,
  /** The id and version are known with other content. */
  VERSION_CONFLICT,
  /** The index refuses the record for what it holds. */
  UNSTORABLE;

  /** The reason as the API writes it, such as {@code ambiguous-type}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason of that key; empty where there is none. */
  public static Optional<RejectReason> ofKey(String key) {
    return Arrays.stream(values()).filter(reason -> reason.key().equals(key)).findFirst();
  }
}
