package org.tocsin.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.submission.Receipt;

/**
 * The answer to what was kept.
 *
 * @param receipt the receipt where there is one, null where there are several
 * @param format the format that one file is read as, null where there are several
 * @param receipts one for each file where files came packed together, null otherwise
 * @param records records in all of them
 * @param bytes bytes of all of them, unpacked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Acceptance(
    @Nullable UUID receipt,
    @Nullable String format,
    @Nullable List<File> receipts,
    long records,
    long bytes) {

  /**
   * What was kept of one file.
   *
   * @param name its name, null where none was given
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record File(UUID receipt, @Nullable String name, String format, long records, long bytes) {
    static File of(Receipt receipt) {
      return new File(
          receipt.id(), receipt.name(), receipt.format(), receipt.records(), receipt.bytes());
    }
  }

  /**
   * The answer for those receipts, of which there is at least one.
   *
   * @param together whether they could have been several, as in an archive
   */
  static Acceptance of(List<Receipt> kept, boolean together) {
    boolean single = kept.size() == 1;
    return new Acceptance(
        single ? kept.getFirst().id() : null,
        single ? kept.getFirst().format() : null,
        together || !single ? kept.stream().map(File::of).toList() : null,
        kept.stream().mapToLong(Receipt::records).sum(),
        kept.stream().mapToLong(Receipt::bytes).sum());
  }
}
