package org.tocsin.formats.kev;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/** CISA's catalog of known exploited vulnerabilities, as a table. */
public final class KevCsvFormat implements Format {
  private static final int CERTAIN = 95;

  /** A byte order mark, read byte by byte. */
  private static final String MARK = "\u00ef\u00bb\u00bf";

  private static final int LONGEST_HEADER = 1_000;

  @Override
  public String name() {
    return "kev-csv";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public int recognise(Sample sample) {
    byte[] head = sample.head();
    String begin = new String(head, 0, Math.min(head.length, LONGEST_HEADER), ISO_8859_1);
    String header = begin.lines().findFirst().orElse("").replace(MARK, "").replace("\"", "");
    return Arrays.asList(header.split(",")).containsAll(List.of("cveID", "dateAdded"))
        ? CERTAIN
        : 0;
  }

  @Override
  public Framing framing() {
    return Framing.ROWS;
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    return new CatalogTable(raw, namespace).read();
  }
}
