package org.tocsin.formats.mail.xarf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.mail.fields.MailFields;
import org.tocsin.formats.mail.mime.Letter;
import org.tocsin.formats.mail.mime.MailDate;
import org.tocsin.formats.mail.mime.Part;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.ObservedDraft;
import org.tocsin.formats.sco.DomainName;
import org.tocsin.formats.sco.IpAddress;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.formats.sco.WebAddress;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.tlp.Tlp;

/** The reports of a mail after X-ARF 0.1 and 0.2: one, or in bulk several. */
public final class XarfMail {
  /** What names whoever reports. */
  private static final Set<String> LEFT_OUT = Set.of("reported-from", "reporter", "user-email");

  private static final List<String> SOURCES = List.of("source", "ip", "source-ip");
  private static final List<String> MORE_ADDRESSES =
      List.of("uri", "url", "download-link", "domain");

  /** What is at the names and URLs themselves. */
  private static final Set<Rsit> OFFERED =
      Set.of(
          Rsit.PHISHING,
          Rsit.MALWARE_DISTRIBUTION,
          Rsit.COPYRIGHT,
          Rsit.SYSTEM_COMPROMISE,
          Rsit.APPLICATION_COMPROMISE);

  private static final List<String> TIMES = List.of("date", "last_seen", "first_seen");

  private final Letter letter;
  private final List<FlatReport> reports;

  private XarfMail(Letter letter, List<FlatReport> reports) {
    this.letter = letter;
    this.reports = reports;
  }

  /**
   * The reports of a mail; empty where it is no X-ARF of these versions. Later ones are a JSON
   * document in a mail, which is a format of its own.
   *
   * @throws Fault where it says that it is, and has none
   */
  public static Optional<XarfMail> in(Letter letter) throws Fault {
    List<FlatReport> reports =
        letter
            .content()
            .leaves()
            .filter(part -> mayHoldReport(part) && (part.name() != null || isDeclared(letter)))
            .flatMap(part -> FlatReport.parse(part.text()).stream())
            .filter(XarfMail::isReport)
            .toList();
    if (!reports.isEmpty()) {
      return Optional.of(new XarfMail(letter, reports));
    }
    if (isDeclared(letter) && letter.content().leaves().noneMatch(Part::isJson)) {
      throw Fault.missing("Source", "The mail says it is X-ARF, and no part of it is a report.");
    }
    return Optional.empty();
  }

  /** What they tell of, in order. */
  public List<ObservedDraft> drafts(Instant received) throws Fault {
    List<ObservedDraft> drafts = new ArrayList<>();
    for (FlatReport report : reports) {
      drafts.add(draft(report, received));
    }
    return drafts;
  }

  private static boolean isDeclared(Letter letter) {
    return letter.header().has("x-xarf")
        || letter.header().first("x-arf").filter("yes"::equalsIgnoreCase).isPresent();
  }

  private static boolean mayHoldReport(Part part) {
    return part.message() == null
        && (part.mediaType().startsWith("text/")
            || part.mediaType().equals("application/json")
            || part.mediaType().contains("yaml"))
        && !part.mediaType().equals("text/html");
  }

  /** Its type and its source are what no other text has side by side. */
  private static boolean isReport(FlatReport report) {
    boolean typed = report.get("report-type") != null || report.get("category") != null;
    boolean flat = typed && report.get("source") != null;
    return flat || (report.get("feedback_url") != null && report.get("ip") != null);
  }

  private ObservedDraft draft(FlatReport report, Instant received) throws Fault {
    ObservedDraft draft = new ObservedDraft(time(report, received));
    @Nullable String type = report.get("report-type");
    @Nullable Rsit rsit =
        ReportKind.of(report.get("category"), type == null ? signed(report) : type);
    draft
        .rsit(rsit)
        .reportType(type == null ? null : type.toLowerCase(Locale.ROOT))
        .subjectCountry(report.get("country"))
        .tlp(level(report));
    addresses(report, rsit, draft);
    if (draft.scos().ids().isEmpty()) {
      throw Fault.bad("Source", "The source is no address, domain name or URL.");
    }
    for (Map.Entry<String, String> field : report.all().entrySet()) {
      MailFields.keep(draft, field.getKey(), field.getValue(), LEFT_OUT);
    }
    return draft;
  }

  /** A name of malware instead of a type tells what it is too. */
  private static @Nullable String signed(FlatReport report) {
    @Nullable String signature = report.get("signature");
    return signature != null && signature.toUpperCase(Locale.ROOT).contains("MALWARE")
        ? "malware"
        : null;
  }

  private Instant time(FlatReport report, Instant received) throws Fault {
    for (String name : TIMES) {
      @Nullable String text = report.get(name);
      if (text != null) {
        return MailDate.parse(text).orElseThrow(() -> Fault.bad("Date", "This is no time."));
      }
    }
    return letter.date().orElse(received);
  }

  private static @Nullable Tlp level(FlatReport report) {
    @Nullable String tlp = report.get("tlp");
    return tlp == null ? null : Tlp.parse(tlp).orElse(Tlp.RED);
  }

  /** Names and URLs are the source's own where it offers what is there, or is nothing else. */
  private static void addresses(FlatReport report, @Nullable Rsit rsit, ObservedDraft draft) {
    boolean offers = rsit != null && OFFERED.contains(rsit);
    boolean known = false;
    for (String name : SOURCES) {
      Set<String> found = any(report.get(name), draft.scos());
      known |= !found.isEmpty();
      draft.about(found);
    }
    boolean own = offers || !known && rsit != Rsit.INFECTED_SYSTEM;
    for (String name : MORE_ADDRESSES) {
      Set<String> found = any(report.get(name), draft.scos());
      draft.about(own ? found : Set.of());
    }
  }

  private static Set<String> any(@Nullable String text, ScoSet scos) {
    if (text == null) {
      return Set.of();
    }
    Optional<IpAddress> address = IpAddress.parseNetwork(text);
    Optional<WebAddress> url = WebAddress.parse(text);
    if (address.isPresent()) {
      return Set.of(scos.address(address.get()));
    }
    if (url.isPresent()) {
      return Set.of(scos.url(url.get()));
    }
    return DomainName.parse(text).map(name -> Set.of(scos.domainName(name))).orElse(Set.of());
  }
}
