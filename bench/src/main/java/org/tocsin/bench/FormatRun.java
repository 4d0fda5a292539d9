package org.tocsin.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.tocsin.formats.Format;
import org.tocsin.formats.Formats;
import org.tocsin.formats.KnownFormats;
import org.tocsin.formats.framing.Framer;
import org.tocsin.formats.framing.Slice;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.tlp.Tlp;

/** Frames and normalises one sample, again and again. */
@State(Scope.Benchmark)
public class FormatRun {
  private static final Formats FORMATS = KnownFormats.all();
  private static final NodeNamespace NAMESPACE = new NodeNamespace(new UUID(1, 4));

  /** Name of the format and path of its sample, with a blank between. */
  @Param("")
  public String sample = "";

  private Format format = FORMATS.named("stix-2.1").orElseThrow();
  private String name = "";
  private byte[] bytes = {};

  /** Reads the sample. */
  @Setup
  public void open() throws IOException {
    String[] parts = sample.split(" ");
    format = FORMATS.named(parts[0]).orElseThrow();
    name = parts[1].substring(parts[1].lastIndexOf('/') + 1);
    try (InputStream in =
        Objects.requireNonNull(FormatRun.class.getResourceAsStream("/samples/" + parts[1]))) {
      bytes = in.readAllBytes();
    }
  }

  /** One reading of the whole sample. */
  @Benchmark
  public void read(Blackhole blackhole) throws IOException {
    for (RawRecord raw : framed()) {
      blackhole.consume(format.normalise(raw, NAMESPACE));
    }
  }

  /** How many records a reading of the sample has. */
  int records() throws IOException {
    return framed().stream().mapToInt(RawRecord::records).sum();
  }

  /** How many bytes the sample has. */
  int size() {
    return bytes.length;
  }

  private List<RawRecord> framed() throws IOException {
    List<RawRecord> raws = new ArrayList<>();
    Framer framer = format.framing().over(new ByteArrayInputStream(bytes));
    for (Optional<Slice> slice = framer.next(); slice.isPresent(); slice = framer.next()) {
      raws.add(raw(raws.size(), slice.get()));
    }
    return raws;
  }

  private RawRecord raw(int number, Slice slice) {
    return new RawRecord(
        new UUID(2, 4),
        number,
        new Origin("bench", "formats"),
        "bench",
        format.name(),
        name,
        null,
        Tlp.CLEAR,
        Instant.EPOCH,
        slice.firstLine(),
        slice.records(),
        slice.preamble(),
        slice.bytes());
  }
}
