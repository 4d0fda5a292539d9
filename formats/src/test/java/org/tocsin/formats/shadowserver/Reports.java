package org.tocsin.formats.shadowserver;

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
import org.tocsin.formats.framing.Framer;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.framing.Slice;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.tlp.Tlp;

/** Takes submissions the way they go: framed, then normalised slice by slice. */
final class Reports {
  static final NodeNamespace NAMESPACE =
      new NodeNamespace(UUID.fromString("3b5a1f0e-7d0a-4f0e-9a51-0c5b1c6f6a11"));
  static final UUID RECEIPT = UUID.fromString("0d9a1f6e-3c1b-4a55-8f5e-3d1d0f0a7c21");
  static final Instant COLLECTED = Instant.parse("2026-11-20T10:11:12.123456Z");

  private static final ShadowserverFormat FORMAT = new ShadowserverFormat();

  private Reports() {}

  static Normalised read(String name, String text) {
    return FORMAT.normalise(raw(name, text.getBytes(StandardCharsets.UTF_8)), NAMESPACE);
  }

  static Observation only(String name, String text) {
    Normalised normalised = read(name, text);
    if (normalised.accepted().size() != 1) {
      throw new AssertionError("not one observation: " + normalised);
    }
    return observation(normalised.accepted().get(0));
  }

  static Observation observation(Accepted accepted) {
    return (Observation) accepted.fact();
  }

  static RawRecord raw(String name, byte[] bytes) {
    return raw(name, 0, new Slice(new byte[0], bytes, 1, 0));
  }

  static RawRecord raw(String name, int number, Slice slice) {
    return new RawRecord(
        RECEIPT,
        number,
        new Origin("shadowserver", "reports"),
        "feed-1",
        ShadowserverFormat.NAME,
        name,
        null,
        Tlp.CLEAR,
        COLLECTED,
        slice.firstLine(),
        slice.records(),
        slice.preamble(),
        slice.bytes());
  }

  static List<RawRecord> frame(String name, byte[] submission) {
    List<RawRecord> raws = new ArrayList<>();
    Framer framer = Framing.ROWS.over(new ByteArrayInputStream(submission));
    try {
      for (Optional<Slice> slice = framer.next(); slice.isPresent(); slice = framer.next()) {
        raws.add(raw(name, raws.size(), slice.get()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return raws;
  }

  static Normalised normalise(RawRecord raw) {
    return FORMAT.normalise(raw, NAMESPACE);
  }

  static byte[] sample(String name) {
    try (InputStream sample = Reports.class.getResourceAsStream("/samples/shadowserver/" + name)) {
      return sample.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
