package org.tocsin.ingest.submission;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.tocsin.ingest.Bytes;
import org.tocsin.ingest.IngestBench;
import org.tocsin.ingest.SampleFormat;
import org.tocsin.ingest.unpack.Spools;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.stream.ReportLog;

/** A program: fifty submissions at once, on a log that takes its time and copies what it gets. */
final class Crowd {
  private static final int MANY = 50;
  private static final int SIZE = 32 * 1024 * 1024;

  private Crowd() {}

  public static void main(String[] arguments) throws Exception {
    String kind = arguments[0];
    Room room = new Room(RoomLimits.DEFAULTS);
    SubmissionWriter writer =
        new SubmissionWriter(
            FormatChoice.among(SampleFormat.FORMATS),
            new SlowLog(),
            Backpressure.NONE,
            room,
            new Spools(Path.of(arguments[1]), 8L << 30, RoomLimits.DEFAULTS.patience()),
            new SubmissionMetrics(new SimpleMeterRegistry()),
            InstantSource.system());
    Callable<Receipt> one =
        () -> writer.write(UUID.randomUUID(), body(kind), IngestBench.request());
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Receipt>> all =
          executor.invokeAll(Stream.generate(() -> one).limit(MANY).toList());
      long kept = 0;
      for (Future<Receipt> receipt : all) {
        kept += receipt.get().bytes() == SIZE ? 1 : 0;
      }
      System.out.println(kept + " x " + SIZE + " kept");
    }
  }

  private static InputStream body(String kind) {
    return switch (kind) {
      case "table" -> of("#a,b\n", lines(SIZE - 5), "");
      case "document" -> of("{", Bytes.zeros(SIZE - 1), "");
      case "bundle" -> of("[{}", objects(SIZE - 3 - 1), "]");
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static InputStream of(String head, InputStream middle, String end) {
    InputStream body = new SequenceInputStream(new ByteArrayInputStream(Bytes.utf8(head)), middle);
    return new SequenceInputStream(body, new ByteArrayInputStream(Bytes.utf8(end)));
  }

  /** Objects of a thousand bytes each, after a comma; the last one is shorter. */
  private static InputStream objects(int size) {
    byte[] object = Bytes.utf8(",{\"a\":\"" + "x".repeat(991) + "\"}");
    return repeated(
        size,
        left -> {
          int at = (size - left) % object.length;
          boolean last = size - left >= size / object.length * object.length;
          return last ? ' ' : object[at];
        });
  }

  private static InputStream lines(int size) {
    return repeated(size, left -> left % 1_000 == 0 ? '\n' : 'x');
  }

  private static InputStream repeated(int size, IntUnaryOperator byteAt) {
    return new InputStream() {
      private int left = size;

      @Override
      public int read() {
        return left <= 0 ? -1 : byteAt.applyAsInt(left--);
      }

      @Override
      public int read(byte[] buffer, int offset, int length) {
        int count = Math.min(length, Math.max(left, 0));
        for (int i = 0; i < count; i++) {
          buffer[offset + i] = (byte) read();
        }
        return count == 0 ? -1 : count;
      }
    };
  }

  /** Holds a copy of each raw record for a few milliseconds. */
  private static final class SlowLog implements ReportLog {
    private final Executor later = CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS);

    @Override
    public CompletableFuture<RawLocation> append(Lane lane, RawRecord raw) {
      byte[] copy = raw.text().clone();
      return CompletableFuture.supplyAsync(() -> new RawLocation(lane, 0, copy.length), later);
    }

    @Override
    public void append(Submission submission) {}

    @Override
    public RawRecord read(RawLocation location) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
