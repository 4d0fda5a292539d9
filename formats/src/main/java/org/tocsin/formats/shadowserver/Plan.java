package org.tocsin.formats.shadowserver;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.model.report.RejectReason;

/**
 * How records with the same columns are read.
 *
 * @param layout where in a row to find what
 * @param types which type a row is of
 */
record Plan(Layout layout, ObservationReader.TypeOfRow types) {
  /**
   * The plan for records of a submission.
   *
   * @param fileName its original name, null when none was given
   * @param header names of the columns
   * @throws Fault where nothing tells which report this is, or several are as likely
   */
  static Plan of(@Nullable String fileName, List<String> header) throws Fault {
    Layout plain = new Layout(header, null);
    return switch (ReportTypes.all().decide(fileName, plain.names())) {
      case TypeDecision.Named(ReportType type) -> of(header, type);
      case TypeDecision.Fitting(ReportFamily family) ->
          new Plan(new Layout(header, family), family::type);
      case TypeDecision.Ambiguous(List<String> candidates) -> {
        ReportType named = UnknownType.inName(fileName);
        if (named == null) {
          throw new Fault(
              RejectReason.AMBIGUOUS_TYPE,
              null,
              "the name does not say which report this is, and the columns fit "
                  + String.join(", ", candidates));
        }
        yield of(header, named);
      }
      case TypeDecision.Unknown() -> {
        if (!UnknownType.isReport(plain)) {
          throw new Fault(
              RejectReason.UNKNOWN_TYPE,
              null,
              "neither the name nor the columns are those of a report that is known");
        }
        yield of(header, UnknownType.of(fileName));
      }
    };
  }

  private static Plan of(List<String> header, ReportType type) {
    return new Plan(new Layout(header, type.family()), ipv6 -> type);
  }
}
