package org.tocsin.stream.report;

import org.tocsin.model.report.RawRecord;

/** What one entry of a lane's topic can be. */
public sealed interface LogEntry {
  /** A raw record. */
  record Raw(RawRecord record) implements LogEntry {}

  /** A mark without content that lets a quiet partition's watermark move on. */
  record Tick() implements LogEntry {}

  /**
   * Something no version of this program wrote.
   *
   * @param header the header that is missing or cannot be read
   */
  record Malformed(String header) implements LogEntry {}
}
