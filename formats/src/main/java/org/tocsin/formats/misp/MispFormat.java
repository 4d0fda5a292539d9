package org.tocsin.formats.misp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.record.JsonHead;
import org.tocsin.formats.record.JsonRecords;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Suppressed;

/**
 * Events of MISP (its core format): one alone, in {@code Event}, in a list {@code response} as its
 * API answers, or in an array. The manifest and the hashes of a feed are recognised and kept out:
 * they tell which events there are, and hold none.
 */
public final class MispFormat implements Format {
  private static final String LIST = "response";
  private static final String MANIFEST = "misp-manifest";
  private static final String HASHES = "misp-hashes";
  private static final Framing FRAMING = Framing.listNamed(LIST);
  private static final int CERTAIN = 95;
  private static final int LIKELY = 70;
  private static final int LONGEST_HASH_LINE = 80;
  private static final Pattern HASH_LINE =
      Pattern.compile(
          "[0-9a-f]{32},[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\s*(?s:.*)");

  private final WarningList warnings;

  /** Makes indicators of all but what comes with Tocsin as benign. */
  public MispFormat() {
    this(WarningList.shipped());
  }

  /**
   * A format.
   *
   * @param warnings what is no indicator
   */
  public MispFormat(WarningList warnings) {
    this.warnings = warnings;
  }

  @Override
  public String name() {
    return "misp";
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public int recognise(Sample sample) {
    if (isHashes(sample.head())) {
      return CERTAIN;
    }
    JsonHead head = JsonHead.of(sample);
    for (String event : List.of("Event", "response/0/Event", "response/Event", "0/Event")) {
      if (head.has(event)) {
        return CERTAIN;
      }
    }
    if (isBare(head) || isManifest(head.anyName(), head)) {
      return CERTAIN;
    }
    boolean attributes = head.has("Attribute/0/category") && head.has("Attribute/0/to_ids");
    return attributes || head.has("response/Attribute") ? LIKELY : 0;
  }

  private static boolean isBare(JsonHead head) {
    boolean dated = head.has("date") || head.has("timestamp") || head.has("threat_level_id");
    boolean filled = head.has("Attribute") || head.has("Object") || head.has("Orgc");
    return filled && (head.has("info") || head.has("Org") || dated)
        || head.has("info") && head.has("uuid") && head.has("analysis");
  }

  private static boolean isManifest(@Nullable String name, JsonHead head) {
    return name != null
        && Event.isUuid(name)
        && head.has(name + "/info")
        && head.has(name + "/Orgc");
  }

  private static boolean isHashes(byte[] text) {
    String begin = new String(text, 0, Math.min(text.length, LONGEST_HASH_LINE), ISO_8859_1);
    return HASH_LINE.matcher(begin).matches();
  }

  @Override
  public Framing framing() {
    return FRAMING;
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    byte[] text = raw.text();
    if (isHashes(text)) {
      return new Normalised(
          List.of(),
          List.of(),
          IntStream.range(0, raw.records())
              .mapToObj(position -> new Suppressed(position, HASHES))
              .toList());
    }
    List<Suppressed> manifests = new ArrayList<>();
    Normalised read =
        JsonRecords.read(
            raw,
            text,
            LIST,
            (position, span, record) -> {
              if (Event.isManifest(record)) {
                manifests.add(new Suppressed(position, MANIFEST));
              }
              return new EventReading(
                      raw, namespace, text, position, span, Event.of(record), warnings)
                  .read();
            });
    return manifests.isEmpty() ? read : without(read, manifests);
  }

  private static Normalised without(Normalised read, List<Suppressed> manifests) {
    Set<Integer> positions =
        manifests.stream().map(Suppressed::position).collect(Collectors.toSet());
    return new Normalised(
        read.accepted(),
        read.rejects().stream().filter(reject -> !positions.contains(reject.position())).toList(),
        manifests);
  }
}
