package org.tocsin.web.warning;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningAcknowledgement;
import org.tocsin.model.warning.WarningVersion;
import org.tocsin.store.directory.DirectoryEntries;
import org.tocsin.web.problem.NotVisibleException;

/**
 * Who has acknowledged what is published, who has not yet, and what was delivered to whom.
 *
 * @param version the number of the version that is published
 * @param rows those the warning reaches, who have not acknowledged it first
 * @param others acknowledgements by people of none of those, such as the node's team
 * @param deliveries what was delivered, or is to be, the newest release first
 */
public record Board(
    int version,
    List<Row> rows,
    List<WarningAcknowledgement> others,
    List<DeliveryLine> deliveries) {
  public Board {
    rows = List.copyOf(rows);
    others = List.copyOf(others);
    deliveries = List.copyOf(deliveries);
  }

  /**
   * A recipient and what its people acknowledged.
   *
   * @param current acknowledgements of the published version
   * @param earlier acknowledgements of versions before it
   */
  public record Row(
      Recipient recipient,
      List<WarningAcknowledgement> current,
      List<WarningAcknowledgement> earlier) {
    public Row {
      current = List.copyOf(current);
      earlier = List.copyOf(earlier);
    }

    /** Whether anybody of it has acknowledged the published version. */
    public boolean acknowledged() {
      return !current.isEmpty();
    }

    private boolean has(WarningAcknowledgement one) {
      return current.contains(one) || earlier.contains(one);
    }
  }

  /**
   * The board of a warning.
   *
   * @throws NotVisibleException when nothing was published
   */
  static Board of(SeenWarning seen, DirectoryEntries directory, List<DeliveryLine> deliveries) {
    Warning warning = seen.warning();
    WarningVersion version = version(warning);
    List<Row> rows =
        new ArrayList<>(
            Recipients.of(
                    version.content().tlp(), version.content().audience(), directory, seen.reader())
                .stream()
                .map(recipient -> row(recipient, warning, version.number()))
                .toList());
    rows.sort((one, other) -> Boolean.compare(one.acknowledged(), other.acknowledged()));
    List<WarningAcknowledgement> others =
        warning.acknowledgements().stream()
            .filter(one -> one.version() == version.number())
            .filter(one -> rows.stream().noneMatch(row -> row.has(one)))
            .toList();
    return new Board(version.number(), rows, others, deliveries);
  }

  /**
   * What of it is for one reader: their own deliveries.
   *
   * @throws NotVisibleException when nothing was published
   */
  static Board ofReader(SeenWarning seen, List<DeliveryLine> deliveries) {
    return new Board(version(seen.warning()).number(), List.of(), List.of(), deliveries);
  }

  private static WarningVersion version(Warning warning) {
    return warning.published().orElseThrow(() -> new NotVisibleException("published version"));
  }

  private static Row row(Recipient recipient, Warning warning, int version) {
    List<WarningAcknowledgement> theirs =
        warning.acknowledgements().stream().filter(one -> isOf(recipient, one)).toList();
    return new Row(
        recipient,
        theirs.stream().filter(one -> one.version() == version).toList(),
        theirs.stream().filter(one -> one.version() < version).toList());
  }

  /** Of a warning for persons, only theirs count. */
  private static boolean isOf(Recipient recipient, WarningAcknowledgement one) {
    String organisation = recipient.organisation();
    boolean named = recipient.people().contains(one.by());
    return organisation == null
        ? named
        : organisation.equals(one.organisation()) || one.organisation() == null && named;
  }

  /** How many of those it reaches have acknowledged it. */
  public long acknowledged() {
    return rows.stream().filter(Row::acknowledged).count();
  }
}
