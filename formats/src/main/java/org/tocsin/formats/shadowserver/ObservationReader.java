package org.tocsin.formats.shadowserver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.ObservationWriter;
import org.tocsin.formats.record.ObservedDraft;
import org.tocsin.formats.record.Timestamps;
import org.tocsin.formats.sco.HttpRequest;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.rsit.Rsit;

/** Makes an observation of one row after the other of the same raw record. */
final class ObservationReader {
  /** What a search can start from: one of them is in every observation. */
  private static final List<String> INDICATORS =
      List.of("ipv4-addr--", "ipv6-addr--", "domain-name--", "url--", "file--", "email-addr--");

  private static final List<Role> INDICATOR_ROLES =
      List.of(
          Role.ADDRESS, Role.NETWORK, Role.URL, Role.REQUEST, Role.DOMAIN, Role.EMAIL, Role.FILE);

  private static final String TIMESTAMP = "timestamp";

  private final String format;
  private final byte[] header;
  private final ObservationWriter writer;

  /**
   * A reader of that raw record.
   *
   * @param format name of the format it is read as
   * @param header the header line without its ending; empty where rows name their own columns
   */
  ObservationReader(RawRecord raw, NodeNamespace namespace, String format, byte[] header) {
    this.format = format;
    this.header = header;
    this.writer = new ObservationWriter(raw, namespace);
  }

  /**
   * The observation a row tells of.
   *
   * @param bytes the row itself without its line ending
   * @throws Fault where it tells of none
   */
  Observation read(TypeOfRow types, Row row, byte[] bytes) throws Fault {
    ObservedDraft draft = new ObservedDraft(observedAt(row));
    ScoSet scos = draft.scos();
    Ends ends = Ends.of(row, scos);
    ReportType type = types.of(ends.ipv6());
    boolean served =
        row.layout().subject() == Party.SUBJECT
            && !row.layout().hasPeer()
            && type.family().rsit() != Rsit.INFECTED_SYSTEM;
    HttpRequest request = new WebReader(row, ends, scos, served).read();
    new TrafficReader(row, ends, type.family()).read(request, scos);
    Set<String> mails = TraceReader.read(row, scos);
    draft.about(row.layout().subject() == null ? mails : ends.own());
    CertificateReader.read(row, scos);
    checkIndicator(row, scos);
    draft.rsit(type.family().rsit()).reportType(type.name()).fields(row.fields());
    draft.ended(Optional.ofNullable(row.first(Role.END)).flatMap(Timestamps::parse).orElse(null));
    String count = row.first(Role.COUNT);
    if (count != null) {
      draft.number(Ends.number(count));
    }
    countries(row, draft);
    return writer.write(writer.contentId(format + ":" + type.name(), header, bytes), draft);
  }

  private static void countries(Row row, ObservedDraft draft) {
    for (int column : row.layout().columns(Role.COUNTRY)) {
      if (row.layout().isSubjects(column)) {
        draft.subjectCountry(row.text(column));
      } else {
        draft.country(row.text(column));
      }
    }
  }

  /** Which type a row is of. */
  interface TypeOfRow {
    ReportType of(boolean ipv6);
  }

  private static Instant observedAt(Row row) throws Fault {
    int[] columns = row.layout().columns(Role.TIME);
    String text = row.first(columns);
    if (text == null) {
      throw new Fault(RejectReason.MISSING_FIELD, TIMESTAMP, "a record needs a time");
    }
    Optional<Instant> time = Timestamps.parse(text);
    if (time.isEmpty()) {
      throw new Fault(RejectReason.BAD_VALUE, row.layout().field(columns[0]), "this is no time");
    }
    return time.get();
  }

  private static void checkIndicator(Row row, ScoSet scos) throws Fault {
    for (String id : scos.ids()) {
      for (String type : INDICATORS) {
        if (id.startsWith(type)) {
          return;
        }
      }
    }
    throw withoutIndicator(row);
  }

  private static Fault withoutIndicator(Row row) {
    @Nullable String empty = null;
    for (Role role : INDICATOR_ROLES) {
      for (int column : row.layout().columns(role)) {
        String name = row.layout().field(column);
        if (!row.text(column).isEmpty()) {
          return new Fault(
              RejectReason.BAD_VALUE,
              name,
              "this is no address, name or hash, and there is no other");
        }
        empty = empty == null ? name : empty;
      }
    }
    return new Fault(
        RejectReason.MISSING_FIELD,
        empty == null ? "ip" : empty,
        "a record needs an address, a domain name, a URL, a hash or a mail address");
  }
}
