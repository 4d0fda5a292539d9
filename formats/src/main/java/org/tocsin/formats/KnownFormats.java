package org.tocsin.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

/** The formats there are: one line each, and those that mappings describe. */
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
          new SuricataEveFormat(),
          new XarfFormat(),
          new IodefFormat(),
          new IodefJsonFormat(),
          new MispFormat(),
          new CsafFormat(),
          new KevFormat(),
          new KevCsvFormat(),
          new CapFormat());

  private KnownFormats() {}

  /** All of them, in order of preference where two are equally sure of a sample. */
  public static Formats all() {
    return with(Map.of(), Keys.NONE);
  }

  /**
   * All of them, and those an operator describes.
   *
   * @param mappings their mappings by file name, and perhaps {@code benign.txt}, values that no
   *     list may list
   * @param keys of those whose mail is signed
   * @throws RuntimeException where a mapping cannot be used; the message names file and place
   */
  public static Formats with(Map<String, String> mappings, Keys keys) {
    List<Format> formats = new ArrayList<>(FORMATS);
    formats.add(new MailFormat(keys));
    formats.addAll(
        TableFormats.all(mappings, formats.stream().map(Format::name).collect(Collectors.toSet())));
    return new Formats(formats);
  }
}
