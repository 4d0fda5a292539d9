package org.tocsin.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tocsin.formats.shadowserver.ShadowserverFormat;
import org.tocsin.formats.stix.StixFormat;
import org.tocsin.formats.table.TableFormats;

/** The formats there are: one line each, and those that mappings describe. */
public final class KnownFormats {
  private static final List<Format> FORMATS = List.of(new ShadowserverFormat(), new StixFormat());

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
    List<Format> formats = new ArrayList<>(FORMATS);
    formats.addAll(
        TableFormats.all(mappings, FORMATS.stream().map(Format::name).collect(Collectors.toSet())));
    return new Formats(formats);
  }
}
