package org.tocsin.formats;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.formats.cap.CapFormat;
import org.tocsin.formats.csaf.CsafFormat;
import org.tocsin.formats.idea.IdeaFormat;
import org.tocsin.formats.intelmq.IntelmqFormat;
import org.tocsin.formats.iodef.IodefFormat;
import org.tocsin.formats.iodef.IodefJsonFormat;
import org.tocsin.formats.kev.KevCsvFormat;
import org.tocsin.formats.kev.KevFormat;
import org.tocsin.formats.mail.MailFormat;
import org.tocsin.formats.mail.signature.Keys;
import org.tocsin.formats.misp.MispFormat;
import org.tocsin.formats.n6.N6Format;
import org.tocsin.formats.shadowserver.ShadowserverFormat;
import org.tocsin.formats.shadowserver.ShadowserverJsonFormat;
import org.tocsin.formats.stix.StixFormat;
import org.tocsin.formats.stix20.Stix20Format;
import org.tocsin.formats.table.TableFormats;
import org.tocsin.formats.xarf.XarfFormat;

/**
 * The formats there are: one line each, mail that may carry any of them, and those that mappings
 * describe.
 */
public final class KnownFormats {
  private static final List<Format> FORMATS =
      List.of(
          new ShadowserverFormat(),
          new ShadowserverJsonFormat(),
          new StixFormat(),
          new Stix20Format(),
          new IdeaFormat(),
          new N6Format(),
          new IntelmqFormat(),
          new XarfFormat(),
          new IodefFormat(),
          new IodefJsonFormat(),
          new MispFormat(),
          new CsafFormat(),
          new KevFormat(),
          new KevCsvFormat(),
          new CapFormat());

  /** A file of a mail that is less sure than this is what a person sends to a person. */
  private static final int LIKELY = 20;

  private KnownFormats() {}

  /** All of them, in order of preference where two are equally sure of a sample. */
  public static Formats all() {
    return with(Map.of());
  }

  /**
   * All of them, and those an operator describes.
   *
   * @param mappings their mappings by file name, and perhaps {@code benign.txt}, values that no
   *     list may list
   * @throws RuntimeException where a mapping cannot be used; the message names file and place
   */
  public static Formats with(Map<String, String> mappings) {
    Set<String> taken = FORMATS.stream().map(Format::name).collect(Collectors.toSet());
    taken.add(MailFormat.NAME);
    taken.add(MailFormat.ATTACHED);
    List<Format> tables = List.copyOf(TableFormats.all(mappings, taken));
    List<Format> files = Stream.of(FORMATS, tables).flatMap(List::stream).toList();
    MailFormat mail =
        new MailFormat(
            Keys.NONE, file -> files.stream().anyMatch(format -> format.recognise(file) >= LIKELY));
    return new Formats(
        Stream.of(FORMATS, List.<Format>of(mail, mail.attached()), tables)
            .flatMap(List::stream)
            .toList());
  }
}
