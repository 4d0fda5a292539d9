package org.tocsin.formats.stix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tocsin.formats.framing.Frames;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.framing.Slice;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.tlp.Tlp;

/** A submission that was framed and normalised as the platform does it. */
record StixSubmission(List<RawRecord> raws, List<Normalised> read) {
  static final NodeNamespace NODE =
      new NodeNamespace(UUID.fromString("6f1b8d2e-52a7-4c0e-9d3c-7a3f5e0c9b41"));
  static final Origin ORIGIN = new Origin("example", "stix");

  private static final StixFormat FORMAT = new StixFormat();

  static StixSubmission of(byte[] bytes) {
    return of(bytes, null, Tlp.CLEAR);
  }

  static StixSubmission of(byte[] bytes, Tlp declared, Tlp loosest) {
    List<RawRecord> raws = new ArrayList<>();
    for (Slice slice : frame(bytes)) {
      raws.add(raw(raws.size(), slice, declared, loosest));
    }
    return new StixSubmission(raws, raws.stream().map(raw -> FORMAT.normalise(raw, NODE)).toList());
  }

  static StixSubmission ofSample(String name) {
    return of(sample(name));
  }

  static byte[] sample(String name) {
    try (InputStream in = StixSubmission.class.getResourceAsStream("/samples/stix/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Slice> frame(byte[] bytes) {
    try {
      return Frames.of(Framing.OBJECTS, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RawRecord raw(int number, Slice slice, Tlp declared, Tlp loosest) {
    return new RawRecord(
        new UUID(0, 1),
        number,
        ORIGIN,
        "submitter",
        StixFormat.NAME,
        null,
        declared,
        loosest,
        Instant.parse("2026-03-01T00:00:00Z"),
        slice.firstLine(),
        slice.records(),
        slice.preamble(),
        slice.bytes());
  }

  List<Accepted> accepted() {
    return read.stream().flatMap(one -> one.accepted().stream()).toList();
  }

  List<Reject> rejects() {
    return read.stream().flatMap(one -> one.rejects().stream()).toList();
  }

  List<StixVersion> versions() {
    return accepted().stream().map(one -> (StixVersion) one.fact()).toList();
  }

  StixVersion version(String type) {
    return versions().stream()
        .filter(version -> version.object().type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  /** What the framer counted. */
  int counted() {
    return raws.stream().mapToInt(RawRecord::records).sum();
  }

  /** Whether every record the framer counted came back exactly once, slice by slice. */
  boolean isBalanced() {
    for (int i = 0; i < raws.size(); i++) {
      long positions =
          read.get(i).accepted().stream().map(Accepted::position).distinct().count()
              + read.get(i).rejects().stream().map(Reject::position).distinct().count();
      int back = read.get(i).accepted().size() + read.get(i).rejects().size();
      if (positions != back || back != raws.get(i).records()) {
        return false;
      }
    }
    return true;
  }
}
