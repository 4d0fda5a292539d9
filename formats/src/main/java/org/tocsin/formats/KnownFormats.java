package org.tocsin.formats;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.formats.benign.Widest;
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
import org.tocsin.formats.suricata.SuricataEveFormat;
import org.tocsin.formats.table.TableFormats;
import org.tocsin.formats.xarf.XarfFormat;

/**
 * The formats there are: one line each, mail that may carry any of them, and those that mappings
 * describe.
 */
public final class KnownFormats {
  private static final String BENIGN = "benign.txt";

  /** A file of a mail that is less sure than this is what a person sends to a person. */
  private static final int LIKELY = 20;

  private KnownFormats() {}

  /** All of them, in order of preference where two are equally sure of a sample. */
  public static Formats all() {
    return with(Map.of(), Keys.NONE);
  }

  /**
   * All of them, and those an operator describes.
   *
   * @param files their mappings by file name, and perhaps {@code benign.txt}, see {@link
   *     #warnings(Map, Widest)}
   * @param keys of those whose mail is signed
   * @throws RuntimeException where a mapping cannot be used; the message names file and place
   */
  public static Formats with(Map<String, String> files, Keys keys) {
    return with(files, keys, Widest.USUAL);
  }

  /**
   * As {@link #with(Map, Keys)}.
   *
   * @param widest networks that can be indicators
   */
  public static Formats with(Map<String, String> files, Keys keys, Widest widest) {
    WarningList warnings = warnings(files, widest);
    Map<String, String> mappings = new TreeMap<>(files);
    mappings.remove(BENIGN);
    List<Format> formats = formats(warnings);
    Set<String> taken = formats.stream().map(Format::name).collect(Collectors.toSet());
    taken.add(MailFormat.NAME);
    taken.add(MailFormat.ATTACHED);
    List<Format> tables = List.copyOf(TableFormats.all(mappings, taken, warnings));
    List<Format> carried = Stream.of(formats, tables).flatMap(List::stream).toList();
    MailFormat mail =
        new MailFormat(
            keys, file -> carried.stream().anyMatch(format -> format.recognise(file) >= LIKELY));
    return new Formats(
        Stream.of(formats, List.<Format>of(mail, mail.attached()), tables)
            .flatMap(List::stream)
            .toList());
  }

  /**
   * What never becomes an indicator.
   *
   * @param files perhaps {@code benign.txt}, an operator's values instead of those that come along
   * @param widest networks that can be
   * @throws IllegalArgumentException where a line of it holds no entry; the message names the line
   */
  public static WarningList warnings(Map<String, String> files, Widest widest) {
    String benign = files.get(BENIGN);
    return benign == null
        ? WarningList.shipped(widest)
        : WarningList.of(BENIGN, benign.lines().toList(), widest);
  }

  private static List<Format> formats(WarningList warnings) {
    return List.of(
        new ShadowserverFormat(),
        new ShadowserverJsonFormat(),
        new StixFormat(warnings),
        new Stix20Format(warnings),
        new IdeaFormat(),
        new N6Format(),
        new IntelmqFormat(),
        new SuricataEveFormat(),
        new XarfFormat(),
        new IodefFormat(),
        new IodefJsonFormat(),
        new MispFormat(warnings),
        new CsafFormat(),
        new KevFormat(),
        new KevCsvFormat(),
        new CapFormat());
  }
}
