package org.tocsin.triage.normalise;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.stream.ReceivedRecord;

/** Cuts a batch into portions that fit into memory once they are objects. */
final class Portion {
  /** Records of one portion, unless a single raw record holds more. */
  static final int MAX_RECORDS = 2_500;

  /** Bytes of one portion, unless a single raw record holds more. */
  static final int MAX_BYTES = 2 * 1024 * 1024;

  private Portion() {}

  static List<List<ReceivedRecord>> of(List<ReceivedRecord> batch) {
    List<List<ReceivedRecord>> portions = new ArrayList<>();
    List<ReceivedRecord> portion = new ArrayList<>();
    long records = 0;
    long bytes = 0;
    for (ReceivedRecord received : batch) {
      records += received.raw().records();
      bytes += received.raw().bytes().length;
      if (!portion.isEmpty() && (records > MAX_RECORDS || bytes > MAX_BYTES)) {
        portions.add(List.copyOf(portion));
        portion.clear();
        records = received.raw().records();
        bytes = received.raw().bytes().length;
      }
      portion.add(received);
    }
    if (!portion.isEmpty()) {
      portions.add(List.copyOf(portion));
    }
    return portions;
  }
}
