package org.tocsin.formats.stix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.tocsin.formats.framing.Frames;
import org.tocsin.formats.framing.Slice;
import org.tocsin.formats.record.Outline;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.tlp.Tlp;

/**
 * Whatever the bytes are: no throw, the slices are the submission, and every record the framer
 * counted comes back once, as it would if the submission had not been cut.
 */
class StixMutationTest {
  private static final byte[] BITS = "{}[],:\"\\ \n\u00007e-u".getBytes(UTF_8);

  private final Random random = new Random(20_260_301);

  @Test
  void shouldBalanceWhateverHappensToABundle() {
    List<byte[]> seeds = new ArrayList<>(samples());
    seeds.addAll(corpus());
    for (int i = 0; i < 2_000; i++) {
      requireBalanced(mutated(seeds.get(i % seeds.size())));
    }
  }

  @Test
  void shouldBalanceWhateverHappensToABundleThatIsCut() {
    byte[] large = large();
    for (int i = 0; i < 60; i++) {
      requireBalanced(mutated(large));
    }
  }

  @Test
  void shouldBalanceWhereverABundleBreaksOff() {
    byte[] sample = StixSubmission.sample("envelope.json");
    for (int length = 1; length < sample.length; length++) {
      byte[] part = Arrays.copyOf(sample, length);
      requireBalanced(part);
      assertThat(StixSubmission.of(part).rejects()).as("of %d bytes", length).isNotEmpty();
    }
  }

  @Test
  void shouldBalanceWhereverABundleThatIsCutBreaksOff() {
    byte[] large = large();
    int border = StixSubmission.of(large).raws().getFirst().bytes().length;
    for (int length = border - 95; length < border + 95; length++) {
      byte[] part = Arrays.copyOf(large, length);
      requireBalanced(part);
      assertThat(StixSubmission.of(part).rejects()).as("of %d bytes", length).hasSize(1);
    }
  }

  private static void requireBalanced(byte[] bytes) {
    StixSubmission submission = StixSubmission.of(bytes);
    assertThat(submission.isBalanced()).as(() -> new String(bytes, UTF_8)).isTrue();
    List<Slice> slices =
        submission.raws().stream()
            .map(raw -> new Slice(raw.preamble(), raw.bytes(), raw.firstLine(), raw.records()))
            .toList();
    assertThat(Frames.joined(slices)).isEqualTo(bytes);
    assertThat(submission.counted()).isEqualTo(countedWhole(bytes));
  }

  private static int countedWhole(byte[] bytes) {
    if (bytes.length == 0) {
      return 0;
    }
    RawRecord whole =
        new RawRecord(
            new UUID(0, 1),
            0,
            StixSubmission.ORIGIN,
            "submitter",
            StixFormat.NAME,
            null,
            null,
            Tlp.CLEAR,
            Instant.EPOCH,
            1,
            Integer.MAX_VALUE,
            new byte[0],
            bytes);
    Outline outline = Outline.of(whole, bytes, "objects");
    return outline.records().size() + (outline.remainder() == null ? 0 : 1);
  }

  private byte[] mutated(byte[] seed) {
    byte[] bytes = seed.clone();
    for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 1; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes = Arrays.copyOf(bytes, at);
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes[at] = BITS[random.nextInt(BITS.length)];
        case 3 -> bytes = spliced(bytes, at, new byte[] {BITS[random.nextInt(BITS.length)]}, at);
        case 4 ->
            bytes =
                spliced(
                    bytes, at, new byte[0], Math.min(bytes.length, at + 1 + random.nextInt(40)));
        default -> {
          int from = random.nextInt(bytes.length);
          int to = Math.min(bytes.length, from + 1 + random.nextInt(200));
          bytes = spliced(bytes, at, Arrays.copyOfRange(bytes, from, to), at);
        }
      }
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int head, byte[] middle, int tail) {
    byte[] spliced = new byte[head + middle.length + bytes.length - tail];
    System.arraycopy(bytes, 0, spliced, 0, head);
    System.arraycopy(middle, 0, spliced, head, middle.length);
    System.arraycopy(bytes, tail, spliced, head + middle.length, bytes.length - tail);
    return spliced;
  }

  private static List<byte[]> samples() {
    return List.of(
            "outbreak-bundle.json",
            "faulty-bundle.json",
            "envelope.json",
            "objects-array.json",
            "observed-data-embedded.json")
        .stream()
        .map(StixSubmission::sample)
        .toList();
  }

  private static List<byte[]> corpus() {
    try {
      Path folder = Corpus.folder("corpus/stix21/misp-stix-bundles");
      return Corpus.files(folder).stream().limit(40).map(Corpus::bytes).toList();
    } catch (TestAbortedException e) {
      System.out.println("mutations without the corpus: " + e.getMessage());
      return List.of();
    }
  }

  private static byte[] large() {
    String object =
        "{\"type\":\"mutex\",\"id\":\"mutex--2d273911-0000-5ae6-a278-35b8f88d%04d\",\"name\":\"a\"}";
    return IntStream.range(0, 1_100)
        .mapToObj(object::formatted)
        .collect(Collectors.joining(",\n", "{\"type\":\"bundle\",\"objects\":[\n", "\n]}\n"))
        .getBytes(UTF_8);
  }
}
