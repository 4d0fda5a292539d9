package org.tocsin.formats.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.rows.RowStyle;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.tlp.Tlp;

/**
 * What is known of a list or table of some provider.
 *
 * @param name name of the format, such as {@code urlhaus-csv}; never changes
 * @param version raised whenever the same bytes would give another fact
 * @param cut how a submission falls into records
 * @param columns what its columns hold, the most important first; in their order where no row names
 *     them
 * @param listed whether it lists bad things, so that reserved and benign values are faults in it
 * @param protocol the transport protocol where no column says it, null where it is not known
 * @param rsit what kind of incident a record tells of
 * @param reportType the provider's own name for the kind of report
 * @param confidence how sure the provider is where no column says it, null where it is not known
 * @param tlp the level where no column says it, null where there is none
 * @param look how it is recognised
 */
record TableMapping(
    String name,
    int version,
    Cut cut,
    List<Column> columns,
    boolean listed,
    @Nullable String protocol,
    Choice<Rsit> rsit,
    Choice<String> reportType,
    @Nullable Integer confidence,
    @Nullable Tlp tlp,
    Look look) {
  TableMapping {
    columns = List.copyOf(columns);
  }

  /** How a submission falls into records. */
  sealed interface Cut {
    /**
     * Rows of cells.
     *
     * @param style how they are written
     * @param trailer what begins a remark at the end of a row, null where nothing does
     */
    record Rows(RowStyle style, @Nullable String trailer) implements Cut {}

    /**
     * Elements of a JSON list.
     *
     * @param list its name; of no matter where the document is a list itself
     */
    record Json(String list) implements Cut {}

    /**
     * A JSON object on each line.
     *
     * @param style lines, and which of them are no records
     */
    record JsonLines(RowStyle style) implements Cut {}
  }

  /**
   * How it is recognised. Whatever says so, some of its first records must be readable.
   *
   * @param names what its file name may be, with {@code *} for any characters; in lower case
   * @param columns names that its header line or its JSON records must have; in lower case
   * @param comments what a line of comment near its beginning may say; in lower case
   * @param shape how sure readable records alone make, 0 where they are not enough
   */
  record Look(List<String> names, List<String> columns, List<String> comments, int shape) {
    Look {
      names = List.copyOf(names);
      columns = List.copyOf(columns);
      comments = List.copyOf(comments);
    }
  }
}
