package org.tocsin.formats.shadowserver;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.record.JsonLook;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/** Shadowserver's reports as its API gives them: arrays of flat objects, or one a line. */
public final class ShadowserverJsonFormat implements Format {
  static final String NAME = "shadowserver-json";

  private static final int NAMED = 93;
  private static final int COLUMNS = 89;
  private static final int LOOKS = 72;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public int recognise(Sample sample) {
    Set<String> columns = new LinkedHashSet<>();
    JsonLook.at(sample).names().forEach(name -> columns.add(name.toLowerCase(Locale.ROOT)));
    if (!columns.contains("timestamp")) {
      return 0;
    }
    boolean report = ReportNames.looksLikeReport(columns);
    return switch (ReportTypes.all().decide(sample.name(), columns)) {
      case TypeDecision.Named named -> report ? NAMED : LOOKS;
      case TypeDecision.Fitting fitting -> COLUMNS;
      case TypeDecision.Ambiguous ambiguous -> report ? COLUMNS : 0;
      case TypeDecision.Unknown unknown -> report ? LOOKS : 0;
    };
  }

  @Override
  public Framing framing() {
    return Framing.EVENTS;
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    return new JsonReportReader(raw, namespace).read();
  }
}
