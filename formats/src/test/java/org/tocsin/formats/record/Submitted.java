package org.tocsin.formats.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tocsin.formats.Format;
import org.tocsin.formats.framing.Framer;
import org.tocsin.formats.framing.Slice;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.Fact;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.report.Suppressed;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;

/**
 * A submission that went the way all go: framed, then normalised slice by slice; every record is
 * held to come back once.
 *
 * @param records how many the framer counted
 */
public record Submitted(
    int records, List<Accepted> accepted, List<Reject> rejects, List<Suppressed> suppressed) {
  /** The node it is read on. */
  public static final NodeNamespace NAMESPACE =
      new NodeNamespace(UUID.fromString("3b5a1f0e-7d0a-4f0e-9a51-0c5b1c6f6a11"));

  /** When it was collected. */
  public static final Instant COLLECTED = Instant.parse("2026-11-20T10:11:12.123456Z");

  /** Reads a text. */
  public static Submitted of(Format format, String name, String text) {
    return of(format, name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what lies on the class path there. */
  public static Submitted ofResource(Format format, String path) {
    return of(format, path.substring(path.lastIndexOf('/') + 1), bytes(path));
  }

  /** The bytes that lie on the class path there. */
  public static byte[] bytes(String path) {
    try (InputStream in = Submitted.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads bytes. */
  public static Submitted of(Format format, String name, byte[] bytes) {
    List<Accepted> accepted = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    List<Suppressed> suppressed = new ArrayList<>();
    int records = 0;
    Framer framer = format.framing().over(new ByteArrayInputStream(bytes));
    try {
      int number = 0;
      for (Optional<Slice> slice = framer.next(); slice.isPresent(); slice = framer.next()) {
        RawRecord raw = raw(format, name, number++, slice.get());
        Normalised normalised = format.normalise(raw, NAMESPACE);
        requireEachOnce(raw, normalised);
        records += raw.records();
        accepted.addAll(normalised.accepted());
        rejects.addAll(normalised.rejects());
        suppressed.addAll(normalised.suppressed());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Submitted(records, accepted, rejects, suppressed);
  }

  private static RawRecord raw(Format format, String name, int number, Slice slice) {
    return new RawRecord(
        UUID.fromString("0d9a1f6e-3c1b-4a55-8f5e-3d1d0f0a7c21"),
        number,
        new Origin("example", "reports"),
        "feed-1",
        format.name(),
        name,
        null,
        Tlp.CLEAR,
        COLLECTED,
        slice.firstLine(),
        slice.records(),
        slice.preamble(),
        slice.bytes());
  }

  private static void requireEachOnce(RawRecord raw, Normalised normalised) {
    List<Integer> positions =
        Stream.of(
                normalised.accepted().stream().map(Accepted::position).distinct(),
                normalised.rejects().stream().map(Reject::position),
                normalised.suppressed().stream().map(Suppressed::position))
            .flatMap(each -> each)
            .sorted()
            .toList();
    if (!positions.equals(IntStream.range(0, raw.records()).boxed().toList())) {
      throw new AssertionError(raw.records() + " records came back as " + positions);
    }
  }

  /** The facts, in order. */
  public List<Fact> facts() {
    return accepted.stream().map(Accepted::fact).toList();
  }

  /** The observations, in order. */
  public List<Observation> observations() {
    return facts().stream()
        .filter(Observation.class::isInstance)
        .map(Observation.class::cast)
        .toList();
  }

  /** Every STIX object that comes of it. */
  public List<StixObject> objects() {
    return facts().stream()
        .flatMap(fact ->
            switch (fact) {
              case Observation observation -> observation.objects().stream();
              case StixVersion version -> Stream.of(version.object());
            })
        .toList();
  }

  /** The objects of that STIX type. */
  public List<StixObject> objects(String type) {
    return objects().stream().filter(object -> object.type().equals(type)).toList();
  }

  /** What the STIX schemas find wrong; empty where they are not at hand. */
  public List<String> schemaErrors() {
    return StixCheck.find()
        .map(check -> objects().stream().flatMap(object -> check.errors(object).stream()).toList())
        .orElse(List.of());
  }
}
